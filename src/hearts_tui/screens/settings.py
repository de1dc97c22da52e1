"""The dialogs in which settings are looked at and changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from textual.app import App

from hearts_tui.domain.settings import CHOICES, KEYS, Settings
from hearts_tui.domain.slip import WIDEST_NAME, clean_name
from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.screens.dialogs import ChoiceDialog, Dialog, LineDialog
from hearts_tui.screens.group_actions import not_offered
from hearts_tui.screens.key_settings import KeyDialog, all_keys
from hearts_tui.screens.state import AppState

LABELS: Mapping[str, str] = {
    "seen_film": "Seen the film?",
    "sequel_rumors": "Sequel rumors",
    "theme": "Colors",
    "motion": "Animation",
    "cursor": "Cursor",
    "start": "First screen",
    "zone": "Time zone",
    "hours": "Clock",
    "board_name": "Name to others",
    KEYS: "Custom keys",
}
"""The settings in the order of the list."""

_NOTES = {
    "seen_film": "Not yet hides the plot of the 2022 film, ending included.",
    "sequel_rumors": "Rumors that tell what happens in a second film. x shows one, whatever you "
    "pick here.",
    "theme": "Auto goes with your terminal, dark or light, where it says which. Contrast is "
    "yellow and white on black.",
    "motion": "Less: nothing moves by itself, and the countdown drops its seconds.",
    "cursor": "Visible shows what has the focus, for braille lines and magnifiers.",
    "start": "The screen hearts opens with.",
    "zone": "Dates and times are shown in this zone.",
    "hours": "24 hours, or 12 with am and pm.",
    "board_name": "What others call you on a shared board. Change it any time.",
    KEYS: "Any action can have a key of your choice.",
}
_NAMES: Mapping[str, Mapping[str, str]] = {
    "seen_film": {SeenFilm.UNANSWERED: "not yet"},
    "hours": {"24": "24 hours", "12": "12 hours"},
    "zone": {"": "system"},
    "board_name": {"": "none yet"},
}
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
        (name, f"{label:{_LABEL_WIDTH}}{_shown(settings, name)}") for name, label in LABELS.items()
    ]
    return ChoiceDialog("Settings", rows, "", "Enter to change, Esc to close.", at=at, notes=_NOTES)


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


def values_of(name: str) -> dict[str, str]:
    """Return the values that a setting can be given, with their names."""
    names = _NAMES.get(name, {})
    values = [kind.value for kind in CHOICES.get(name, ()) if kind is not SeenFilm.UNANSWERED]
    return {value: names.get(value, value) for value in values}


def with_setting(settings: Settings, name: str, value: str) -> Settings:
    """Return the settings with one of them changed."""
    kind = CHOICES.get(name, str)
    changed: dict[str, Any] = {name: clean_name(value) if name == "board_name" else kind(value)}
    return replace(settings, **changed)


def fault_of_zone(name: str) -> str:
    """Return in one sentence why a zone can't be had; empty where it can, and for no name."""
    try:
        ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "Unknown time zone. Example: Europe/Berlin."
    return ""


def _shown(settings: Settings, name: str) -> str:
    if name == KEYS:
        return str(len(settings.keys)) if settings.keys else "none"
    value = str(getattr(settings, name))
    return _NAMES.get(name, {}).get(value, value)
