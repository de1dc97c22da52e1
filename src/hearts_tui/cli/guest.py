"""Sessions of guests, who start with nothing and leave nothing."""

import os
from collections.abc import Callable

from hearts_tui.cli.board import BOARD_VARIABLE
from hearts_tui.cli.child import run_in_child
from hearts_tui.domain.settings import NO_BOARD
from hearts_tui.store.config_dir import FOLDER_VARIABLE
from hearts_tui.store.guest_dir import GuestDir


class GuestSession:
    """A session with a config folder of its own, which is removed afterwards, and no board."""

    def __init__(self) -> None:
        """Make the folder.

        Raises:
            OSError: it can't be made.

        """
        self._folder = GuestDir.create(os.environ)

    def enter(self) -> None:
        """Let this process use the folder."""
        os.environ[FOLDER_VARIABLE] = str(self._folder.path)
        # All guests are one account: a slip of theirs would be everybody's, and stay.
        os.environ[BOARD_VARIABLE] = NO_BOARD

    def close(self) -> None:
        """Remove the folder: nothing can write to it any more."""
        self._folder.remove()


def run_as_guest(run: Callable[[], int]) -> int:
    """Call ``run`` in a child process with a folder of its own; see ``run_in_child``."""
    return run_in_child(GuestSession, run)


def describe_failure(error: OSError) -> str:
    """Return a sentence that says why a guest's session can't be opened."""
    where = f" {error.filename}" if error.filename else ""
    return (
        f"no session can be opened for a guest ({error.strerror}{where}); "
        "please tell whoever runs this host."
    )
