"""What every driver of ours adds to Textual's own for Unix terminals."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message
from textual.messages import InBandWindowResize

if TYPE_CHECKING:
    from textual.app import App

MAX_COLUMNS, MAX_ROWS = 500, 200
"""The largest window that is drawn in. A client can claim any size, and memory grows with it."""


class OutputFile(Protocol):
    """The part of a text file that Textual's writer thread uses."""

    def write(self, text: str, /) -> object:
        """Write a text."""

    def flush(self) -> None:
        """Send what was written."""

    def fileno(self) -> int:
        """Return the file descriptor."""


class ErrorReportingFile:
    """Passes writes on to a file, and reports the first error instead of raising it.

    Textual's writer thread dies of an exception without a word, and the app then hangs as soon as
    the thread's queue is full. After an error, what is written goes to ``terminal`` as it is, if
    that still takes anything: it holds what gives the terminal back.
    """

    def __init__(
        self, file: OutputFile, terminal: OutputFile, report: Callable[[Exception], None]
    ) -> None:
        self._file = file
        self._terminal = terminal
        self._report = report
        self._has_failed = False

    def write(self, text: str) -> None:
        """Write a text."""
        if self._has_failed:
            with suppress(OSError):
                self._terminal.write(text)
        else:
            self._try(self._file.write, text)

    def flush(self) -> None:
        """Send what was written."""
        if self._has_failed:
            with suppress(OSError):
                self._terminal.flush()
        else:
            self._try(self._file.flush)

    def fileno(self) -> int:
        """Return the file descriptor."""
        return self._file.fileno()

    def _try(self, call: Callable[..., object], *arguments: str) -> None:
        try:
            call(*arguments)
        except Exception as error:  # noqa: BLE001 - whatever it was, the app has to hear of it
            self._has_failed = True
            self._report(error)


class BaseDriver(LinuxDriver):
    """Textual's driver with sizes that are bounded and errors that are reported.

    Writes to standard error, as Textual does, or to standard output where the former is redirected.
    Sizes are taken from the terminal alone, never from reports in its input: nobody asks for those,
    and whoever sends them can claim any size.
    """

    def __init__(
        self,
        app: "App[Any]",
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._terminal = terminal_stream()
        self._set_output(self._terminal)
        if self._size is None:
            self._size = self._get_terminal_size()

    def _set_output(self, file: OutputFile) -> None:
        """Let the writer thread write to a file."""
        output = ErrorReportingFile(file, self._terminal, self._report_error)
        self._file = output  # type: ignore[assignment] # the part of a file that is used

    def _report_error(self, error: Exception) -> None:
        """Hand an error of the writer thread to the app, which ends with its report."""
        self._app.call_later(self._app._handle_exception, error)

    def _get_terminal_size(self) -> tuple[int, int]:
        return clamp_size(*super()._get_terminal_size())

    def process_message(self, message: Message) -> None:
        """Pass on what the terminal sent, but for sizes."""
        if not isinstance(message, Resize | InBandWindowResize):
            super().process_message(message)

    def _query_in_band_window_resize(self) -> None:
        """Ask for no size reports: they bring reports of the mouse's motion with them."""


def terminal_stream() -> TextIO:
    """Return the stream to draw on: standard error, or standard output if that is redirected."""
    error, output = sys.__stderr__, sys.__stdout__
    is_terminal = error is not None and os.isatty(error.fileno())
    stream = error if is_terminal else output
    if stream is None:
        raise OSError("standard output is closed")
    return stream


def clamp_size(columns: int, rows: int) -> tuple[int, int]:
    """Return a size in cells that is at most ``MAX_COLUMNS`` by ``MAX_ROWS``."""
    return min(columns, MAX_COLUMNS), min(rows, MAX_ROWS)
