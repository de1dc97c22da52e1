"""Write a file that the user asked for by name, outside of their folder."""

import os
from pathlib import Path

from hearts_tui.domain.storage import StorageError
from hearts_tui.files import NotAFileError, read_regular_file
from hearts_tui.store.atomic import replace_file


def export_file(path: Path, data: bytes, beginning: bytes) -> None:
    """Write a file whole or not at all; one that is there has to be empty or to begin like it.

    Raises:
        StorageError: it was not written; the message says why in one sentence.

    """
    target = Path(os.path.realpath(path))
    try:
        present = read_regular_file(target, len(beginning)) if _is_there(target) else b""
        if not present or present.startswith(beginning):
            replace_file(target, data)
            return
    except NotAFileError as error:
        raise StorageError(
            f"{path} was not written: {error.strerror}. Leave the name out, and use > instead."
        ) from error
    except OSError as error:
        raise StorageError(f"{path} was not written ({error.strerror}).") from error
    raise StorageError(
        f"{path} was not written: there's something else in it. Please take another name."
    )


def _is_there(target: Path) -> bool:
    try:
        target.lstat()
    except FileNotFoundError:
        return False
    return True
