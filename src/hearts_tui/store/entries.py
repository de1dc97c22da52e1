"""Tables of entries, as the user's files hold them: read what makes sense, leave the rest alone."""

from collections.abc import Callable, MutableMapping
from typing import Any, TypeVar

Value = TypeVar("Value")


def understood(
    file: str, table: dict[str, Any], name: str, read: Callable[[dict[str, Any]], Value]
) -> tuple[dict[str, Value], str]:
    """Read the entries of a table; what can't be read is counted in a sentence for the user."""
    name = str(name)
    entries = table.get(name, {})
    if not isinstance(entries, dict):
        return {}, f"{file}: {name!r} should be a table, so its entries can't be shown."
    values: dict[str, Value] = {}
    strange = []
    for key, entry in entries.items():
        try:
            values[key] = read(entry)
        except (KeyError, TypeError, AttributeError):
            strange.append(key)
    if not strange:
        return values, ""
    count = "1 entry" if len(strange) == 1 else f"{len(strange):,} entries"
    return (
        values,
        f"{file}: {count} can't be understood and stay as they are (first: {strange[0]}).",
    )


def whole_number(value: object, otherwise: int) -> int:
    """Return a value that is a whole number, or another number instead of anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def table_of(table: MutableMapping[str, Any], name: str) -> MutableMapping[str, Any]:
    """Return a table inside a table, made when it is missing.

    Raises:
        TypeError: something else than a table stands there.

    """
    if name not in table:
        table[name] = {}
    inner = table[name]
    if not isinstance(inner, MutableMapping):
        raise TypeError(f"{name!r} is not a table")
    return inner
