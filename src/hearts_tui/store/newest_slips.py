"""How new the newest slips are that the user has seen, so that no older ones count again."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hearts_tui.domain.slip import Slip
from hearts_tui.domain.storage import StorageError
from hearts_tui.files import read_regular_file
from hearts_tui.store.atomic import replace_file
from hearts_tui.store.locking import file_lock
from hearts_tui.store.slip_owner import is_fingerprint

FILE = "newest_slips.json"

_LARGEST = 4 * 1024 * 1024
_NEVER = datetime.min.replace(tzinfo=UTC)
_AHEAD = timedelta(days=1)
"""How far a clock may be ahead. A later time is not remembered: once that clock is right, nothing
that its voter says would count for years."""


class NewestSlips:
    """Remembers, in the user's folder, when the newest slip of each voter was made.

    Whoever carries slips can keep an old one, whose signature stays good, and put it back over a
    newer one. It is for one thread at a time.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._path = folder / FILE
        self._clock = clock
        self._newest: dict[str, datetime] | None = None
        self._is_changed = False

    def is_replaced(self, voter: str, slip: Slip) -> bool:
        """Return whether a newer slip of a voter was seen than this one; remember it if not.

        A slip without a time, of an earlier version of hearts, is older than any with one.
        """
        if self._newest is None:
            self._newest = _read(self._path)
        at, newest = slip.at or _NEVER, self._newest.get(voter, _NEVER)
        if newest < at < self._clock() + _AHEAD:
            self._newest[voter] = at
            self._is_changed = True
        return at < newest

    def save(self) -> None:
        """Keep what was remembered, with what other sessions have kept meanwhile.

        Where that is impossible, it holds for this session.
        """
        if self._newest is None or not self._is_changed:
            return
        with suppress(OSError, StorageError), file_lock(self._path, "The board"):
            kept = _read(self._path)
            for voter, at in self._newest.items():
                kept[voter] = max(at, kept.get(voter, _NEVER))
            replace_file(self._path, _written(kept))
            self._newest, self._is_changed = kept, False


def _written(newest: Mapping[str, datetime]) -> bytes:
    table = {voter: at.isoformat() for voter, at in sorted(newest.items())}
    return json.dumps(table, indent=1).encode() + b"\n"


def _read(path: Path) -> dict[str, datetime]:
    """Return what is in the file, without what makes no sense."""
    try:
        table = json.loads(read_regular_file(path, _LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(table, dict):
        return {}
    times = {voter: _moment(at) for voter, at in table.items() if is_fingerprint(voter)}
    return {voter: at for voter, at in times.items() if at is not None}


def _moment(text: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None else None
