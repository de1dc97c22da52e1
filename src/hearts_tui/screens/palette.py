"""Open the palette, and do what was chosen in it."""

from collections.abc import Collection
from typing import Any

from textual.app import App

from hearts_tui.domain.address import Address
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.commands import Command
from hearts_tui.screens.group_actions import not_offered
from hearts_tui.screens.navigation import Navigation
from hearts_tui.screens.palette_dialog import Palette


def open_palette(
    app: App[Any], front: BaseScreen, navigation: Navigation, unavailable: Collection[str]
) -> None:
    """Open the palette over the screen in front; ``unavailable`` are the ids of actions."""

    def choose(choice: Address | Command | None) -> None:
        if isinstance(choice, Address):
            navigation.go_to(choice)
        elif choice is not None:
            app.run_worker(_run(app, choice))

    front.state.load_all()
    left_out = {*unavailable, *not_offered(front.state)}
    palette = Palette(front.state, front.listing.section, front.state.settings.keys, left_out)
    app.push_screen(palette, choose)


async def _run(app: App[Any], command: Command) -> None:
    """Run a command on the screen in front, or on the one that it belongs to."""
    name = f"action_{command.action.partition('(')[0]}"
    if command.section is not None and not hasattr(app.screen, name):
        await app.switch_mode(command.section)
        if command.waits and isinstance(app.screen, BaseScreen):
            app.screen.tell(f"Pick one, then press {command.key}.", seconds=5)
            return
    await app.run_action(command.action, app.screen if hasattr(app.screen, name) else app)
