"""Read files without waiting for anything that is not a regular file."""

import errno
import os
import stat
from pathlib import Path

READ_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
"""The flags to open a file for reading that never wait, whatever the file turns out to be."""

_NOTHING_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFLNK: "a link",
}


class NotAFileError(OSError):
    """Something that is not a regular file stands at a path; ``strerror`` names what it is."""


def read_regular_file(path: Path, most: int) -> bytes:
    """Return the content of a regular file, or only its first ``most + 1`` bytes if it has more.

    It is looked at before it is opened, as opening some devices has effects, and once more
    afterwards, as another file may have taken its place in between.

    Raises:
        NotAFileError: it is a pipe, a device, a folder or a socket.
        OSError: it is missing or can't be read.

    """
    require_regular_file(path.stat(), path)
    descriptor = os.open(path, READ_FLAGS)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - it is open already
        require_regular_file(os.fstat(descriptor), path)
        return file.read(most + 1)


def is_there(path: Path) -> bool:
    """Return whether something stands at a path, or where the links there lead.

    From Python 3.14 on, ``Path.exists`` says no where that can't be told, and a save would go on
    without a copy of the old file.

    Raises:
        OSError: it can't be told, as on a disk that fails.

    """
    try:
        path.stat()
    except OSError as error:
        if error.errno in _NOTHING_THERE:
            return False
        raise
    return True


def require_regular_file(status: os.stat_result, path: Path) -> None:
    """Check that a status is that of a regular file.

    Raises:
        NotAFileError: it is not.

    """
    if reason := not_a_file(status):
        raise NotAFileError(errno.EINVAL, reason, os.fspath(path))


def not_a_file(status: os.stat_result) -> str:
    """Return why a status isn't that of a regular file; empty where it is."""
    kind = stat.S_IFMT(status.st_mode)
    if kind == stat.S_IFREG:
        return ""
    return f"it is {_KINDS.get(kind, 'something strange')}, not a file"
