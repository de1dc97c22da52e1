"""The folder in which the user's files live."""

import os
from collections.abc import Mapping
from pathlib import Path

APP_NAME = "hearts-tui"
FOLDER_VARIABLE = "HEARTS_CONFIG_DIR"
_USUAL_SIZE = 64 * 1024
"""In bytes: more than a ballot of many years."""


def config_dir(environ: Mapping[str, str]) -> Path:
    """Return the user's folder: the one that HEARTS_CONFIG_DIR names, else the platform's own."""
    named = environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


def write_error(folder: Path) -> str:
    """Make the folder if it is missing; say in one sentence why nothing can be kept there."""
    if not folder.is_absolute():
        return (
            f"Nothing can be kept: {folder} is not a full path. "
            f"Set HOME, or {FOLDER_VARIABLE} to a folder such as /home/me/hearts."
        )
    # Imported late, here and below: who only reads does without.
    import tempfile

    try:
        make_folder(folder)
        descriptor, name = tempfile.mkstemp(prefix=".probe.", suffix=".new", dir=folder)
        os.close(descriptor)
        Path(name).unlink()
    except OSError as error:
        return f"Nothing can be kept: {folder} can't be written ({error.strerror})."
    return ""


def room_error(folder: Path) -> str:
    """Return why nothing of the usual size can be written into a folder; leave nothing there."""
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(_USUAL_SIZE))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return f"{folder} can't be written ({error.strerror})."
    return ""


def make_folder(folder: Path) -> None:
    """Make a folder if it is missing; what root makes belongs to the owner of where it is made.

    Raises:
        OSError: it can't be made.

    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if missing and os.geteuid() == 0:
        owner = missing[-1].parent.stat()
        for each in missing:
            os.chown(each, owner.st_uid, owner.st_gid)
