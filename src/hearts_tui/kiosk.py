"""The app for an account that may do nothing but run hearts."""

from textual.events import Event, InputEvent, Paste
from textual.timer import Timer

from hearts_tui.app import HeartsApp
from hearts_tui.terminal.deadline import SECONDS_TO_CLOSE


class KioskApp(HeartsApp):
    """hearts without a way out but to quit, which ends the session.

    Nothing is written but the user's own files, nothing is opened, the process is not stopped, and
    after ``idle_minutes`` without a key or a click the app ends by itself.
    """

    UNAVAILABLE = frozenset({"suspend_process"})

    idle_minutes = 10.0
    _until_idle: Timer | None = None

    def on_mount(self) -> None:
        """Start to wait for the first key."""
        self._until_idle = self.set_timer(self.idle_minutes * 60, self._end_idle)

    async def on_event(self, event: Event) -> None:
        """Start the waiting anew with whatever the user does."""
        if isinstance(event, InputEvent | Paste) and self._until_idle is not None:
            self._until_idle.reset()
            self._extend_deadline()
        await super().on_event(event)

    def _extend_deadline(self) -> None:
        """Let the process live on for somewhat longer than the timer runs.

        The timer can't end an app that hangs, as it does where a terminal takes no more output.
        """
        if self.deadline is not None and not self._exit:
            self.deadline.set(self.idle_minutes * 60 + SECONDS_TO_CLOSE)

    def _end_idle(self) -> None:
        minutes = f"{self.idle_minutes:g} minute{'' if self.idle_minutes == 1 else 's'}"
        self.exit(message=f"hearts closed after {minutes} without a key. Your votes are kept.")

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open nothing."""

    def action_suspend_process(self) -> None:
        """Go on."""

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Write nothing."""

    def deliver_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> None:
        """Write nothing."""
