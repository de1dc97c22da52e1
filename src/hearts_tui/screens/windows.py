"""The windows that keys open over any screen: help, settings, the palette and others."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.navigation import Navigation
from hearts_tui.screens.state import AppState
from hearts_tui.terminal.capabilities import Capabilities

if TYPE_CHECKING:
    from hearts_tui.screens.settings import SettingsDialogs


class OpensWindows(App[None]):
    """An app that opens windows over its screens, but none over another window.

    What a window needs is imported when it is first opened.
    """

    UNAVAILABLE: ClassVar[frozenset[str]] = frozenset()
    """The ids of actions that are not offered."""

    state: AppState
    capabilities: Capabilities
    navigation: Navigation

    @property
    def front(self) -> BaseScreen | None:
        """The screen in front; None while a window is open."""
        return self.screen if isinstance(self.screen, BaseScreen) else None

    @abstractmethod
    def settings_changed(self, save: Callable[[], str]) -> None:
        """Put changed settings to use, and keep the change."""

    def action_command_palette(self) -> None:
        """Find items, and actions to run."""
        if self.front:
            from hearts_tui.screens.palette import open_palette

            open_palette(self, self.front, self.navigation, self.UNAVAILABLE)

    def action_help(self) -> None:
        """Show the keys of the screen in front."""
        if self.front:
            from hearts_tui.screens.info_dialogs import HelpDialog

            self.push_screen(HelpDialog(self.front.keys_in_use, self.front.listing.help_text))

    def action_settings(self, at: str = "") -> None:
        """Show the settings, with the cursor on one of them, and change some."""
        if self.front:
            self._settings_dialogs.open(at)

    def action_setting(self, name: str) -> None:
        """Ask for the value of one setting."""
        if self.front:
            self._settings_dialogs.ask(name)

    @property
    def _settings_dialogs(self) -> "SettingsDialogs":
        from hearts_tui.screens.settings import SettingsDialogs

        return SettingsDialogs(self, self.state, self.settings_changed)

    def action_how_we_know(self) -> None:
        """Compare what the fan press says with what is known."""
        if self.front:
            from hearts_tui.screens.how_we_know import HowWeKnow

            self.push_screen(HowWeKnow(self.state))

    def action_copy_address(self) -> None:
        """Copy the link, or the command that shows what is in front."""
        from hearts_tui.screens.address_actions import copy_from

        copy_from(self)

    def action_qr_code(self) -> None:
        """Show the same as a QR code."""
        from hearts_tui.screens.address_actions import show_qr_code
        from hearts_tui.widgets.qr_code import Form

        found = self.capabilities
        show_qr_code(self, Form(found.unicode, found.colours in ("256", "truecolor")))

    def action_about(self) -> None:
        """Show what hearts is."""
        if self.front:
            from hearts_tui.screens.info_dialogs import about_page

            self.push_screen(about_page(self.state))
