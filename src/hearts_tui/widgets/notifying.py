"""Messages of the app: told in the message lines of its screens, where Textual shows toasts."""

from collections.abc import Sequence
from typing import Any, Generic

from textual import on
from textual.app import App, ReturnType
from textual.await_complete import AwaitComplete
from textual.notifications import Notification, SeverityLevel
from textual.reactive import var
from textual.screen import Screen

from hearts_tui.widgets.message_line import MessageLine, is_passing

_SECONDS, _SECONDS_OF_A_WARNING = 4.0, 15.0


class Notifying(App[ReturnType], Generic[ReturnType]):
    """Tells one thing in passing at a time, and warnings until they were in sight long enough."""

    told: var[Sequence[Notification]] = var(())
    """What is told at this moment: warnings, the oldest first, then what is told in passing."""

    def __init__(self) -> None:
        super().__init__()
        self._timed: set[str] = set()
        self._told_on: Screen[Any] | None = None

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Tell something; ``timeout`` is in seconds. Part of Textual's app.

        What is told in passing takes the place of what was; a warning comes after the others, but
        not twice. Markup is never read: texts of users and files are told.
        """
        del title, markup
        passes = severity == "information"
        seconds = timeout or (_SECONDS if passes else _SECONDS_OF_A_WARNING)
        new = Notification(message, "", severity, seconds, markup=False)
        warnings = [each for each in self.told if not is_passing(each)]
        if passes:
            self._told_on = self.screen
            self.told = (*warnings, new)
        elif message not in {each.message for each in warnings}:
            self.told = (*warnings, new, *filter(is_passing, self.told))

    def clear_notifications(self) -> None:
        """Take away what was told in passing; warnings stay. Part of Textual's app."""
        self.told = tuple(each for each in self.told if not is_passing(each))

    def pop_screen(self) -> AwaitComplete:
        """Close the screen in front, and what it told in passing; part of Textual's app."""
        if self.screen is self._told_on:
            self.clear_notifications()
        return super().pop_screen()

    @on(MessageLine.InSight)
    def _run_their_time(self, message: MessageLine.InSight) -> None:
        for each in message.notifications:
            if each.identity not in self._timed:
                self._timed.add(each.identity)
                self.set_timer(each.timeout, lambda gone=each: self._forget(gone))

    def _forget(self, gone: Notification) -> None:
        self._timed.discard(gone.identity)
        self.told = tuple(each for each in self.told if each.identity != gone.identity)

    @on(MessageLine.ScreenLeft)
    def _leave_behind(self, message: MessageLine.ScreenLeft) -> None:
        if message.left is self._told_on:
            self.clear_notifications()

    @on(MessageLine.Dismissed)
    def _dismiss(self) -> None:
        self.told = ()
