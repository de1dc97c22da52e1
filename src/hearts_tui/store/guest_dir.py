"""Config folders for guests, each of which lasts as long as one session."""

import contextlib
import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

RUNTIME_VARIABLE = "XDG_RUNTIME_DIR"
_PREFIX = "hearts-guest-"


class GuestDir:
    """A new folder that only this user can read, locked for as long as a process holds it.

    The lock is passed on to child processes. It tells the next guest's session that the folder is
    in use: what a killed process left behind is not, and is removed.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor

    @classmethod
    def create(cls, environ: Mapping[str, str]) -> "GuestDir":
        """Make a folder in the user's runtime folder, else in the system's for temporary files.

        Folders that the user's earlier sessions left behind there are removed.

        Raises:
            OSError: neither takes a new folder.

        """
        failure: OSError | None = None
        for parent in _parents(environ):
            try:
                made = cls._create_in(parent)
            except OSError as error:
                failure = error
            else:
                remove_abandoned(parent)
                return made
        raise failure or FileNotFoundError("no folder for temporary files")

    @classmethod
    def _create_in(cls, parent: Path) -> "GuestDir":
        while True:
            path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
            try:
                return cls(path, _lock(path))
            except (FileNotFoundError, BlockingIOError):
                # Not locked yet, it was taken for abandoned by another session, which removes it.
                continue
            except OSError:
                path.rmdir()
                raise

    def remove(self) -> None:
        """Remove the folder with all that is in it, as far as that can be done."""
        shutil.rmtree(self.path, ignore_errors=True)
        os.close(self._descriptor)


def remove_abandoned(parent: Path) -> None:
    """Remove the folders of guests in a parent folder that no process of this user holds."""
    for path in _own_dirs(parent):
        with contextlib.suppress(OSError):
            GuestDir(path, _lock(path)).remove()


def _parents(environ: Mapping[str, str]) -> Iterator[Path]:
    runtime = environ.get(RUNTIME_VARIABLE, "")
    if Path(runtime).is_absolute():
        yield Path(runtime)
    yield Path(tempfile.gettempdir())


def _own_dirs(parent: Path) -> list[Path]:
    """List the guests' folders that belong to this user; others may put theirs beside them."""
    with contextlib.suppress(OSError):
        return [path for path in parent.glob(f"{_PREFIX}*") if _is_own_dir(path)]
    return []


def _is_own_dir(path: Path) -> bool:
    try:
        status = path.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid()


def _lock(path: Path) -> int:
    """Lock a folder, and return the descriptor that holds the lock until it is closed.

    Raises:
        BlockingIOError: another process holds the lock.
        FileNotFoundError: the folder has been removed meanwhile.
        OSError: the file system has no such locks.

    """
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.lstat()
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
