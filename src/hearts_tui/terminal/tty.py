"""Give a terminal back as it was, even one that takes no more output."""

import contextlib
import os
import select
import termios
import time
from typing import Any

_LEAVE = "".join(
    (
        "\x1b[?2026l",  # what was held back is shown
        "\x1b[?2004l",  # pasted text comes unmarked
        "\x1b[?7h",  # long lines wrap
        "\x1b[?2048l",  # no reports of the window's size
        *(f"\x1b[?{mode}l" for mode in (1000, 1002, 1003, 1006, 1015, 1016)),  # no mouse
        "\x1b[?1004l",  # no reports of the focus
        "\x1b[<u",  # the keys are sent in the old way
        "\x1b[0m\x1b[r",  # no colours, and the whole screen scrolls
        "\x1b[?1049l",  # the other screen, with what stood there before
        "\x1b[?25h",  # the cursor shows
    )
).encode("ascii")


class TtyState:
    """Remembers how a terminal was set when this was made, and can set it so again."""

    def __init__(self, fileno: int) -> None:
        self._fileno = fileno
        self._before = _attributes(fileno)

    @property
    def taken(self) -> bool:
        """Whether an app has the terminal now: its settings are others, and it is in front."""
        now = _attributes(self._fileno)
        return None not in (self._before, now) and now != self._before and _in_front(self._fileno)

    def restore(self, until: float) -> None:
        """Set the terminal back, if an app has it; what it takes no more by ``until`` is dropped.

        ``until`` is a time of the monotonic clock.
        """
        if not self.taken or self._before is None:
            return
        with contextlib.suppress(OSError, termios.error):
            # A file of its own can be told not to wait without a word to those who share ours.
            flags = os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY
            terminal = os.open(os.ttyname(self._fileno), flags)
            termios.tcflush(terminal, termios.TCIFLUSH)
            termios.tcsetattr(terminal, termios.TCSANOW, self._before)
            _write(terminal, _LEAVE, until)


def mute_output() -> None:
    """Let what this process still writes to its standard output and error go nowhere.

    What waits to be written by an app that is being ended would land in the user's shell.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _attributes(fileno: int) -> list[Any] | None:
    try:
        return termios.tcgetattr(fileno)
    except termios.error:
        return None


def _in_front(fileno: int) -> bool:
    """Return whether this process is in the terminal's foreground, and not a shell's job."""
    try:
        return os.tcgetpgrp(fileno) == os.getpgrp()
    except OSError:
        return False


def _write(terminal: int, data: bytes, until: float) -> None:
    """Write as far as the terminal takes it; it takes nothing while another write waits in it."""
    while data and (left := until - time.monotonic()) > 0:
        try:
            data = data[os.write(terminal, data) :]
        except BlockingIOError:
            poll = select.poll()
            poll.register(terminal, select.POLLOUT)
            poll.poll(left * 1000)
            time.sleep(0.01)
