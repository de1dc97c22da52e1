"""What every driver of ours adds to Textual's own for Unix terminals."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.messages import InBandWindowResize

from hearts_tui.terminal.diff_driver.terminal_file import open_terminal

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
        self.attempt(self._file.write, text)
        if self._has_failed:
            with suppress(OSError):
                self._terminal.write(text)

    def flush(self) -> None:
        """Send what was written."""
        self.attempt(self._file.flush)
        if self._has_failed:
            with suppress(OSError):
                self._terminal.flush()

    def fileno(self) -> int:
        """Return the file descriptor."""
        return self._file.fileno()

    def attempt(self, call: Callable[..., object], *arguments: str) -> None:
        """Make a call, unless one has failed before; report it if it fails."""
        if self._has_failed:
            return
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
        self._terminal = open_terminal()
        self._output = ErrorReportingFile(self._make_output(), self._terminal, self._report_error)
        self._file = self._output  # type: ignore[assignment] # the part of a file that is used
        if self._size is None:
            self._size = clamp_size(*super()._get_terminal_size())
        self._last_size: tuple[int, int] | None = None

    def _make_output(self) -> OutputFile:
        """Return the file that the writer thread writes to."""
        return self._terminal

    def _report_error(self, error: Exception) -> None:
        """Hand an error of the writer thread to the app, which ends with its report."""
        self._app.call_later(self._app._handle_exception, error)

    def _repaint(self) -> None:
        """Have the app draw everything, from any thread."""
        self._app.call_later(self._app.refresh, layout=True)

    def _get_terminal_size(self) -> tuple[int, int]:
        size = clamp_size(*super()._get_terminal_size())
        if size == self._last_size:
            # The window was another in between, and may show anything; for the app nothing changed.
            self._repaint()
        self._last_size = size
        return size

    def start_application_mode(self) -> None:
        """Start as Textual does, but have the event loop take the signals of a resize.

        Textual's handler can itself be interrupted by the next signal, after it has read the size;
        the older size is then the last that the app hears of.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]
        asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, self._announce_size)

    def _announce_size(self) -> None:
        """Tell the app the size that the window has by now."""
        size = Size(*self._get_terminal_size())
        self._app.post_message(Resize(size, size))

    def process_message(self, message: Message) -> None:
        """Pass on what the terminal sent, but for sizes."""
        if not isinstance(message, Resize | InBandWindowResize):
            super().process_message(message)

    def _query_in_band_window_resize(self) -> None:
        """Ask for no size reports: they bring reports of the mouse's motion with them."""


def clamp_size(columns: int, rows: int) -> tuple[int, int]:
    """Return a size in cells that is at most ``MAX_COLUMNS`` by ``MAX_ROWS``."""
    return min(columns, MAX_COLUMNS), min(rows, MAX_ROWS)
