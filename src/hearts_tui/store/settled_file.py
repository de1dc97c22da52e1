"""Read a file that an editor may be writing at this moment, and notice when somebody changed it."""

import time
from collections.abc import Callable
from pathlib import Path

from hearts_tui.store.toml_parser import DamagedFileError
from hearts_tui.store.toml_text import read_text

_SETTLE_SECONDS, _SETTLE_TIMES = 0.2, 2
"""How long an editor that empties a file first may take to write it, and how often to look."""


class SettledFile:
    """Reads a file once it is whole.

    ``loss_of`` returns what a text lacks that the file had before, or raises ``DamagedFileError``;
    ``was_good`` tells whether the file could be read before.
    """

    def __init__(
        self, path: Path, loss_of: Callable[[str], str], was_good: Callable[[], bool]
    ) -> None:
        self._path = path
        self._loss_of = loss_of
        self._was_good = was_good
        self._seen: object = None

    def read(self) -> tuple[str, str]:
        """Return the text, and what it lacks; read again where something is wrong with it.

        Some editors empty a file, or put it away, a moment before they write it, and it may be
        read when half of it is written. Damage that was there at the start is not waited for.

        Raises:
            OSError: it can't be read, or is no file at all.
            DamagedFileError: it is no TOML that can be read.

        """
        for _ in range(_SETTLE_TIMES):
            try:
                text, loss = self._look()
            except DamagedFileError:
                if not self._was_good():
                    raise
            else:
                if not loss:
                    return text, ""
            time.sleep(_SETTLE_SECONDS)
        return self._look()

    def read_now(self) -> str:
        """Return the text that is there at this moment; empty where there is no file."""
        try:
            return read_text(self._path)
        except FileNotFoundError:
            return ""

    def _look(self) -> tuple[str, str]:
        self.mark_seen()
        text = self.read_now()
        return text, self._loss_of(text)

    def mark_seen(self) -> None:
        """Take the file as it is now for known."""
        self._seen = self._state()

    def mark_unseen(self) -> None:
        """Take the file for changed, so that whoever looks for changes reads it again."""
        self._seen = object()

    def has_changed(self) -> bool:
        """Return whether somebody else put another file in place since it was last read."""
        return self._state() != self._seen

    def _state(self) -> object:
        """Return what tells one version of the file from another without reading it."""
        try:
            stat = self._path.stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_size, stat.st_mtime_ns
