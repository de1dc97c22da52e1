"""An app that closes in time, also on a terminal that takes no more output."""

import termios
from typing import TYPE_CHECKING, TypeVar

from rich.console import RenderableType
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from hearts_tui.terminal.deadline import SECONDS_TO_CLOSE, Deadline

if TYPE_CHECKING:
    # A mixin for drivers of which LinuxDriver is the last, with its methods known to the types.
    _Base = LinuxDriver
else:
    _Base = object

Result = TypeVar("Result")


class ClosesInTime(App[Result]):
    """An app that sets its deadline when it begins to exit.

    A terminal that a user has stopped with Ctrl+S holds everybody who writes to it.
    """

    deadline: Deadline | None = None
    """Watched by whoever runs the app; None where nobody does."""

    def exit(
        self,
        result: Result | None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Exit the app, within ``SECONDS_TO_CLOSE``."""
        self._close_by_deadline(return_code)
        super().exit(result, return_code, message)

    def _close_messages_no_wait(self) -> None:
        # Where every crash leads to.
        self._close_by_deadline(self.return_code or 0)
        super()._close_messages_no_wait()

    def _close_by_deadline(self, code: int) -> None:
        if self.deadline is not None:
            self.deadline.set(SECONDS_TO_CLOSE, code)


class SendsBeforeRestoring(_Base):
    """Mixed into a driver: sends its last bytes before the terminal gets its settings back.

    With them comes what Ctrl+S does, and what waits to be written then is held: Textual's order
    would leave the user in the other screen.
    """

    def stop_application_mode(self) -> None:
        """Switch everything off, wait until that is sent, and restore the settings."""
        settings, self.attrs_before = self.attrs_before, None
        super().stop_application_mode()
        self.close()
        if settings is not None:
            try:
                termios.tcsetattr(self.fileno, termios.TCSANOW, settings)
            except termios.error:
                # The terminal has gone.
                return

    def write(self, data: str) -> None:
        """Write data to the terminal; once everything is sent, drop it.

        Textual switches the mouse off a second time then.
        """
        if self._writer_thread is None or self._writer_thread.is_alive():
            super().write(data)
