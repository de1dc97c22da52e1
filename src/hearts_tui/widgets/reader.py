"""The reading pane."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from hearts_tui.widgets import keys
from hearts_tui.widgets.document import Document, Paragraph
from hearts_tui.widgets.links import address_of

_MARGIN = 1
"""Cells between the text and the scroll bar."""


class Reader(ScrollView, can_focus=True, inherit_bindings=False):
    """One sheet of text that scrolls, and the links in it.

    It draws its lines itself, and no more of them than are in sight: a new text is one repaint,
    where a widget that scrolls another one takes four. A folded one shows of a page that is longer
    than the pane what is above the fold, and a hint in its last line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.READING.bindings]

    class FollowLink(Message):
        """A request to go where a link leads."""

        def __init__(self, address: str) -> None:
            super().__init__()
            self.address = address

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self._hint = Document([Paragraph(Content.styled(hint, "$text-muted"))])
        self._page = self._sheet = self._shown = Document(())
        self._is_folded = False
        self._lines: Sequence[tuple[int, int]] = ()
        self._strips: dict[int, Sequence[Strip]] = {}
        self._drawn_in: Style | None = None
        self._wrapped_at = 0
        self._link: int | None = None

    @property
    def sheet(self) -> Document:
        """The text that is shown."""
        return self._sheet

    def show(self, page: Document, *, from_top: bool = True, folded: bool = False) -> None:
        """Replace the text; ``from_top`` starts reading at its beginning, perhaps ``folded``."""
        self._page = self._sheet = page
        if from_top or self._link is None or self._link >= len(page.links):
            self._link = None
        if from_top:
            self._is_folded = folded
            self.scroll_home(animate=False)
        self._draw()

    def unfold(self) -> None:
        """Show the whole page."""
        if self._is_folded:
            self._is_folded = False
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

    def on_mouse_scroll_down(self) -> None:
        """Read on where the fold is."""
        self.unfold()

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
        if self._is_cut and y == self._height - 1:
            return Document.to_strips(self, self._hint, width, 1, style)[0]
        if line >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        paragraph, line = self._lines[line]
        if paragraph not in self._strips:
            sheet = self._shown.paragraph(paragraph)
            self._strips[paragraph] = Document.to_strips(self, sheet, self._wrapped_at, None, style)
        return self._strips[paragraph][line].extend_cell_length(width, style.rich_style)

    @property
    def _text_width(self) -> int:
        return max(0, self.scrollable_content_region.width - _MARGIN)

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    @property
    def _is_cut(self) -> bool:
        return self._sheet is not self._page

    def _draw(self) -> None:
        width = self._text_width
        if not width:
            return
        lines = self._page.lines(width)
        is_long = self._is_folded and len(lines) > self._height
        self._sheet = self._page.above_the_fold if is_long else self._page
        marked = self._link is not None
        self._shown = self._sheet.with_link_marked(self._link or 0) if marked else self._sheet
        self._drawn_in, self._wrapped_at, self._strips = self.visual_style, width, {}
        self._lines = [line for line in lines if line[0] < len(self._sheet)]
        self.virtual_size = Size(width, len(self._lines) + self._is_cut)
        self.refresh()
