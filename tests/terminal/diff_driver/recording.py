"""The real driver without a terminal: what Textual writes and what would be sent, side by side."""

from io import StringIO
from typing import Any

from textual import events, messages
from textual.app import App
from textual.geometry import Size

from hearts_tui.terminal.diff_driver.driver import DiffDriver, DiffFile
from tests.terminal.diff_driver.emulator import Emulator


class RecordingDriver(DiffDriver):
    """Shows what Textual writes on one emulator, and what the wire sends for it on another."""

    CAN_ERASE = False

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        assert self._size is not None
        self._terminal = StringIO()
        self.wire = DiffFile(self._terminal, self._repaint, can_erase=self.CAN_ERASE)
        self.plain, self.ours = Emulator(*self._size), Emulator(*self._size)
        self.written: list[str] = []
        self.sent: list[str] = []

    def start_application_mode(self) -> None:
        assert self._size is not None
        self.wire.resized(*self._size)
        self.write("\x1b[?1049h\x1b[?25l\x1b[?7l")
        size = Size(*self._size)
        self.send_message(events.Resize(size, size))

    def support_synchronised_updates(self) -> None:
        """Answer as a terminal does that has synchronised updates."""
        self.send_message(messages.TerminalSupportsSynchronizedOutput())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._size = (columns, rows)
        self.plain.resize(rows, columns)
        self.ours.resize(rows, columns)
        self.wire.resized(columns, rows)

    def write(self, data: str) -> None:
        if self._is_unwanted(data):
            return
        self.written.append(data)
        self.plain.feed(data)
        self.wire.write(data)
        self.wire.flush()
        if sent := self._terminal.getvalue():
            self._terminal.seek(0)
            self._terminal.truncate()
            self.sent.append(sent)
            self.ours.feed(sent)

    def disable_input(self) -> None:
        pass

    def stop_application_mode(self) -> None:
        self.write("\x1b[?7h\x1b[?1049l\x1b[?25h")

    def close(self) -> None:
        self.wire.drain()


class ErasingDriver(RecordingDriver):
    """The same with a terminal that erases to the ground it writes on."""

    CAN_ERASE = True
