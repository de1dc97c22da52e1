"""The last text of a file that could be read: of this session, and in a copy beside the file."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hearts_tui.store.atomic import write_copy
from hearts_tui.store.losses import Holdings, HoldingsOf
from hearts_tui.store.toml_parser import DamagedFileError
from hearts_tui.store.toml_text import parsed_if_good, read_text


class LastGood:
    """Remembers the last good text, and tells what another one lacks that it has.

    ``target`` returns where the file is now. Without ``holdings_of`` no text lacks anything.
    """

    def __init__(self, target: Callable[[], Path], holdings_of: HoldingsOf | None) -> None:
        self._target = target
        self._holdings_of = holdings_of
        self._text = ""
        self._held = Holdings()

    @property
    def is_known(self) -> bool:
        """Whether this session has read or written a good text."""
        return bool(self._text)

    def know(self, text: str, table: dict[str, Any]) -> None:
        """Remember a text as the last good one of this session."""
        self._text = text
        self._held = self._holdings(table)

    def best(self) -> tuple[str, dict[str, Any]] | None:
        """Return the later of the text of this session and the copy, and its table."""
        known = [(text, parsed_if_good(text)) for text in (self._text, self.copied()) if text]
        good = [(text, table) for text, table in known if table is not None]
        return max(good, key=lambda each: self._holdings(each[1]).revision, default=None)

    def loss(self, text: str, table: dict[str, Any]) -> str:
        """Return what a text lacks that this session or the copy has; empty for nothing."""
        if self._holdings_of is None:
            return ""
        now = self._holdings(table)
        copied = self.copied()
        # The copy is parsed only where it says something else; a large one takes its time.
        before = None if copied in ("", text, self._text) else parsed_if_good(copied)
        return self._held.loss(now) or (self._holdings(before).loss(now) if before else "")

    def lacks(self, table: dict[str, Any], before: dict[str, Any]) -> bool:
        """Return whether a table lacks anything that one before it had."""
        return bool(self._holdings(before).loss(self._holdings(table)))

    def _holdings(self, table: dict[str, Any]) -> Holdings:
        return self._holdings_of(table) if self._holdings_of else Holdings()

    # The copy.

    def copied(self) -> str:
        """Return the text of the copy; empty where there is none that can be read."""
        try:
            return read_text(self._copy)
        except (OSError, DamagedFileError):
            return ""

    def write_copy(self, text: str) -> None:
        """Make a text the copy; an empty one leaves none.

        Raises:
            OSError: it could not be written, or not be removed.

        """
        if text:
            write_copy(self._copy, text.encode())
        else:
            self._copy.unlink(missing_ok=True)

    def write_copy_if_possible(self, text: str) -> None:
        """Make a text the copy, or do without."""
        with contextlib.suppress(OSError):
            write_copy(self._copy, text.encode())

    def move_copy(self, aside: Path) -> None:
        """Give the copy another name, under which nothing overwrites it."""
        self._copy.rename(aside)

    @property
    def _copy(self) -> Path:
        target = self._target()
        return target.with_name(f".{target.name}.last-good")
