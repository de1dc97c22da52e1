"""The windows in which settings are looked at and changed."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hearts_tui.domain.settings import CHOICES, KEYS, Settings
from hearts_tui.screens.dialogs import ChoiceDialog, Dialog, LineDialog
from hearts_tui.screens.state import AppState

_LABELS = {
    "spoilers": "How much may be told",
    "theme": "Colours",
    "motion": "What moves by itself",
    "start": "First screen",
    "zone": "Zone",
    "hours": "Clock",
    KEYS: "Keys",
}
_LONGEST_ZONE = 40


def all_settings(state: AppState) -> Dialog[str]:
    """Make the window that lists the settings; gives the name of the chosen one."""
    rows = [(name, f"{label}: {_shown(state.settings, name)}") for name, label in _LABELS.items()]
    hint = "Enter changes one, Esc goes back. They are kept in settings.toml."
    return ChoiceDialog("Settings", rows, "", hint)


def one_setting(state: AppState, name: str) -> Dialog[str]:
    """Make the window that asks for a setting's value."""
    label = _LABELS[name]
    if name not in CHOICES:
        hint = "A name such as Europe/Berlin; empty is this machine's own. From the next start on."
        return LineDialog(label, state.settings.zone, _LONGEST_ZONE, hint, fault_of_zone)
    values = [(value.value, value.value) for value in CHOICES[name]]
    hint = "Enter takes it, Esc goes back."
    return ChoiceDialog(label, values, str(getattr(state.settings, name)), hint)


def with_setting(settings: Settings, name: str, value: str) -> Settings:
    """Return the settings with one of them changed."""
    kind = CHOICES.get(name, str)
    changed: dict[str, Any] = {name: kind(value)}
    return replace(settings, **changed)


def fault_of_zone(name: str) -> str:
    """Say in one sentence why a zone can't be had; empty where it can, and for no name."""
    try:
        ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"{name} is no zone; one looks like Europe/Berlin."
    return ""


def _shown(settings: Settings, name: str) -> str:
    if name == KEYS:
        return f"{len(settings.keys)} of your own"
    return str(getattr(settings, name)) or "this machine's own"
