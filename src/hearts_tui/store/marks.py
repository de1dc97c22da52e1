"""The marks file: what the user has read, starred and rated."""

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from hearts_tui.domain.marks import MOST_STARS, Marks
from hearts_tui.domain.storage import Loaded
from hearts_tui.domain.toml_limits import LARGEST_FILE
from hearts_tui.store.lenient import Faults, UnusableError, Values, read_entries
from hearts_tui.store.toml_file import Contents, TomlFile

_HEADING = "# What you have read, starred and rated in hearts, by address.\n"


class MarksFile:
    """Keeps marks in ``marks.toml``: a table ``marks`` with one table an address."""

    def __init__(self, folder: Path, write_error: str = "", most: int = LARGEST_FILE) -> None:
        self._file = TomlFile(folder / "marks.toml", _HEADING, write_error, most=most)

    def load(self) -> Loaded[Marks]:
        """Read the marks; entries that make no sense stay in the file and are told of."""
        return self._loaded(self._file.load())

    def examine(self) -> Loaded[Marks]:
        """Read the marks and leave their file where it is; see ``TomlFile.examine``."""
        return self._loaded(self._file.examine())

    def _loaded(self, contents: Contents) -> Loaded[Marks]:
        faults = Faults()
        entries = read_entries(contents.table, "marks", _mark, faults)
        marks = Marks(
            read=frozenset(address for address, mark in entries.items() if mark.read),
            starred=frozenset(address for address, mark in entries.items() if mark.starred),
            ratings={address: mark.rating for address, mark in entries.items() if mark.rating},
            visited=_visited(contents.table, faults),
        )
        return Loaded(marks, contents.notice or self._file.told(faults))

    def save_visit(self, at: datetime) -> str:
        """Keep when the user was here. See ``TomlFile.change``."""

        def edit(table: MutableMapping[str, Any], _: int) -> None:
            table["last"] = at

        return self._file.change(edit, [("visits",)]).notice

    def save_read(self, addresses: Iterable[str], at: datetime | None) -> str:
        """Keep when items were read; None makes them unread. See ``TomlFile.change``."""
        return self._save(addresses, "read", at)

    def save_rating(self, address: str, rating: int) -> str:
        """Keep a rating; 0 takes it away. See ``TomlFile.change``."""
        return self._save([address], "rating", rating or None)

    def save_star(self, address: str, at: datetime | None) -> str:
        """Keep when an item got its star; None takes it away. See ``TomlFile.change``."""
        return self._save([address], "star", at)

    def _save(self, addresses: Iterable[str], name: str, value: datetime | int | None) -> str:
        def edit(table: MutableMapping[str, Any], _: int) -> None:
            if value is None:
                table.pop(name, None)
            else:
                table[name] = value

        return self._file.change(edit, [("marks", address) for address in addresses]).notice


@dataclass(frozen=True, slots=True)
class _Mark:
    read: bool
    starred: bool
    rating: int


def _mark(values: Values) -> _Mark:
    rating = max(0, min(MOST_STARS, values.number("rating")))
    return _Mark("read" in values, "star" in values, rating)


def _visited(table: Mapping[str, Any], faults: Faults) -> datetime | None:
    try:
        return Values(table.get("visits", {}), ("visits",), faults).moment("last", zoned=True)
    except UnusableError:
        return None
