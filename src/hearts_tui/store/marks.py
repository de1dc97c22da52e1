"""The marks file: what the user has read and starred."""

from collections.abc import MutableMapping
from datetime import datetime
from pathlib import Path
from typing import Any

from hearts_tui.domain.keeping import Kept
from hearts_tui.domain.marks import Marks
from hearts_tui.store.document import Document
from hearts_tui.store.entries import table_of, understood

_HEADING = "# What you have read and starred in hearts, by address.\n"


class MarksFile:
    """Keeps marks in ``marks.toml``: a table ``marks`` with one table an address."""

    def __init__(self, folder: Path, obstacle: str = "") -> None:
        self._document = Document(folder / "marks.toml", _HEADING, obstacle)

    def load(self) -> Kept[Marks]:
        """Read the marks; entries that make no sense stay in the file and are told of."""
        contents = self._document.load()
        entries, notice = understood(self._document.name, contents.table, "marks", _names)
        read = frozenset(address for address, names in entries.items() if "read" in names)
        starred = frozenset(address for address, names in entries.items() if "star" in names)
        return Kept(Marks(read, starred), contents.notice or notice)

    def save_read(self, address: str, at: datetime | None) -> str:
        """Keep when an item was read; None makes it unread. See ``Document.change``."""
        return self._save(address, "read", at)

    def save_star(self, address: str, at: datetime | None) -> str:
        """Keep when an item got its star; None takes it away. See ``Document.change``."""
        return self._save(address, "star", at)

    def _save(self, address: str, name: str, at: datetime | None) -> str:
        def edit(table: MutableMapping[str, Any], _: int) -> None:
            entry = table_of(table_of(table, "marks"), address)
            if at is None:
                entry.pop(name, None)
            else:
                entry[name] = at

        return self._document.change(edit, ("marks", address)).notice


def _names(entry: dict[str, Any]) -> set[str]:
    return set(entry.keys())
