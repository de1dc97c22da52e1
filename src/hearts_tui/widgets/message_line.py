"""The line at the foot of a screen in which messages stand for as long as they are told."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.notifications import Notification
from textual.screen import Screen
from textual.widget import Widget

_PADDING = 2
_STYLES = {"information": "", "warning": "$warning bold", "error": "$error bold"}
_SHARE, _FEWEST_ROWS = 3, 3
"""The part of a window that messages take at most, one in three, and rows that they always may."""


class MessageLine(Widget):
    """Shows what the app tells, each message whole and from a row of its own.

    Nothing is covered: the panes above give room for as long. What there is no room for waits until
    the messages before it are gone.
    """

    class InSight(Message):
        """Tells which messages are in sight, from which on their time runs."""

        def __init__(self, notifications: Sequence[Notification]) -> None:
            super().__init__()
            self.notifications = notifications

    class ScreenLeft(Message):
        """A screen is not in front anymore; what it told in passing goes with it."""

        def __init__(self, left: Screen[Any]) -> None:
            super().__init__()
            self.left = left

    class Dismissed(Message):
        """The user has read the messages."""

    def __init__(self) -> None:
        super().__init__()
        self._told: Sequence[Notification] = ()
        self._shown: Sequence[Notification] = ()

    def on_mount(self) -> None:
        """Follow what the app tells."""
        self.watch(self.app, "told", self._show)

    def _show(self, told: Sequence[Notification]) -> None:
        self._told, self._shown = told, _with_room(told, self.app.size)
        self.set_class(bool(self._shown), "-telling")
        self.refresh(layout=True)
        if self._shown and self.screen.is_current:
            self.post_message(self.InSight(self._shown))

    def on_show(self) -> None:
        """Let the time of the messages run that another screen had no room for."""
        self.post_message(self.InSight(self._shown))

    def on_resize(self) -> None:
        """Show as many as there is room for now."""
        self._show(self._told)

    def on_click(self) -> None:
        """Take the messages away."""
        self.post_message(self.Dismissed())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows the messages take; part of Textual's Widget."""
        del container, viewport
        return sum(_rows(each, width) for each in self._shown)

    def render(self) -> Content:
        """Draw the messages, one below the other."""
        return Content("\n").join(
            Content.styled(each.message, _STYLES[each.severity]) for each in self._shown
        )


def is_passing(notification: Notification) -> bool:
    """Return whether a message may be missed, and stands in the place of the keys."""
    return notification.severity == "information"


def _rows(notification: Notification, width: int) -> int:
    return len(Content(notification.message).wrap(max(1, width)))


def _with_room(told: Sequence[Notification], size: Size) -> Sequence[Notification]:
    """Return the warnings that there is room for, at least the first, and what is told last."""
    warnings = [each for each in told if not is_passing(each)]
    room = max(_FEWEST_ROWS, size.height // _SHARE)
    ends = accumulate(_rows(each, size.width - _PADDING) for each in warnings)
    fitting = [each for each, end in zip(warnings, ends, strict=True) if end <= room]
    return [*(fitting or warnings[:1]), *filter(is_passing, told)]
