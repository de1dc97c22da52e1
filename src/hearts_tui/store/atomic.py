"""Replace a file whole or not at all, and durably."""

import contextlib
import os
import tempfile
from pathlib import Path


def replace_file(target: Path, data: bytes) -> None:
    """Put ``data`` in the place of a file, which keeps its old content if anything fails.

    The new content is on the disk before it takes the old one's name (mode 0600), and the name is
    on the disk when this returns. The caller resolves symbolic links.

    Raises:
        OSError: a step failed; the target is as it was.

    """
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)  # noqa: PTH105 - the twin of mkstemp, which gives a name
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    sync_folder(target.parent)


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
