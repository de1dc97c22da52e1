"""The marks file: what the user has read, starred and rated."""

from collections.abc import Iterable, Mapping, MutableMapping
from datetime import datetime
from pathlib import Path
from typing import Any

from hearts_tui.domain.keeping import Kept
from hearts_tui.domain.marks import MOST_STARS, Marks
from hearts_tui.store.document import Document
from hearts_tui.store.entries import table_of, understood, whole_number

_HEADING = "# What you have read, starred and rated in hearts, by address.\n"


class MarksFile:
    """Keeps marks in ``marks.toml``: a table ``marks`` with one table an address."""

    def __init__(self, folder: Path, obstacle: str = "") -> None:
        self._document = Document(folder / "marks.toml", _HEADING, obstacle)

    def load(self) -> Kept[Marks]:
        """Read the marks; entries that make no sense stay in the file and are told of."""
        contents = self._document.load()
        entries, notice = understood(self._document.name, contents.table, "marks", _entry)
        marks = Marks(
            read=frozenset(address for address, entry in entries.items() if "read" in entry),
            starred=frozenset(address for address, entry in entries.items() if "star" in entry),
            ratings={
                address: min(MOST_STARS, rating)
                for address, entry in entries.items()
                if (rating := whole_number(entry.get("rating"), 0)) > 0
            },
            visited=_visited(contents.table),
        )
        return Kept(marks, contents.notice or notice)

    def save_visit(self, at: datetime) -> str:
        """Keep when the user was here. See ``Document.change``."""

        def edit(table: MutableMapping[str, Any], _: int) -> None:
            table_of(table, "visits")["last"] = at

        return self._document.change(edit).notice

    def save_read(self, addresses: Iterable[str], at: datetime | None) -> str:
        """Keep when items were read; None makes them unread. See ``Document.change``."""
        names = list(addresses)
        if len(names) == 1:
            return self._save(names[0], "read", at)

        def edit(table: MutableMapping[str, Any], _: int) -> None:
            for address in names:
                _put(table, address, "read", at)

        return self._document.change(edit).notice

    def save_rating(self, address: str, rating: int) -> str:
        """Keep a rating; 0 takes it away. See ``Document.change``."""
        return self._save(address, "rating", rating or None)

    def save_star(self, address: str, at: datetime | None) -> str:
        """Keep when an item got its star; None takes it away. See ``Document.change``."""
        return self._save(address, "star", at)

    def _save(self, address: str, name: str, value: datetime | int | None) -> str:
        def edit(table: MutableMapping[str, Any], _: int) -> None:
            _put(table, address, name, value)

        return self._document.change(edit, ("marks", address)).notice


def _put(
    table: MutableMapping[str, Any], address: str, name: str, value: datetime | int | None
) -> None:
    entry = table_of(table_of(table, "marks"), address)
    if value is None:
        entry.pop(name, None)
    else:
        entry[name] = value


def _visited(table: Mapping[str, Any]) -> datetime | None:
    visits = table.get("visits")
    last = visits.get("last") if isinstance(visits, Mapping) else None
    return last if isinstance(last, datetime) and last.tzinfo else None


def _entry(entry: object) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise TypeError(f"{entry!r} is no table")
    return entry
