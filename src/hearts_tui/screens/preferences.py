"""The windows in which settings are looked at and changed."""

from dataclasses import replace
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hearts_tui.domain.address import Section
from hearts_tui.domain.settings import Hours, Look, Motion, Settings
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.screens.desk import Desk
from hearts_tui.screens.questions import Choice, Line, Question

_KINDS: dict[str, type[StrEnum]] = {
    "spoilers": Spoiler,
    "theme": Look,
    "motion": Motion,
    "start": Section,
    "hours": Hours,
}
_LABELS = {
    "spoilers": "How much may be told",
    "theme": "Colours",
    "motion": "What moves by itself",
    "start": "First screen",
    "zone": "Zone",
    "hours": "Hours of a day",
    "keys": "Keys",
}
_LONGEST_ZONE = 40


def all_settings(desk: Desk) -> Question[str]:
    """Make the window that lists the settings; gives the name of the chosen one."""
    rows = [(name, f"{label}: {_shown(desk.settings, name)}") for name, label in _LABELS.items()]
    hint = "Enter changes one, Esc goes back. They are kept in settings.toml."
    return Choice("Settings", rows, "", hint)


def one_setting(desk: Desk, name: str) -> Question[str]:
    """Make the window that asks for a setting's value."""
    label = _LABELS[name]
    if name not in _KINDS:
        hint = "A name such as Europe/Berlin; empty is this machine's own. From the next start on."
        return Line(label, desk.settings.zone, _LONGEST_ZONE, hint)
    values = [(value.value, value.value) for value in _KINDS[name]]
    hint = "Enter takes it, Esc goes back."
    return Choice(label, values, str(getattr(desk.settings, name)), hint)


def with_setting(settings: Settings, name: str, value: str) -> Settings:
    """Return the settings with one of them changed."""
    kind = _KINDS.get(name, str)
    changed: dict[str, Any] = {name: kind(value)}
    return replace(settings, **changed)


def fault_of(name: str, value: str) -> str:
    """Say in one sentence why a setting can't have a value; empty where it can."""
    if name != "zone" or not value:
        return ""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"{value} is no zone; one looks like Europe/Berlin."
    return ""


def _shown(settings: Settings, name: str) -> str:
    if name == "keys":
        return f"{len(settings.keys)} of your own"
    return str(getattr(settings, name)) or "this machine's own"
