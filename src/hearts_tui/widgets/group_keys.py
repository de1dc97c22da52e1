"""The keys of the board that need a group, where there is one and where there is none."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from textual.binding import Binding

from hearts_tui.widgets import keys
from hearts_tui.widgets.key_group import KeyGroup
from hearts_tui.widgets.keymap import shown, split

PREFIX = "group."
"""What the ids of the actions begin with; the rest is what their action is given."""

ACTIONS = frozenset(str(b.id) for b in keys.BOARD.bindings if str(b.id).startswith(PREFIX))
"""The ids of all actions that need a group."""


def with_group(groups: Sequence[KeyGroup], offered: Collection[str]) -> Sequence[KeyGroup]:
    """Return groups of keys with only those of the group's actions that are offered.

    Keys that go before those of what has the focus are taken from the others.
    """
    left = [
        replace(group, bindings=tuple(b for b in group.bindings if _is_left(b, offered)))
        for group in groups
    ]
    first = {key for group in left for b in group.bindings if b.priority for key in split(b.key)}
    return [
        replace(group, bindings=tuple(_without(binding, first) for binding in group.bindings))
        for group in left
    ]


def _is_left(binding: Binding, offered: Collection[str]) -> bool:
    name = str(binding.id)
    return name not in ACTIONS or name.removeprefix(PREFIX) in offered


def _without(binding: Binding, taken: Collection[str]) -> Binding:
    given = split(binding.key)
    left = [key for key in given if key not in taken]
    if binding.priority or not left or left == given:
        return binding
    key = ",".join(left)
    return replace(binding, key=key, key_display=shown(key))
