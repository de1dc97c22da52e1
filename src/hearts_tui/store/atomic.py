"""Replace a file whole or not at all, and durably."""

import contextlib
import errno
import os
import stat
import time
from pathlib import Path

from hearts_tui.files import is_there

_NEW, _OLD = ".new", ".old"
_A_DAY = 24 * 60 * 60


def replace_file(target: Path, data: bytes) -> None:
    """Put ``data`` in the place of a file, which keeps its old content if anything fails.

    The new content is on the disk before it takes the old one's name, and the name is on the disk
    when this returns. Mode and owner stay; a new file gets mode 0600. The old content keeps a
    second name until then, so that it can be put back if the last step fails. The caller resolves
    symbolic links.

    Raises:
        OSError: a step failed; the target is as it was.

    """
    new = _written(target, data)
    old = new.with_suffix(_OLD)
    try:
        is_first = not is_there(target)
        if not is_first:
            _link(target, old)
        new.replace(target)
        try:
            sync_folder(target.parent)
        except OSError:
            if is_there(old):
                old.replace(target)
            elif is_first:
                target.unlink()
            raise
    finally:
        for leftover in (new, old):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def write_copy(target: Path, data: bytes) -> None:
    """Write a copy that nothing depends on: whole or not at all, but not waited for.

    Raises:
        OSError: a step failed; the target is as it was.

    """
    new = _written(target, data, durable=False)
    try:
        new.replace(target)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def publish_file(target: Path, data: bytes, mode: int) -> None:
    """Put a file into a folder that others can write too, as one that this user owns.

    The new content is on the disk before it takes the old one's name, and the name is on the disk
    when this returns. Whatever stands at that name, a link included, is replaced as far as the
    folder allows it, and never followed. The old content gets no second name at any time: readers
    may take a file with two for one that somebody else has linked to.

    Raises:
        OSError: a step failed. Only if it was the last one, the target may be the new one already.

    """
    new = _written(target, data, mode=mode)
    try:
        new.replace(target)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def keep_under(target: Path, aside: Path) -> None:
    """Give a file a second name that it keeps when another takes its place.

    Where its file system knows no second names, it gets the new one instead of its own.

    Raises:
        OSError: it could not be done.

    """
    _link(target, aside)
    if not is_there(aside):
        target.rename(aside)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable.

    Raises:
        OSError: the disk refused.

    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_stale_files(folder: Path) -> None:
    """Remove what a killed process left behind of its writes more than a day ago."""
    with contextlib.suppress(OSError):
        for entry in folder.iterdir():
            if entry.name.startswith(".") and entry.suffix in (_NEW, _OLD):
                with contextlib.suppress(OSError):
                    if time.time() - entry.stat().st_mtime > _A_DAY:
                        entry.unlink()


def _written(target: Path, data: bytes, *, durable: bool = True, mode: int | None = None) -> Path:
    """Write a new file beside a target, under a name that nobody knows before it is there."""
    # Imported late: who only reads does without.
    import tempfile

    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=_NEW, dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is None:
                _take_after(target, file.fileno())
            else:
                os.fchmod(file.fileno(), mode)
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def _take_after(target: Path, descriptor: int) -> None:
    """Give a new file the mode and owner of the one that it is to replace.

    What root makes where there was none belongs to the owner of the folder: whoever uses sudo once
    could not read their own file otherwise. Where the owner can't be given, the mode is for this
    user alone.
    """
    try:
        old = target.stat()
        mode = stat.S_IMODE(old.st_mode) & 0o777
    except FileNotFoundError:
        old, mode = target.parent.stat(), 0o600
        if os.geteuid() != 0:
            return
    new = os.fstat(descriptor)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.fchown(descriptor, old.st_uid, old.st_gid)
        except PermissionError:
            mode &= 0o700
    os.fchmod(descriptor, mode)


def _link(target: Path, old: Path) -> None:
    """Give a file a second name, where its file system knows such a thing."""
    try:
        os.link(target, old)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK):
            raise
