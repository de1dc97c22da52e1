"""Textual's driver for Unix terminals, made to send only what changed."""

import os
from collections.abc import Callable

from hearts_tui.terminal.diff_driver.base_driver import BaseDriver, OutputFile, clamp_size
from hearts_tui.terminal.diff_driver.parser import Renderer
from hearts_tui.terminal.diff_driver.terminfo import can_erase_in_color

_KITTY_KEYS = ("\x1b[>", "\x1b[<")
_POINTER_SHAPE = "\x1b]22;"

MAX_REPAINTS = 3
"""How many errors of the renderer are answered with a repaint before one ends the app."""


class DiffFile:
    """A file for Textual's writing thread, which passes on to a terminal only what changed.

    The thread flushes when nothing more waits, so that on a slow line the frames that have gathered
    become one. A frame that has begun is held back until its end has come too.

    Where the renderer raises an error, the screen counts as unknown and ``repaint`` is called,
    which is to have everything written anew. After ``MAX_REPAINTS`` errors the next one is raised.
    """

    def __init__(
        self, terminal: OutputFile, repaint: Callable[[], object], *, can_erase: bool = False
    ) -> None:
        self._terminal = terminal
        self._renderer = Renderer(can_erase=can_erase)
        self._repaint = repaint
        self._repaints = 0
        self._size: tuple[int, int] | None = None
        self._known_size: tuple[int, int] | None = None

    def resized(self, columns: int, rows: int) -> None:
        """Take note, from any thread or signal handler, that the terminal has got a size."""
        self._size = (columns, rows)

    def send_whole_lines(self, *, is_wanted: bool) -> None:
        """Send, or don't, all of a line where something of it differs, in the order of reading."""
        self._renderer.whole_lines = is_wanted

    def write(self, data: str) -> None:
        """Take what a program writes."""
        try:
            self._feed(data)
        except Exception as error:  # noqa: BLE001 - after any, only a repaint shows what is meant
            self._recover(error, data)

    def _feed(self, data: str) -> None:
        size = self._size
        # By identity: a size that comes again tells that the terminal was another in between.
        if size is not None and size is not self._known_size:
            self._known_size = size
            self._renderer.resize(*size)
        self._renderer.feed(data)

    def flush(self) -> None:
        """Send what is complete."""
        if not self._renderer.is_mid_frame:
            self.drain()

    def drain(self) -> None:
        """Send everything, complete or not."""
        try:
            data = self._renderer.take()
        except Exception as error:  # noqa: BLE001 - as above
            self._recover(error)
            data = self._renderer.take()
        if data:
            self._terminal.write(data)
            self._terminal.flush()

    def _recover(self, error: Exception, data: str = "") -> None:
        """Forget the screen and have it drawn anew; raise the error where that did not help.

        ``data``, at which the error came, goes through as it is: it may be what leaves the screen.
        """
        if self._repaints == MAX_REPAINTS:
            raise error
        self._repaints += 1
        self._renderer.reset(data)
        self._repaint()

    def fileno(self) -> int:
        """Return the terminal's file descriptor."""
        return self._terminal.fileno()


class DiffDriver(BaseDriver):
    """A driver of few bytes, for ``App(driver_class=DiffDriver)``.

    Of the mouse, clicks and the wheel are reported and its motion is not: over a network each
    motion is a packet there and a frame back. Pointer shapes are not sent: some terminals print
    them. Where the app has ``sends_whole_lines``, no line is sent in parts.
    """

    KITTY_KEYS = True
    """Whether to ask for the keyboard protocol of kitty, where a terminal has it."""

    wire: DiffFile

    def _make_output(self) -> OutputFile:
        can_erase = can_erase_in_color(os.environ.get("TERM", ""), self._terminal.fileno())
        self.wire = DiffFile(self._terminal, self._repaint, can_erase=can_erase)
        return self.wire

    def _get_terminal_size(self) -> tuple[int, int]:
        size = super()._get_terminal_size()
        self.wire.resized(*self._size_in_cells(size))
        return size

    def _size_in_cells(self, told: tuple[int, int]) -> tuple[int, int]:
        """Return the terminal's real size; COLUMNS and LINES can tell the app another."""
        try:
            return clamp_size(*os.get_terminal_size(self.wire.fileno()))
        except OSError:
            return told

    def write(self, data: str) -> None:
        """Write data to the terminal, as far as it differs from what is there."""
        self.wire.send_whole_lines(is_wanted=getattr(self._app, "sends_whole_lines", False))
        if not self._is_unwanted(data):
            super().write(data)

    def _is_unwanted(self, data: str) -> bool:
        if data.startswith(_POINTER_SHAPE):
            return True
        return not self.KITTY_KEYS and data.startswith(_KITTY_KEYS) and data.endswith("u")

    def close(self) -> None:
        """Wait until everything is sent."""
        super().close()
        self._output.attempt(self.wire.drain)

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1006h")
            self.flush()

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write("\x1b[?1000l\x1b[?1006l")
            self.flush()
