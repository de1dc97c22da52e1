"""The terminal as a file to write to, whatever state other programs left it in."""

import os
import select
import sys
import time
from typing import TextIO

_BUFFERED = 8192
"""Characters that wait for a flush at most."""

_RETRY_SECONDS = 0.01
"""A terminal that another process is writing to counts as ready, and takes nothing all the same."""


class TerminalFile:
    """A text file that waits while the terminal takes nothing more.

    A program that ran before can have left the terminal in non-blocking mode, where Python's own
    files raise an error and lose text. What the encoding does not have is written as an escape.
    """

    def __init__(self, fileno: int, encoding: str) -> None:
        self._fileno = fileno
        self._encoding = encoding
        self._buffer: list[str] = []
        self._buffered = 0

    def write(self, text: str) -> None:
        """Write a text, at the latest with the next flush."""
        self._buffer.append(text)
        self._buffered += len(text)
        if self._buffered > _BUFFERED:
            self.flush()

    def flush(self) -> None:
        """Send what was written.

        Raises:
            OSError: the terminal is gone.

        """
        data = "".join(self._buffer).encode(self._encoding, "backslashreplace")
        self._buffer.clear()
        self._buffered = 0
        while data:
            try:
                data = data[os.write(self._fileno, data) :]
            except BlockingIOError:
                self._wait()

    def fileno(self) -> int:
        """Return the file descriptor."""
        return self._fileno

    def _wait(self) -> None:
        poll = select.poll()
        poll.register(self._fileno, select.POLLOUT)
        poll.poll()
        time.sleep(_RETRY_SECONDS)


def terminal_stream() -> TextIO:
    """Return the stream to draw on: standard error, or standard output if that is redirected."""
    error, output = sys.__stderr__, sys.__stdout__
    is_terminal = error is not None and os.isatty(error.fileno())
    stream = error if is_terminal else output
    if stream is None:
        raise OSError("standard output is closed")
    return stream


def open_terminal() -> TerminalFile:
    """Return the file to draw on."""
    stream = terminal_stream()
    return TerminalFile(stream.fileno(), stream.encoding)
