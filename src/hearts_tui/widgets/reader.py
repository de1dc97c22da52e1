"""The reading pane."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

from hearts_tui.widgets import keys
from hearts_tui.widgets.links import address_of
from hearts_tui.widgets.sheet import Sheet


class Reader(VerticalScroll, can_focus=True, inherit_bindings=False):
    """One sheet of text that scrolls, and the links in it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.READING.bindings]

    class FollowLink(Message):
        """A request to go where a link leads."""

        def __init__(self, address: str) -> None:
            super().__init__()
            self.address = address

    def __init__(self) -> None:
        super().__init__()
        self._sheet = Sheet(())
        self._link: int | None = None

    def compose(self) -> ComposeResult:
        """Hold a single widget, so that a new text is one repaint."""
        yield Static(markup=False, classes="sheet")

    def show(self, sheet: Sheet, *, from_top: bool = True) -> None:
        """Replace the text; ``from_top`` starts reading at its beginning."""
        self._sheet = sheet
        if from_top or self._link is None or self._link >= len(sheet.links):
            self._link = None
        self._draw()
        if from_top:
            self.scroll_home(animate=False, immediate=True)

    def step_link(self, step: int) -> bool:
        """Go to the next link or the one before; False where there is none that way."""
        count = len(self._sheet.links)
        place = (-1 if step > 0 else count) if self._link is None else self._link
        found = 0 <= place + step < count
        self._link = place + step if found else None
        self._draw()
        if self._link is not None:
            line = self._sheet.line_of_link(self._link, self._text.content_size.width)
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

    @property
    def _text(self) -> Static:
        return self.query_one(".sheet", Static)

    def _draw(self) -> None:
        marked = self._link is not None
        self._text.update(self._sheet.with_link_marked(self._link or 0) if marked else self._sheet)
