"""The slips of friends that the user added by hand, in a folder of the user's own."""

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

from hearts_tui.domain.slip import Slip
from hearts_tui.domain.slips_read import SlipsRead
from hearts_tui.domain.storage import StorageError, no_rest
from hearts_tui.store.atomic import replace_file
from hearts_tui.store.config_dir import make_folder
from hearts_tui.store.slip_json import BadSlipError, Options, write_slip
from hearts_tui.store.slip_owner import SUFFIX, is_fingerprint
from hearts_tui.store.slips import SlipFolder

FOLDER = "friends"

_BY_NAME = re.compile(r"[0-9a-f]{12}")


class Friends:
    """Keeps one slip of each friend in a user's folder; see ``SlipFolder`` for reading them."""

    def __init__(self, folder: Path, options: Options) -> None:
        self._folder = folder / FOLDER
        self._slips = SlipFolder(self._folder, options, _friends_only)

    def read(self, rest: Callable[[], object] = no_rest) -> SlipsRead:
        """Read what has changed since the last time, and return all that there is now.

        Raises:
            StorageError: the folder can't be read; the message says why in one sentence.

        """
        return self._slips.read(rest) if os.path.lexists(self._folder) else SlipsRead({})

    def add(self, slip: Slip, key: str = "") -> str:
        """Keep a slip in place of the friend's last one, and return the friend's id.

        ``key`` is the hex of the fingerprint of the key that signed it. Who didn't sign is known by
        name.

        Raises:
            StorageError: it was not kept; the message says why in one sentence.

        """
        friend = key or friend_called(slip.name)
        try:
            make_folder(self._folder)
            replace_file(self._folder / f"{friend}{SUFFIX}", write_slip(slip)[0])
        except (BadSlipError, OSError) as error:
            raise StorageError(f"{slip.name}'s slip was not kept: {_reason(error)}.") from error
        return friend

    def remove(self, friend: str) -> None:
        """Forget a friend's slip.

        Raises:
            StorageError: it is still there; the message says why in one sentence.

        """
        try:
            (self._folder / f"{friend}{SUFFIX}").unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"The slip is still there: {_reason(error)}.") from error


def friend_called(name: str) -> str:
    """Return the id of a friend whose slips aren't signed."""
    return hashlib.sha256(name.casefold().encode()).hexdigest()[:12]


def _friends_only(name: str, folder: os.stat_result) -> Callable[[os.stat_result], None]:
    del folder
    friend = name.removesuffix(SUFFIX)
    if friend == name or not (_BY_NAME.fullmatch(friend) or is_fingerprint(friend)):
        raise BadSlipError("its name isn't that of a friend's slip")
    return _anybodys


def _anybodys(status: os.stat_result) -> None:
    """Let any owner do: the folder is the user's own."""
    del status


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)
