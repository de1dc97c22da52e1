"""Ask a terminal where its cursor is: how long it takes to answer, how wide it draws a text."""

import contextlib
import os
import re
import select
import signal
import termios
import time
from collections.abc import Iterator, Sequence

_ASK = b"\x1b[6n"
_REPORT = re.compile(rb"\x1b\[\d+;(\d+)R")
_LINE_START, _CLEAR_LINE = b"\r", b"\r\x1b[K"
_TRIES = 3
_BETWEEN_LOOKS = 0.05
"""Seconds between two looks at what is to end this process."""

_ENDS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGTSTP}


class NoAnswerError(Exception):
    """The terminal said nothing, or not all of it, in the time that it had."""


class CursorReports:
    """Asks the terminal of a file descriptor, which has to be open for reading and writing."""

    def __init__(self, terminal: int, patience: float = 2.0) -> None:
        """Take a terminal; ``patience`` is how many seconds it has to answer."""
        self._terminal = terminal
        self._patience = patience

    def round_trip(self) -> float:
        """Return how many seconds the terminal takes to answer, at the best of a few times.

        Raises:
            NoAnswerError: it doesn't.

        """
        with self._quiet():
            return min(self._timed() for _ in range(_TRIES))

    def widths(self, texts: Sequence[str]) -> list[int]:
        """Return how many cells each of some texts takes on the terminal; leave an empty line.

        Raises:
            NoAnswerError: it doesn't say.

        """
        asked = b"".join(_LINE_START + text.encode() + _ASK for text in texts)
        with self._quiet():
            try:
                return [column - 1 for column in self._answers(asked, len(texts))]
            finally:
                os.write(self._terminal, _CLEAR_LINE)

    def _timed(self) -> float:
        began = time.monotonic()
        self._answers(_ASK, 1)
        return time.monotonic() - began

    def _answers(self, asked: bytes, count: int) -> list[int]:
        """Write something and return the columns in the reports that come back.

        As long as some come, there may be more: what came later would be typed into the shell.
        """
        os.write(self._terminal, asked)
        heard = b""
        while len(found := _REPORT.findall(heard)) < count:
            heard += self._more()
        return [int(column) for column in found[:count]]

    def _more(self) -> bytes:
        end = time.monotonic() + self._patience
        while not _ENDS & signal.sigpending():
            left = end - time.monotonic()
            if select.select([self._terminal], [], [], max(0.0, min(left, _BETWEEN_LOOKS)))[0]:
                if part := os.read(self._terminal, 4096):
                    return part
                break
            if left <= 0:
                break
        raise NoAnswerError

    @contextlib.contextmanager
    def _quiet(self) -> Iterator[None]:
        """Have answers neither shown nor kept until the end of a line.

        What ends or stops this process meanwhile waits until the terminal is as it was; what is
        left to read then is no line for the shell.
        """
        before = termios.tcgetattr(self._terminal)
        quiet = termios.tcgetattr(self._terminal)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDS)
        try:
            # What was typed before is no answer.
            termios.tcsetattr(self._terminal, termios.TCSAFLUSH, quiet)
            yield
        finally:
            termios.tcsetattr(self._terminal, termios.TCSAFLUSH, before)
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


@contextlib.contextmanager
def own_terminal() -> Iterator[int | None]:
    """Open the terminal that this process is in front of; None where there is no such."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        yield None
        return
    try:
        # Whoever is in the background would be stopped for asking.
        yield terminal if os.tcgetpgrp(terminal) == os.getpgrp() else None
    finally:
        os.close(terminal)
