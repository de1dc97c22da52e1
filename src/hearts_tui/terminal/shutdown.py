"""An end for every case: a signal, a terminal that is gone, one that takes no more output.

An app's own way out leads through its event loop and its terminal, and either may be stuck. So the
end is made in a thread that needs neither: it waits for what is being saved, gives the terminal
back and ends the process.
"""

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from hearts_tui.terminal.deadline import Deadline
from hearts_tui.terminal.tty import TtyState, mute_output

HUNG_UP = 128 + signal.SIGHUP
"""The exit code after the terminal has gone."""

_ENDS = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
_SAVED_BY, _RESTORED_BY, _LAST = 1.7, 2.1, 2.3
"""Seconds after which a hanging disk and a hanging terminal are waited for no longer, and after
which the process ends wherever it hangs."""

_LOOK_EVERY_MS = 200
"""Linux does not wake who waits for nothing but the terminal's going, so it has to be looked at,
and so has the deadline."""


class ShutdownGuard:
    """Ends this process by itself from the moment ``watch`` is called.

    The exit code is 128 and the signal's number; the terminal's going counts as SIGHUP, also
    where that is ignored. A signal that was ignored before stays so. A deadline that passes ends
    the process too.
    """

    def __init__(self) -> None:
        self.deadline = Deadline()
        self._terminal = TtyState(sys.__stdin__.fileno() if sys.__stdin__ else 0)
        self._finish: Callable[[], object] | None = None
        self._begun = threading.Event()
        self._wake_reader, self._wake_writer = os.pipe()

    def watch(self) -> None:
        """Heed the signals and the terminal from now on; to be called in the main thread."""
        for pipe in (self._wake_reader, self._wake_writer):
            os.set_blocking(pipe, False)
        # Written to in the signal's very moment, wherever the main thread may hang.
        signal.set_wakeup_fd(self._wake_writer, warn_on_full_buffer=False)
        for number in _ENDS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._on_signal)
        threading.Thread(target=self._watch, name="ending", daemon=True).start()

    def save_before_exit(self, finish: Callable[[], object]) -> None:
        """Let ``finish`` return before the end, in a thread of its own, unless it hangs."""
        self._finish = finish

    def wait_if_ending(self) -> None:
        """Wait for the end if it has begun: it knows the exit code. Else return at once."""
        if self._begun.is_set():
            threading.Event().wait()

    def restore(self) -> None:
        """Give the terminal back if the app left it as it was."""
        self._terminal.restore(time.monotonic() + _LAST)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        del frame
        self._begun.set()
        for job_control in (signal.SIGTSTP, signal.SIGCONT):
            # A shell wakes a stopped job to end it; the app must not go to sleep again.
            signal.signal(job_control, _ignore)
        os.write(self._wake_writer, bytes((number,)))

    def _watch(self) -> None:
        poll = select.poll()
        poll.register(self._wake_reader, select.POLLIN)
        for stream in (0, 1, 2):
            if os.isatty(stream):
                poll.register(stream, 0)
        while True:
            for fileno, event in poll.poll(_LOOK_EVERY_MS):
                if fileno == self._wake_reader:
                    self._read_signals()
                elif event & (select.POLLHUP | select.POLLERR):
                    self._end(HUNG_UP)
                else:
                    poll.unregister(fileno)
            if self.deadline.passed:
                self._end(self.deadline.code)

    def _read_signals(self) -> None:
        for number in os.read(self._wake_reader, 512):
            if number in _ENDS:
                self._end(128 + number)

    def _end(self, code: int) -> NoReturn:
        began = time.monotonic()
        self._begun.set()
        threading.Thread(target=_exit_by_deadline, args=(code,), daemon=True).start()
        # A process in the background that touches the terminal would be stopped.
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTTOU])
        if self._finish is not None:
            finishing = threading.Thread(target=self._finish, daemon=True)
            finishing.start()
            finishing.join(_SAVED_BY)
        mute_output()
        self._terminal.restore(began + _RESTORED_BY)
        os._exit(code)


def _exit_by_deadline(code: int) -> NoReturn:
    time.sleep(_LAST)
    os._exit(code)


def _ignore(number: int, frame: FrameType | None) -> None:
    del number, frame
