"""Take up the keys that the user has given to actions."""

from dataclasses import replace
from itertools import islice

from hearts_tui.screens.state import AppState
from hearts_tui.widgets.keymap import complaints

MAX_COMPLAINTS = 3
"""How many keys that can't be used are named one by one."""


def take_up_keys(state: AppState) -> None:
    """Leave only keys in the settings that get in nobody's way, and warn of the others."""
    given = state.settings.keys
    unusable = complaints(given)
    complain = state.stores.settings.complaint
    state.warnings += [complain(*each) for each in islice(unusable.items(), MAX_COMPLAINTS)]
    if (more := len(unusable) - MAX_COMPLAINTS) > 0:
        state.warnings.append(f"{more:,} more keys in settings.toml can't be used either.")
    usable = {name: key for name, key in given.items() if name not in unusable}
    state.settings = replace(state.settings, keys=usable)
