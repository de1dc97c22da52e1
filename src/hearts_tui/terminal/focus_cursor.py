"""The terminal's own cursor: on what has the focus, for whoever follows it."""

from typing import Any, TypeVar

from textual.app import App
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input

Result = TypeVar("Result")

_HIDE, _SHOW = "\x1b[?25l", "\x1b[?25h"


class FocusCursor(App[Result]):
    """An app whose cursor stands on what has the focus, whether it can be seen or not.

    Braille lines, magnifiers and screen readers read where the cursor is. Textual asks for its
    place with each frame, so that nothing is sent for it but the move.

    A widget can say which of its cells is in use, such as the row of a list: ``marked_cell``,
    an offset from the first cell of its content that is in sight. One that has the focus for the
    keys of another can say so: ``points_to``, the other widget or None.
    """

    _shows_cursor = False

    @property
    def cursor_position(self) -> Offset:
        """The cell that the cursor is brought to after each frame; part of Textual's app."""
        return cell_of(self.focused) if self.focused is not None else Offset()

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        """Ignore what inputs tell: they tell it of their own text only, and before they scroll."""

    def show_cursor(self, *, is_shown: bool) -> None:
        """Let the cursor be seen, or hide it again."""
        if is_shown != self._shows_cursor:
            self._shows_cursor = is_shown
            self._send_visibility()

    def on_mount(self) -> None:
        """Keep the cursor in sight after a stop: the driver hides it whenever it starts."""
        self.app_resume_signal.subscribe(self, self._shown_again)

    def _shown_again(self, _: Any) -> None:
        if self._shows_cursor:
            self._send_visibility()

    def _send_visibility(self) -> None:
        if self._driver is not None:
            self._driver.write(_SHOW if self._shows_cursor else _HIDE)
            self._driver.flush()


def cell_of(widget: Widget) -> Offset:
    """Return the cell of the terminal that stands for a widget."""
    widget = getattr(widget, "points_to", None) or widget
    region = widget.scrollable_content_region
    if not region:
        return Offset()
    return region.offset + _marked_cell(widget).clamp(*region.size)


def _marked_cell(widget: Widget) -> Offset:
    if isinstance(widget, Input):
        # Past the text Textual leaves room for one cell more than the caret takes.
        past_end = Offset(int(widget.cursor_at_end), 0)
        return widget.cursor_screen_offset - past_end - widget.content_region.offset
    place: Offset = getattr(widget, "marked_cell", Offset())
    return place
