"""Go from item to item, over all screens, and back again."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from hearts_tui.domain.address import Address
from hearts_tui.domain.history import History
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.item_page import MORE_MENTIONS, WELCOME

_SECONDS_TO_TELL = 3.0


class Navigation:
    """Shows items wherever they are, and remembers where the reader came from."""

    def __init__(self, app: App[Any], state: AppState) -> None:
        self._app = app
        self._state = state
        self._history = History()

    def follow(self, target: str) -> None:
        """Go where a link leads; say so where there is no such item."""
        if target.startswith(MORE_MENTIONS):
            self._list_all_mentions(Address.parse(target.removeprefix(MORE_MENTIONS)))
            return
        try:
            address = Address.parse(target)
        except ValueError:
            address = None
        if address is not None and (target == WELCOME or address in self._state.index):
            self.go_to(address)
        else:
            self._app.notify(f"Can't find {target}.")

    def _list_all_mentions(self, address: Address) -> None:
        self._state.wholly_listed.add(address)
        if isinstance(self._app.screen, BaseScreen):
            self._app.screen.show_current(from_top=False)

    def go_to(self, address: Address) -> None:
        """Show an item, and remember the place that was left for it."""
        if (place := self._place) is not None:
            self._history = self._history.left(place)
        self._show(address)

    def back(self) -> None:
        """Go back to where the last link was followed."""
        self._step(self._history.back, "No page to go back to.")

    def forward(self) -> None:
        """Go forward again."""
        self._step(self._history.forward, "No page to go forward to.")

    def _step(
        self, step: Callable[[Address], tuple[Address, History] | None], nowhere: str
    ) -> None:
        place = self._place
        stepped = step(place) if place is not None else None
        if stepped is None:
            self._app.notify(nowhere, timeout=_SECONDS_TO_TELL)
        else:
            address, self._history = stepped
            self._show(address)

    @property
    def _place(self) -> Address | None:
        screen = self._app.screen
        if isinstance(screen, BaseScreen) and screen.current is not None:
            return screen.listing.address(screen.current)
        return None

    def _show(self, address: Address) -> None:
        self._app.run_worker(self._open(address))

    async def _open(self, address: Address) -> None:
        await self._app.switch_mode(address.section)
        if isinstance(self._app.screen, BaseScreen):
            self._app.screen.open_at(address.id)
