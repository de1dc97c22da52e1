"""Which of the actions that need a group there is anything for."""

from collections.abc import Set

from hearts_tui.screens.state import AppState
from hearts_tui.widgets.group_keys import ACTIONS, PREFIX


def offered(state: AppState) -> Set[str]:
    """Return the actions that a group offers, as ``GroupPart.do`` knows them; none without one."""
    if state.group is None or not state.has_group:
        return frozenset()
    return {"switch", "voters", "compare"} if state.group.friends else {"switch", "voters"}


def not_offered(state: AppState) -> Set[str]:
    """Return the ids of the actions that there is nothing for."""
    return ACTIONS - {f"{PREFIX}{action}" for action in offered(state)}
