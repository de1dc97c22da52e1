"""A folder of slips, one of each voter, into which strangers can put anything."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from operator import attrgetter
from pathlib import Path

from hearts_tui.domain.slip import Slip
from hearts_tui.domain.slips_read import SlipsRead, slips_read
from hearts_tui.domain.storage import StorageError, no_rest
from hearts_tui.store.slip_json import LARGEST_SLIP, BadSlipError, Options, read_slip
from hearts_tui.store.slip_owner import SUFFIX, require_owner, voter_of
from hearts_tui.store.stranger_file import read_stranger_file

MOST_SLIPS, MOST_FILES = 10_000, 200_000
"""How many slips are read, and how many files are looked at to find them."""

_FULL = f"the board takes {MOST_SLIPS:,} voters, and there are more"
_TOO_MANY_FILES = f"The board looks at {MOST_FILES:,} files, and there are more."

_Version = tuple[int, ...]
"""What tells one version of a file from another without reading it."""

_version = attrgetter("st_ino", "st_mtime_ns", "st_ctime_ns", "st_size", "st_uid")
_NOT_READ: _Version = ()


Admission = Callable[[str, os.stat_result], Callable[[os.stat_result], None]]
"""Takes a file's name and the folder's status; returns what takes the file's status.

Both raise BadSlipError where the file does not count.
"""


def owners_only(name: str, folder: os.stat_result) -> Callable[[os.stat_result], None]:
    """Let a file count where it belongs to the voter that its name stands for."""
    return partial(require_owner, voter_of(name), folder)


class SlipFolder:
    """Reads the folder that the accounts, or the keys, of one host share.

    ``options`` are the ids of the options of every theory; ``admit`` tells which files may count,
    first by name and then by status. Reading blocks on the disk, so it is to
    be done off the event loop, by one thread at a time.
    """

    def __init__(self, path: Path, options: Options, admit: Admission = owners_only) -> None:
        self._path = path
        self._options = options
        self._admit = admit
        self._owner = -1
        self._versions: dict[str, _Version] = {}
        self._slips: dict[str, Slip] = {}
        self._reasons: dict[str, str] = {}

    def read(self, rest: Callable[[], object] = no_rest) -> SlipsRead:
        """Read what has changed since the last time, and return all that there is now.

        Raises:
            StorageError: the folder can't be read; the message says why in one sentence.

        """
        with opened_folder(self._path) as folder:
            notice = self._update(folder, rest)
        slips = {name.removesuffix(SUFFIX): slip for name, slip in self._slips.items()}
        return slips_read(slips, self._reasons, notice)

    def _update(self, folder: int, rest: Callable[[], object]) -> str:
        """Read what has changed; return a sentence for the user where there is too much of it."""
        owner = os.fstat(folder)
        before = self._versions if owner.st_uid == self._owner else {}
        self._owner = owner.st_uid
        self._versions, notice = _versions(folder)
        gone = [name for name in before if name not in self._versions]
        changed = [name for name, seen in self._versions.items() if before.get(name) != seen]
        for name in (*gone, *changed):
            self._slips.pop(name, None)
            self._reasons.pop(name, None)
        # In this order, so that all who see a folder that is too full read the same slips of it.
        for name in sorted(changed):
            rest()
            self._look(folder, name, owner)
        return notice

    def _look(self, folder: int, name: str, owner: os.stat_result) -> None:
        """Read a file, and keep what is in it or why it does not count.

        What is rejected takes no room: as every account owns one name, nobody can crowd out others.
        """
        if len(self._slips) >= MOST_SLIPS:
            self._reasons[name] = _FULL
            self._versions[name] = _NOT_READ
            return
        try:
            require = self._admit(name, owner)
            data = read_stranger_file(folder, name, LARGEST_SLIP, require)
            self._slips[name] = read_slip(data, self._options)
        except FileNotFoundError:
            del self._versions[name]
        except OSError as error:
            self._reasons[name] = f"it can't be read ({error.strerror})"
        except BadSlipError as error:
            self._reasons[name] = str(error)


@contextmanager
def opened_folder(path: Path) -> Iterator[int]:
    """Open a folder for as long as it is read.

    Raises:
        StorageError: it can't be read; the message says why in one sentence.

    """
    try:
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            yield folder
        finally:
            os.close(folder)
    except OSError as error:
        raise StorageError(f"The board at {path} can't be read ({error.strerror}).") from error


def _versions(folder: int) -> tuple[dict[str, _Version], str]:
    """Return the version of each file by name, and a sentence where not all were looked at.

    Names that start with a dot are those of files that are being written.
    """
    versions = {}
    with os.scandir(folder) as entries:
        for entry in islice(entries, MOST_FILES):
            name = entry.name
            if name[0] != ".":
                try:
                    versions[name] = _version(entry.stat(follow_symlinks=False))
                except FileNotFoundError:
                    continue
        return versions, _TOO_MANY_FILES if next(entries, None) is not None else ""
