"""Read the user's entries: take what can be used, tell of the rest, and leave it alone."""

from collections.abc import Callable, Mapping, MutableMapping
from datetime import date, datetime
from typing import Any, Final, TypeGuard, TypeVar

from hearts_tui.domain.dates import YEARS
from hearts_tui.domain.excerpt import excerpt, shorten
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.store.toml_layout import TablePath

Value = TypeVar("Value")

LONGEST_TEXT = 10_000
"""In characters. A page with longer ones takes seconds to lay out."""

LARGEST_NUMBER = 2**63 - 1
"""The largest whole number that TOML requires every reader to know."""

_NEEDED: Final = object()
_LONGEST_NAME = 60


class UnusableError(Exception):
    """A table can't be used as what it should be; the faults tell why."""


class Faults:
    """What can't be used in a file: the first such value, and how many there are."""

    def __init__(self) -> None:
        self.count = 0
        self.path: TablePath = ()
        self._first = ""

    def add(self, path: TablePath, value: object, wanted: str) -> None:
        """Note a value that is not what is wanted, such as 'a whole number'."""
        self.add_sentence(path, lambda: f"{_name(path)} is {excerpt(value)}, not {wanted}")

    def add_missing(self, path: TablePath, key: str) -> None:
        """Note that a table lacks a key."""
        self.add_sentence(path, lambda: f"{_name(path)} has no {key}")

    def add_sentence(self, path: TablePath, sentence: Callable[[], str]) -> None:
        """Note a fault; of all but the first, only that there is one."""
        if not self.count:
            self.path, self._first = path, sentence()
        self.count += 1

    def __str__(self) -> str:
        """Return a sentence on the first one and the number of others; empty without any."""
        if not self.count:
            return ""
        more = f", like {self.count - 1:,} more" if self.count > 1 else ""
        return f"{self._first}; it is left out but stays in the file{more}."


class Values:
    """The values of one table, each read as what it should be, or else replaced and told of.

    Raises:
        UnusableError: it is no table.

    """

    def __init__(self, table: object, path: TablePath, faults: Faults) -> None:
        self.path = path
        self.faults = faults
        if not isinstance(table, Mapping):
            faults.add(path, table, "a table")
            raise UnusableError
        self._table = table

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def text(self, key: str, otherwise: object = _NEEDED) -> str:
        """Return a cleaned text.

        Raises:
            UnusableError: it is missing or no text, and there is nothing to return otherwise.

        """
        value = self._table.get(key, otherwise)
        if isinstance(value, str) and len(value) <= LONGEST_TEXT:
            return sanitize(value)
        if value is _NEEDED:
            self.faults.add_missing(self.path, key)
        else:
            most = f" of at most {LONGEST_TEXT:,} characters" if isinstance(value, str) else ""
            self.faults.add((*self.path, key), value, f"a text{most}")
        if isinstance(otherwise, str):
            return otherwise
        raise UnusableError

    def number(self, key: str, otherwise: int = 0) -> int:
        """Return a whole number."""
        value = self._table.get(key, otherwise)
        if is_whole_number(value):
            return value
        self.faults.add((*self.path, key), value, "a whole number")
        return otherwise

    def moment(self, key: str, *, zoned: bool = False) -> datetime | None:
        """Return a date with a time, or None; one with a zone if that is needed."""
        value = self._table.get(key)
        if value is None:
            return None
        if isinstance(value, datetime) and value.year in YEARS and (value.tzinfo or not zoned):
            return value
        zone = " and a zone" if zoned else ""
        wanted = f"a date with a time{zone}, from {YEARS.start} to {YEARS.stop - 1}"
        self.faults.add((*self.path, key), value, wanted)
        return None

    def day(self, key: str) -> date:
        """Return a date without a time.

        Raises:
            UnusableError: it is missing or no such date.

        """
        value = self._table.get(key)
        if isinstance(value, date) and not isinstance(value, datetime) and value.year in YEARS:
            return value
        if key in self._table:
            wanted = f"a date such as 2027-02-14, from {YEARS.start} to {YEARS.stop - 1}"
            self.faults.add((*self.path, key), value, wanted)
        else:
            self.faults.add_missing(self.path, key)
        raise UnusableError

    def truth(self, key: str) -> bool:
        """Return whether a value is true."""
        value = self._table.get(key, False)
        if not isinstance(value, bool):
            self.faults.add((*self.path, key), value, "true or false")
        return value is True

    def rows(self, key: str, read: "Callable[[Values], Value]") -> tuple[list[Value], list[Any]]:
        """Return the tables of a list that can be used, as they were read, and all other ones."""
        rows = self._table.get(key, [])
        if not isinstance(rows, list):
            self.faults.add((*self.path, key), rows, "a list of tables")
            return [], []
        good, bad = [], []
        for number, row in enumerate(rows, 1):
            try:
                good.append(read(Values(row, (*self.path, key, str(number)), self.faults)))
            except UnusableError:
                bad.append(row)
        return good, bad


def read_entries(
    table: Mapping[str, Any],
    name: str,
    read: Callable[[Values], Value],
    faults: Faults,
    most: int | None = None,
) -> dict[str, Value]:
    """Read the entries of a table, the last ones if there may be at most so many.

    An empty entry is none.
    """
    entries = table.get(name, {})
    if not isinstance(entries, Mapping):
        faults.add((name,), entries, "a table")
        return {}
    items = list(entries.items())
    if most is not None and (more := len(items) - most) > 0:
        path = name, items[0][0]
        faults.add_sentence(path, lambda: f"{_name(path)} is one of {more:,} too many to be shown")
        items = items[more:]
    values: dict[str, Value] = {}
    for key, entry in items:
        if entry == {}:
            continue
        try:
            values[key] = read(Values(entry, (name, key), faults))
        except UnusableError:
            continue
    return values


def is_whole_number(value: object) -> TypeGuard[int]:
    """Return whether a value is a whole number that can be counted with."""
    if not isinstance(value, int) or isinstance(value, bool):
        return False
    return -LARGEST_NUMBER <= value < LARGEST_NUMBER


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


def _name(path: TablePath) -> str:
    """Return a path as it is told of: in one line, and short."""
    return shorten(sanitize(".".join(path)).replace("\n", " "), _LONGEST_NAME)
