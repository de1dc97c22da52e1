"""The way through the windows of the settings, which come one after another."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from textual.app import App

from hearts_tui.domain.settings import KEYS, Settings
from hearts_tui.screens.key_settings import KeyDialog, all_keys
from hearts_tui.screens.preferences import all_settings, one_setting, with_setting
from hearts_tui.screens.state import AppState


class SettingsDialogue:
    """Shows the settings over a screen, and changes one after another until the user is done.

    ``changed`` is called when the desk has other settings, with what keeps the change.
    """

    def __init__(
        self, app: App[Any], state: AppState, changed: Callable[[Callable[[], str]], None]
    ) -> None:
        self._app = app
        self._desk = state
        self._changed = changed

    def open(self) -> None:
        """Show all settings."""
        self._app.push_screen(all_settings(self._desk), self._chosen)

    def _chosen(self, name: str | None) -> None:
        if name == KEYS:
            self._app.push_screen(all_keys(self._desk.settings), self._key_chosen)
        elif name is not None:
            self._app.push_screen(one_setting(self._desk, name), partial(self._given, name))

    def _given(self, name: str, value: str | None) -> None:
        if value is not None:
            settings = with_setting(self._desk.settings, name, value)
            self._desk.spoiler_filter = replace(self._desk.spoiler_filter, level=settings.spoilers)
            self._take(settings, lambda: self._desk.stores.settings.save(name, value))
        self.open()

    def _key_chosen(self, name: str | None) -> None:
        if name is None:
            self.open()
        else:
            window = KeyDialog(name, self._desk.settings)
            self._app.push_screen(window, partial(self._key_given, name))

    def _key_given(self, name: str, key: str | None) -> None:
        settings = self._desk.settings.with_key(name, key or "")
        if key is not None and settings != self._desk.settings:
            self._take(settings, lambda: self._desk.stores.settings.save_key(name, key))
        self._chosen(KEYS)

    def _take(self, settings: Settings, save: Callable[[], str]) -> None:
        self._desk.settings = settings
        self._changed(save)
