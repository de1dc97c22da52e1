"""Import a module of the standard library later than others ask for it, or not at all for them."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def put_off(name: str) -> None:
    """Have a module, which others import, read only once somebody asks it for something.

    ``importlib.util.LazyLoader`` is for this, but what it makes is read by an ``import`` of it.
    """
    if name in sys.modules:
        return
    stand_in = ModuleType(name)

    def find(attribute: str) -> Any:
        if sys.modules[name] is stand_in:
            del sys.modules[name]
            vars(stand_in).update(vars(import_module(name)))
        return getattr(sys.modules[name], attribute)

    vars(stand_in)["__getattr__"] = find
    sys.modules[name] = stand_in


def import_without(name: str, other: str) -> None:
    """Import a module as in a Python that lacks another one, which it can do without.

    Nothing changes where either was imported before.
    """
    if name in sys.modules or other in sys.modules:
        return
    # By the import system's own convention.
    sys.modules[other] = None  # type: ignore[assignment]
    try:
        import_module(name)
    finally:
        del sys.modules[other]
