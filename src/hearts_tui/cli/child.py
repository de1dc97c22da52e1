"""Run a session in a child process, and follow up on its end, however it ends."""

import os
import signal
import time
from collections.abc import Callable
from types import FrameType
from typing import Protocol

from hearts_tui.terminal.tty import TtyState

_ENDS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
_SECONDS_TO_RESTORE = 1.0
"""How long a terminal that takes nothing more is waited for."""


class Session(Protocol):
    """What a session needs around it."""

    def enter(self) -> None:
        """Prepare the child process."""

    def close(self) -> None:
        """Follow up on its end, in the parent; also where there was none to begin with."""


def run_in_child(open_session: Callable[[], Session], run: Callable[[], int]) -> int:
    """Open a session, call ``run`` in a child process, and return the exit code.

    The session is closed after the child has ended, however it did so, and the terminal is given
    back if the child did not do so. Signals that end a session are passed on to the child and do
    not end this process. In the child this function returns as well, with what ``run`` returned.

    Raises:
        OSError: the process can't be made; nothing is left behind.

    """
    terminal = TtyState(0)
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, [*_ENDS, signal.SIGCHLD])
    try:
        session, child = _fork_with(open_session)
    except Exception:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        raise
    if child:
        code = _wait_for(child)
        session.close()
        # A child that was killed, as for want of memory, left the terminal as it was.
        terminal.restore(time.monotonic() + _SECONDS_TO_RESTORE)
        # The signals stay blocked: one that waits would hide the exit code.
        return code
    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    session.enter()
    return run()


def _fork_with(open_session: Callable[[], Session]) -> tuple[Session, int]:
    """Open a session and fork; return it and the child's process id, which is 0 in the child."""
    session = open_session()
    # Where the signal is ignored, its default too, some systems don't let anybody wait for it.
    before = signal.signal(signal.SIGCHLD, _ignore)
    try:
        child = os.fork()
    except OSError:
        session.close()
        raise
    if not child:
        signal.signal(signal.SIGCHLD, before)
    return session, child


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
