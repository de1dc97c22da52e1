"""The settings in words: their labels, what they do, and what they can be set to."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hearts_tui.domain.settings import CHOICES, KEYS, Settings
from hearts_tui.domain.slip import clean_name
from hearts_tui.domain.spoilers import SeenFilm

LABELS: Mapping[str, str] = {
    "seen_film": "Seen the film?",
    "sequel_rumors": "Sequel rumors",
    "theme": "Colors",
    "motion": "Animation",
    "cursor": "Cursor",
    "screen_reader": "Screen reader",
    "linear": "Linear mode",
    "start": "First screen",
    "zone": "Time zone",
    "hours": "Clock",
    "board_name": "Name on boards",
    KEYS: "Custom keys",
}
"""The settings in the order of the list."""

NOTES = {
    "seen_film": "Not yet hides the plot of the 2022 film, ending included.",
    "sequel_rumors": "Rumors that tell what happens in a second film. x shows one, whatever you "
    "pick here.",
    "theme": "Auto goes with your terminal, dark or light, where it says which. Contrast is "
    "yellow and white on black.",
    "motion": "Less: nothing moves by itself, and the countdown drops its seconds.",
    "cursor": "Visible shows what has the focus, for braille displays and magnifiers.",
    "screen_reader": "On: the list or the page, never side by side, no pictures, and the cursor "
    "shows what has the focus.",
    "linear": "On: no full screen, just lines to read, as screen readers like them. From the next "
    "start on.",
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


def shown_value(settings: Settings, name: str) -> str:
    """Return the value of a setting as people read it."""
    if name == KEYS:
        return str(len(settings.keys)) if settings.keys else "none"
    value = str(getattr(settings, name))
    return _NAMES.get(name, {}).get(value, value)
