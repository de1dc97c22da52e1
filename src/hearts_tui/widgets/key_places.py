"""Which groups of keys hold at the same time."""

from textual.binding import Binding

from hearts_tui.widgets import keys
from hearts_tui.widgets.key_group import KeyGroup

SCREENS = (keys.NEWS, keys.CAST, keys.TRACKS, keys.COUNTDOWN, keys.BOARD, keys.FILM)
"""The keys that one screen has and the others don't."""

PLACES = (keys.LIST, keys.READING, KeyGroup("Options", keys.OPTIONS), keys.DATES)
"""The keys of what has the focus: one of these at a time."""

ALWAYS = (keys.PANES, keys.SPOILERS, keys.EVERYWHERE)
"""The keys that all screens have."""

GROUPS = (*SCREENS, *ALWAYS, *PLACES)
"""All groups of keys."""


def actions() -> dict[str, Binding]:
    """Return one binding for each action that can be given another key, by its id."""
    return {str(binding.id): binding for group in GROUPS for binding in group.bindings}
