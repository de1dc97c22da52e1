"""The dialogs in which settings are looked at and changed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from textual.app import App

from hearts_tui.domain.setting_words import LABELS, NOTES, shown_value, values_of, with_setting
from hearts_tui.domain.settings import CHOICES, KEYS, Settings
from hearts_tui.domain.slip import WIDEST_NAME
from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.screens.dialogs import ChoiceDialog, Dialog, LineDialog
from hearts_tui.screens.group_actions import not_offered
from hearts_tui.screens.key_settings import KeyDialog, all_keys
from hearts_tui.screens.state import AppState
from hearts_tui.zones import fault_of_zone

_LABEL_WIDTH = 16
_LONGEST_ZONE = 40


class SettingsDialogs:
    """Shows the settings over a screen, and changes one after another until the user is done.

    ``changed`` is called when the state has other settings, with what saves the change.
    """

    def __init__(
        self, app: App[Any], state: AppState, changed: Callable[[Callable[[], str]], None]
    ) -> None:
        self._app = app
        self._state = state
        self._changed = changed

    def open(self, at: str = "") -> None:
        """Show all settings, with the cursor on one of them."""
        self._app.push_screen(all_settings(self._state.settings, at), self._chosen)

    def ask(self, name: str) -> None:
        """Ask for the value of one setting, and be done."""
        if name == KEYS:
            self._open_keys()
        else:
            dialog = one_setting(self._state.settings, name)
            self._app.push_screen(dialog, partial(self._take_value, name))

    def _chosen(self, name: str | None) -> None:
        if name == KEYS:
            self._open_keys()
        elif name is not None:
            dialog = one_setting(self._state.settings, name)
            self._app.push_screen(dialog, partial(self._given, name))

    def _given(self, name: str, value: str | None) -> None:
        self._take_value(name, value)
        self.open(name)

    def _take_value(self, name: str, value: str | None) -> None:
        if value is not None:
            settings = with_setting(self._state.settings, name, value)
            self._state.spoiler_filter = replace(
                self._state.spoiler_filter,
                seen_film=settings.seen_film,
                sequel_rumors=settings.sequel_rumors,
            )
            kept = str(getattr(settings, name))
            self._take(settings, lambda: self._state.stores.settings.save(name, kept))

    def _open_keys(self, at: str = "") -> None:
        keys = all_keys(self._state.settings, at, not_offered(self._state))
        self._app.push_screen(keys, self._key_chosen)

    def _key_chosen(self, name: str | None) -> None:
        if name is None:
            self.open(KEYS)
        else:
            dialog = KeyDialog(name, self._state.settings)
            self._app.push_screen(dialog, partial(self._key_given, name))

    def _key_given(self, name: str, key: str | None) -> None:
        settings = self._state.settings.with_key(name, key or "")
        if key is not None and settings != self._state.settings:
            self._take(settings, lambda: self._state.stores.settings.save_key(name, key))
        self._open_keys(name)

    def _take(self, settings: Settings, save: Callable[[], str]) -> None:
        self._state.settings = settings
        self._changed(save)


def all_settings(settings: Settings, at: str = "") -> Dialog[str]:
    """Return the dialog that lists the settings; it gives the name of the chosen one."""
    rows = [
        (name, f"{label:{_LABEL_WIDTH}}{shown_value(settings, name)}")
        for name, label in LABELS.items()
    ]
    return ChoiceDialog(
        "Settings", rows, "", "Enter changes, / finds, Esc closes.", at=at, notes=NOTES
    )


def one_setting(settings: Settings, name: str) -> Dialog[str]:
    """Return the dialog that asks for a setting's value."""
    label = LABELS[name]
    if name == "board_name":
        hint = f"Up to {WIDEST_NAME} letters; empty for none. Enter saves, Esc cancels."
        return LineDialog(label, settings.board_name, WIDEST_NAME, hint)
    if name not in CHOICES:
        hint = "Such as Europe/Berlin; empty for the system's. Takes effect after a restart."
        return LineDialog(label, settings.zone, _LONGEST_ZONE, hint, fault_of_zone)
    current = str(getattr(settings, name))
    if current == SeenFilm.UNANSWERED:
        current = SeenFilm.NOT_YET
    hint = "Enter to choose, Esc to cancel."
    return ChoiceDialog(label, list(values_of(name).items()), current, hint)
