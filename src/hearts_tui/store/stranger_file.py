"""Read files that strangers may have put into a folder, without ever waiting for one."""

import os
from collections.abc import Callable

from hearts_tui.files import READ_FLAGS, not_a_file
from hearts_tui.store.slip_json import BadSlipError

_FLAGS = READ_FLAGS | os.O_NOFOLLOW


def require_plain_file(status: os.stat_result, most: int) -> None:
    """Check that a status is that of a regular file with one name and at most so many bytes.

    Raises:
        BadSlipError: it is not.

    """
    if reason := not_a_file(status):
        raise BadSlipError(reason)
    if status.st_nlink != 1:
        raise BadSlipError(f"it has {status.st_nlink} names (hard links)")
    if status.st_size > most:
        raise BadSlipError(f"it has more than {most // 1024} KiB")


def read_stranger_file(
    folder: int, name: str, most: int, require: Callable[[os.stat_result], None]
) -> bytes:
    """Return the content of a plain file in an open folder.

    ``require`` raises an error for a status that is not allowed. What is no such file is not
    opened, as far as that can be told before: opening some devices has effects. What was opened is
    looked at again, as another file may have come in between.

    Raises:
        BadSlipError: it is no plain file, or larger, or not allowed.
        OSError: it is missing or can't be read.

    """
    _require(os.stat(name, dir_fd=folder, follow_symlinks=False), most, require)
    descriptor = os.open(name, _FLAGS, dir_fd=folder)
    try:
        _require(os.fstat(descriptor), most, require)
        data = os.read(descriptor, most + 1)
    finally:
        os.close(descriptor)
    if len(data) > most:
        raise BadSlipError(f"it has more than {most // 1024} KiB")
    return data


def _require(status: os.stat_result, most: int, require: Callable[[os.stat_result], None]) -> None:
    require_plain_file(status, most)
    require(status)
