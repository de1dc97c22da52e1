"""A group of keys, and how a key is written down."""

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that belong together, under a heading for the help."""

    heading: str
    bindings: tuple[Binding, ...]


def key(
    keys: str, action: str, label: str, shown_as: str = "", *, bar: bool = False, name: str = ""
) -> Binding:
    """Make a binding.

    ``shown_as`` is how the keys are written for people, ``name`` the id under which the binding
    can be remapped (the action, where it is not given).
    """
    return Binding(keys, action, label, show=bar, key_display=shown_as or keys, id=name or action)
