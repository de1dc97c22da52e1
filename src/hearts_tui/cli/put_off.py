"""Import a module of the standard library when it is first used, and not before.

``importlib.util.LazyLoader`` is for this, but what it makes is loaded by an ``import`` of it.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def put_off(name: str) -> None:
    """Have a module, which others import, read only once somebody asks it for something."""
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
