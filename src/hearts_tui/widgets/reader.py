"""The reading pane."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from hearts_tui.widgets import keys
from hearts_tui.widgets.links import address_of
from hearts_tui.widgets.sheet import Sheet

_MARGIN = 1
"""Cells between the text and the scroll bar."""


class Reader(ScrollView, can_focus=True, inherit_bindings=False):
    """One sheet of text that scrolls, and the links in it.

    It draws its lines itself, and no more of them than are in sight: a new text is one repaint,
    where a widget that scrolls another one takes four.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.READING.bindings]

    class FollowLink(Message):
        """A request to go where a link leads."""

        def __init__(self, address: str) -> None:
            super().__init__()
            self.address = address

    def __init__(self) -> None:
        super().__init__()
        self._sheet = self._shown = Sheet(())
        self._lines: Sequence[tuple[int, int]] = ()
        self._strips: dict[int, Sequence[Strip]] = {}
        self._drawn_in: Style | None = None
        self._wrapped_at = 0
        self._link: int | None = None

    @property
    def sheet(self) -> Sheet:
        """The text that is shown."""
        return self._sheet

    def show(self, sheet: Sheet, *, from_top: bool = True) -> None:
        """Replace the text; ``from_top`` starts reading at its beginning."""
        self._sheet = sheet
        if from_top or self._link is None or self._link >= len(sheet.links):
            self._link = None
        if from_top:
            self.scroll_home(animate=False)
        self._draw()

    def step_link(self, step: int) -> bool:
        """Go to the next link or the one before; False where there is none that way."""
        count = len(self._sheet.links)
        place = (-1 if step > 0 else count) if self._link is None else self._link
        found = 0 <= place + step < count
        self._link = place + step if found else None
        self._draw()
        if self._link is not None:
            line = self._sheet.line_of_link(self._link, self._text_width)
            self.scroll_to_region(Region(0, line, 1, 1), animate=False, immediate=True)
        return found

    def action_follow(self) -> None:
        """Go where the marked link leads."""
        if self._link is not None:
            self.post_message(self.FollowLink(self._sheet.links[self._link]))

    def on_click(self, event: Click) -> None:
        """Go where the link under the mouse leads."""
        if address := address_of(event.style.meta):
            self.post_message(self.FollowLink(address))

    def on_resize(self) -> None:
        """Wrap the text anew."""
        self._draw()

    def notify_style_update(self) -> None:
        """Draw in other colours; part of Textual's Widget."""
        super().notify_style_update()
        if self.visual_style != self._drawn_in:
            self._draw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines at a width, which comes before the text is drawn at it."""
        del container, viewport
        return self._sheet.get_height({}, width - _MARGIN)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight; part of Textual's line API."""
        width, style = self.scrollable_content_region.width, self.visual_style
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        block, line = self._lines[line]
        if block not in self._strips:
            sheet = self._shown.block(block)
            self._strips[block] = Sheet.to_strips(self, sheet, self._wrapped_at, None, style)
        return self._strips[block][line].extend_cell_length(width, style.rich_style)

    @property
    def _text_width(self) -> int:
        return max(0, self.scrollable_content_region.width - _MARGIN)

    def _draw(self) -> None:
        width = self._text_width
        if not width:
            return
        marked = self._link is not None
        self._shown = self._sheet.with_link_marked(self._link or 0) if marked else self._sheet
        self._drawn_in, self._wrapped_at, self._strips = self.visual_style, width, {}
        self._lines = self._shown.lines(width)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()
