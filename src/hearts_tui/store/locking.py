"""Hold the lock of a file, so that one session at a time changes it."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from hearts_tui.domain.storage import StorageError
from hearts_tui.files import NotAFileError, is_there, require_regular_file

LOCK_SECONDS = 1.5
"""How long a save waits for another session's; with the save itself it stays under two seconds."""


@contextlib.contextmanager
def file_lock(target: Path, name: str) -> Iterator[None]:
    """Hold the lock beside a file, given without symbolic links, and its name for messages.

    All who change the file have to lock at the same place, whatever links they came by.

    Raises:
        StorageError: the lock can't be had; the message says why in one sentence.
        OSError: the same, with nothing more to say than what the system says.

    """
    from filelock import FileLock, Timeout

    # The lock's library would make a missing folder anew, and so hide that it is gone.
    if not is_there(target.parent):
        raise StorageError(
            f"{name} was not saved: its folder {target.parent} is gone. Please put it back."
        )
    lock = target.with_name(f".{target.name}.lock")
    # A soft lock, which it would use instead, takes every lock file for one that is held.
    holding = FileLock(
        lock, timeout=LOCK_SECONDS, mode=0o600, poll_interval=0.005, fallback_to_soft=False
    )
    _require_lock_file(lock)
    try:
        holding.acquire()
    except Timeout as error:
        raise StorageError(
            f"{name} was not saved: another hearts holds it. Please try again."
        ) from error
    except OSError as error:
        if error.errno == errno.ENOSYS:
            raise StorageError(
                f"{name} was not saved: files in {target.parent} can't be locked. "
                "Please keep them on another disk."
            ) from error
        raise
    try:
        _leave_to_owner(lock)
        yield
    finally:
        # What was saved stays saved, even where letting go of the lock fails.
        with contextlib.suppress(OSError):
            holding.release()


def _leave_to_owner(lock: Path) -> None:
    """Give a lock that root made to the owner of its folder, who could not open it otherwise."""
    if os.geteuid() == 0:
        owner = lock.parent.stat()
        os.chown(lock, owner.st_uid, owner.st_gid, follow_symlinks=False)


def _require_lock_file(lock: Path) -> None:
    """Check that nothing but a lock file stands where one goes.

    Raises:
        StorageError: something else stands there.

    """
    with contextlib.suppress(FileNotFoundError):
        try:
            require_regular_file(lock.stat(), lock)
        except NotAFileError as error:
            raise StorageError(
                f"Nothing was saved: {lock.name} can't be a lock ({error.strerror}). "
                "Please move it away."
            ) from error
