"""Sessions of guests, who start with nothing and leave nothing."""

import os
import signal
import time
from collections.abc import Callable
from types import FrameType

from hearts_tui.store.config_dir import FOLDER_VARIABLE
from hearts_tui.store.guest_dir import GuestDir
from hearts_tui.terminal.tty import TtyState

_ENDS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
_SECONDS_TO_RESTORE = 1.0
"""How long a terminal that takes nothing more is waited for."""


def run_as_guest(run: Callable[[], int]) -> int:
    """Call ``run`` in a child process with a config folder of its own, and return the exit code.

    The folder is removed after the child has ended, however it did so: nothing can write to it any
    more then, and the terminal is given back if the child did not do so. Signals that end a session
    are passed on to the child and do not end this process.
    In the child this function returns as well, with what ``run`` returned.

    Raises:
        OSError: the folder or the process can't be made; nothing is left behind.

    """
    terminal = TtyState(0)
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, [*_ENDS, signal.SIGCHLD])
    try:
        folder, child = _fork_with_dir()
    except OSError:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        raise
    if child:
        code = _wait_for(child)
        folder.remove()
        # A child that was killed, as for want of memory, left the terminal as it was.
        terminal.restore(time.monotonic() + _SECONDS_TO_RESTORE)
        # The signals stay blocked: one that waits would hide the exit code.
        return code
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    os.environ[FOLDER_VARIABLE] = str(folder.path)
    return run()


def describe_failure(error: OSError) -> str:
    """Return a sentence that says why a guest's session can't be opened."""
    where = f" {error.filename}" if error.filename else ""
    return (
        f"no session can be opened for a guest ({error.strerror}{where}); "
        "please tell whoever runs this host."
    )


def _fork_with_dir() -> tuple[GuestDir, int]:
    """Make a folder and fork; return it and the child's process id, which is 0 in the child."""
    folder = GuestDir.create(os.environ)
    # Where the signal is ignored, its default too, some systems don't let anybody wait for it.
    before = signal.signal(signal.SIGCHLD, _ignore)
    try:
        child = os.fork()
    except OSError:
        folder.remove()
        raise
    if not child:
        signal.signal(signal.SIGCHLD, before)
    return folder, child


def _wait_for(child: int) -> int:
    """Wait until a child process has ended; return its exit code as a shell does."""
    while True:
        number = signal.sigwait([*_ENDS, signal.SIGCHLD])
        if number != signal.SIGCHLD:
            os.kill(child, number)
            continue
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code


def _ignore(number: int, frame: FrameType | None) -> None:
    del number, frame
