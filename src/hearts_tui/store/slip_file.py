"""The user's own slip in a folder that others read."""

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from hearts_tui.domain.slip import Slip
from hearts_tui.domain.storage import StorageError
from hearts_tui.store.atomic import publish_file, remove_stale_files
from hearts_tui.store.slip_json import LARGEST_SIGNED, BadSlipError, read_slip, write_slip
from hearts_tui.store.slip_owner import SUFFIX, own_voter
from hearts_tui.store.slips import opened_folder
from hearts_tui.store.ssh_keygen import SshKeygenError
from hearts_tui.store.stranger_file import read_stranger_file

_MODE = 0o644
"""Others read a slip, and only its voter writes it."""

_CLOCK_MOVED = timedelta(days=1)
"""How far a clock may have been put back; a time further ahead is one that nobody remembers."""


class Seal(NamedTuple):
    """Puts a seal below a slip's text, which is one line, and tells whether a slip has a good one.

    Both take bytes: the text, and the text with the seal.
    """

    put: Callable[[bytes], bytes]
    is_good: Callable[[bytes], bool]


def _is_bare(data: bytes) -> bool:
    return data.count(b"\n") == 1


NO_SEAL = Seal(bytes, _is_bare)
"""For folders in which the system sees to it that nobody writes another's slip."""


class SlipFile:
    """Keeps the slip of one voter up to date in a folder.

    ``voter`` is the hex of a key's fingerprint; without one it is the account that hearts runs as.
    With a ``clock`` a slip tells when it was made. Writing blocks on the disk, so it is to be done
    off the event loop.
    """

    def __init__(
        self,
        folder: Path,
        voter: str = "",
        *,
        suffix: str = SUFFIX,
        seal: Seal = NO_SEAL,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self._voter = voter or own_voter()
        self._folder = folder
        self._path = folder / f"{self._voter}{suffix}"
        self._seal = seal
        self._clock = clock
        self._is_tidy = False
        self._notice = ""

    @property
    def voter(self) -> str:
        """The id under which the group knows the user."""
        return self._voter

    @property
    def notice(self) -> str:
        """What there is to tell of the last write, in one sentence; empty when all is well."""
        return self._notice

    def write(self, slip: Slip) -> str:
        """Put a slip in place of the one that is there; it is durable when this returns.

        One that is the same stays, so that nothing is carried to other hosts for nothing.
        Returns a sentence for the user where there is something to tell, else an empty one.

        Raises:
            StorageError: the board has the slip of before; the message says why in one sentence.

        """
        try:
            self._notice = self._write(slip)
        except StorageError as error:
            self._notice = str(error)
            raise
        return self._notice

    def _write(self, slip: Slip) -> str:
        if not self._is_tidy:
            remove_stale_files(self._folder)
            self._is_tidy = True
        try:
            present = self._present()
            data, left_out = self._written(slip, present)
            # A key may want its owner's leave each time, so nothing is sealed for nothing.
            if not (present.startswith(data) and self._seal.is_good(present)):
                publish_file(self._path, self._seal.put(data), _MODE)
        except BadSlipError as error:
            raise StorageError(f"The board doesn't take your slip: {error}.") from error
        except SshKeygenError as error:
            raise StorageError(f"Your slip could not be signed: {error}.") from error
        except OSError as error:
            raise StorageError(self._reason(error)) from error
        if not left_out:
            return ""
        notes = "note has" if left_out == 1 else "notes have"
        return f"Your {left_out:,} oldest shared {notes} no room on the board."

    def remove(self) -> None:
        """Take the slip off the board.

        Raises:
            StorageError: it is still there; the message says why in one sentence.

        """
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(self._reason(error)) from error

    def _written(self, slip: Slip, present: bytes) -> tuple[bytes, int]:
        """Return the text of a slip, and how many notes are left out.

        One that is there already keeps its time.

        Raises:
            BadSlipError: the votes are too many.

        """
        if self._clock is None:
            return write_slip(slip)
        line, end, _ = present.partition(b"\n")
        last, now = _time_of(line), self._clock().replace(microsecond=0)
        if last is not None:
            same, left_out = write_slip(replace(slip, at=last))
            if same == line + end:
                return same, left_out
            if now <= last < now + _CLOCK_MOVED:
                # For those who saw the last one, this one has to be newer.
                now = last + timedelta(seconds=1)
        return write_slip(replace(slip, at=now))

    def _present(self) -> bytes:
        """Return what is in the voter's own file; nothing where others can write it too."""
        try:
            with opened_folder(self._folder) as folder:
                return read_stranger_file(folder, self._path.name, LARGEST_SIGNED, _require_own)
        except (BadSlipError, StorageError):
            return b""

    def _reason(self, error: OSError) -> str:
        if self._is_taken():
            return (
                f"Somebody else's {self._path.name} is in your place on the board at "
                f"{self._folder}; please ask whoever runs it to remove that file."
            )
        return f"The board at {self._folder} can't be written ({error.strerror})."

    def _is_taken(self) -> bool:
        try:
            return self._path.lstat().st_uid != os.geteuid()
        except OSError:
            return False


def _time_of(line: bytes) -> datetime | None:
    """Return when the slip in a line was made, as far as it tells."""
    try:
        return read_slip(line, {}).at
    except BadSlipError:
        return None


def remove_slip(path: Path) -> None:
    """Take anybody's slip off a board.

    Raises:
        StorageError: it is still there; the message says why in one sentence.

    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(f"{path} can't be removed ({error.strerror}).") from error


def _require_own(status: os.stat_result) -> None:
    if status.st_uid != os.geteuid() or stat.S_IMODE(status.st_mode) != _MODE:
        raise BadSlipError("it isn't as its voter writes it")
