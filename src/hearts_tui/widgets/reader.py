"""The reading pane."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.actions import SkipAction
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from hearts_tui.widgets import keys
from hearts_tui.widgets.document import Document
from hearts_tui.widgets.links import address_of

_MARGIN = 1
"""Cells between the text and the scroll bar."""

MEASURE = 72
"""Cells that a line of text has at most."""


_FOR_LINKS = ("next_link", "previous_link", "follow")
"""The actions that only a text with links has."""


class Reader(ScrollView, can_focus=True, inherit_bindings=False):
    """A document that scrolls, and the links in it.

    It draws its lines itself, and no more of them than are in sight: a new text is one repaint,
    where a widget that scrolls another one takes four. No line of text is wider than ``measure``.

    Up and down go from link to link, as far as they are in sight, once a link is marked, or at once
    where the text is one that ``walks_links``; where no link follows, they scroll.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.READING.bindings]

    class FollowLink(Message):
        """A request to go where a link leads."""

        def __init__(self, address: str) -> None:
            super().__init__()
            self.address = address

    class LeftAtTop(Message):
        """The user went up from the first line."""

    def __init__(
        self, *, classes: str = "", walks_links: bool = False, measure: int = MEASURE
    ) -> None:
        super().__init__(classes=classes)
        self._walks_links = walks_links
        self._measure = measure
        self._document = self._shown = Document(())
        self._lines: Sequence[tuple[int, int]] = ()
        self._strips: dict[int, Sequence[Strip]] = {}
        self._drawn_in: Style | None = None
        self._wrapped_at = 0
        self._link: int | None = None
        self._newest_line = 0

    @property
    def document(self) -> Document:
        """The text that is shown."""
        return self._document

    @property
    def marked_link(self) -> str | None:
        """The address that the marked link leads to; None where none is marked."""
        return None if self._link is None else self._document.links[self._link]

    def show(self, document: Document, *, from_top: bool = True) -> None:
        """Replace the text; ``from_top`` starts reading at its beginning."""
        had_links, self._document = bool(self._document.links), document
        if had_links != bool(document.links):
            self.refresh_bindings()
        if from_top or self._link is None or self._link >= len(document.links):
            self._link = None
        if from_top:
            self._newest_line = 0
            self.scroll_home(animate=False)
        self._draw()

    def step_link(self, step: int) -> bool:
        """Go to the next link or the one before, first from where one reads; False for none."""
        top, count = self.scroll_offset.y, len(self._document.links)
        numbers = range(count)[::step]
        if self._link is not None:
            found = next((n for n in numbers if (n - self._link) * step > 0), None)
        else:
            edge = top if step > 0 else top + self.scrollable_content_region.height - 1
            found = next((n for n in numbers if (self._line_of(n) - edge) * step >= 0), None)
        self.mark_link(found)
        return found is not None

    def mark_link(self, number: int | None) -> None:
        """Mark a link, counted from 0, and bring it into sight; or none."""
        self._link = number
        self._draw()
        if number is not None:
            region = Region(0, self._line_of(number), 1, 1)
            self.scroll_to_region(region, animate=False, immediate=True)
        self.refresh_bindings()

    def mark_link_in_sight(self, step: int) -> None:
        """Mark the first link in sight, or the last one for a step back; nothing moves."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        numbers = range(len(self._document.links))[::step]
        in_sight = (n for n in numbers if top <= self._line_of(n) < top + height)
        self._link = next(in_sight, None)
        self._draw()
        self.refresh_bindings()

    @property
    def marked_cell(self) -> Offset:
        """The start of the marked link, or of the topmost line that came into sight last."""
        column, line = 0, self._newest_line
        if self._link is not None:
            column, line = self._document.start_of_link(self._link, self._text_width)
        return Offset(column, line - self.scroll_offset.y)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember which line came into sight; part of Textual's widget."""
        super().watch_scroll_y(old_value, new_value)
        old, new = round(old_value), round(new_value)
        below = old + self.scrollable_content_region.height
        self._newest_line = max(new, below) if new > old else new

    def _line_of(self, link: int) -> int:
        return self._document.line_of_link(link, self._text_width)

    def _walk(self, step: int) -> bool:
        """Go to the next link that is in sight; False where there is none that way."""
        if self._link is None and not (self._walks_links and step > 0):
            return False
        count = len(self._document.links)
        start = -1 if self._link is None else self._link
        coming = range(start + 1, count) if step > 0 else range(start - 1, -1, -1)
        top = self.scroll_offset.y
        in_sight = range(top, top + self.scrollable_content_region.height)
        found = next((link for link in coming if self._line_of(link) in in_sight), None)
        if found is not None:
            self.mark_link(found)
        return found is not None

    def go_to_blocks(self, first: int, last: int) -> None:
        """Scroll until some blocks stand on top, and mark the link in them."""
        line = next((n for n, (block, _) in enumerate(self._lines) if block == first), 0)
        self.scroll_to(y=line, animate=False, immediate=True)
        self.mark_link(self._document.link_within(first, last))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys for links where there are links; part of Textual's DOM nodes."""
        if action in _FOR_LINKS:
            return bool(self._document.links)
        return super().check_action(action, parameters)

    def action_next_link(self) -> None:
        """Go to the next link; after the last one, leave the key to the screen."""
        if not self.step_link(1):
            raise SkipAction

    def action_previous_link(self) -> None:
        """Go to the link before; before the first one, leave the key to the screen."""
        if not self.step_link(-1):
            raise SkipAction

    def on_blur(self) -> None:
        """Mark no link while the focus is elsewhere."""
        if self._link is not None:
            self.mark_link(None)

    def action_scroll_down(self) -> None:
        """Go to the next link, or scroll down by a line."""
        if not self._walk(1):
            super().action_scroll_down()

    def action_scroll_up(self) -> None:
        """Go to the link before, or scroll up by a line; from the first, say so."""
        if self._walk(-1):
            return
        if self.scroll_offset.y:
            super().action_scroll_up()
        else:
            self.post_message(self.LeftAtTop())

    def action_follow(self) -> None:
        """Go where the marked link leads; where none is marked, mark the first."""
        if self._link is None:
            self.step_link(1)
        else:
            self.post_message(self.FollowLink(self._document.links[self._link]))

    def on_click(self, event: Click) -> None:
        """Mark the link under the mouse, and go where it leads."""
        address = address_of(event.style.meta)
        if address in self._document.links:
            self.mark_link(self._document.links.index(address))
            self.post_message(self.FollowLink(address))

    def _size_updated(self, *sizes: Any, **options: Any) -> bool:
        """Wrap the text anew; with the event that tells of a new size, it'd be a frame late."""
        is_changed = super()._size_updated(*sizes, **options)
        if self._wrapped_at != self._text_width:
            self._draw()
        return is_changed

    def notify_style_update(self) -> None:
        """Draw in other colours; part of Textual's Widget."""
        super().notify_style_update()
        if self.visual_style != self._drawn_in:
            self._draw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines at a width, which comes before the text is drawn at it."""
        del container, viewport
        return self._document.get_height({}, min(self._measure, width - _MARGIN))

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight; part of Textual's line API."""
        width, style = self.scrollable_content_region.width, self.visual_style
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        block, line = self._lines[line]
        if block not in self._strips:
            shown = self._shown.block(block)
            self._strips[block] = Document.to_strips(self, shown, self._wrapped_at, None, style)
        return self._strips[block][line].extend_cell_length(width, style.rich_style)

    @property
    def _text_width(self) -> int:
        return max(0, min(self._measure, self.scrollable_content_region.width - _MARGIN))

    def _draw(self) -> None:
        width = self._wrapped_at = self._text_width
        if not width:
            # Out of sight; it is drawn with its size, once it has one.
            return
        self._shown = (
            self._document if self._link is None else self._document.with_link_marked(self._link)
        )
        self._drawn_in, self._strips = self.visual_style, {}
        self._lines = self._document.lines(width)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()
