"""Windows that show a page over a screen: help, about and pictures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hearts_tui import __version__
from hearts_tui.domain.about import ABOUT
from hearts_tui.domain.matching import matches
from hearts_tui.domain.status_words import MEANINGS
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.action_texts import text_of
from hearts_tui.widgets.badges import badge
from hearts_tui.widgets.columns import Columns
from hearts_tui.widgets.dimmed import DimsBehind
from hearts_tui.widgets.dismissed_once import DismissedOnce
from hearts_tui.widgets.document import GAP, Block, Document, Paragraph
from hearts_tui.widgets.figure import Figure
from hearts_tui.widgets.filter_box import FilterBox
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.key_group import KeyGroup
from hearts_tui.widgets.latest_size import LatestSize
from hearts_tui.widgets.markdown import to_paragraphs
from hearts_tui.widgets.message_line import MessageLine
from hearts_tui.widgets.painted_whole import PaintedWhole
from hearts_tui.widgets.pixel_art import picture_lines
from hearts_tui.widgets.reader import MEASURE, Reader
from hearts_tui.widgets.split_view import READ_ALOUD, SIDE_BY_SIDE_COLUMNS
from hearts_tui.widgets.too_small import TooSmall

_KEYS_WIDTH, _COLUMN_WIDTH = 14, 48
"""Cells of the keys in the help, and the least of a column."""

_FEWEST_MERGED = 3
"""Keys of screens from which on one line tells of them all."""

_FITTED_WIDTHS = {"fitted": 71, "picture": 49}
"""Cells of the text in windows that are as high as their text."""

_AROUND, _LOW = 6, 20
"""Lines of such a window around its text, and those of a terminal below which it is too low for
such windows."""

NOTHING_FOUND = Paragraph(Content("Nothing here matches."))


class InfoDialog(DismissedOnce, DimsBehind, PaintedWhole, LatestSize, ModalScreen[None]):
    """A page of text in a window; Esc, q or the key that opened it closes it."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left,question_mark,i,b,p,f1", "dismiss", "close", show=False),
        Binding("slash", "filter", "filter", show=False),
        Binding("y", "app.copy_address", "copy address", show=False),
        Binding("Q", "app.qr_code", "QR code", show=False),
    ]

    def __init__(
        self,
        title: str,
        blocks: Sequence[Block],
        *,
        kind: str = "page",
        hint: str = "Esc closes, j and k scroll, / finds.",
        measure: int = MEASURE,
        doors: Mapping[str, Callable[[], None]] | None = None,
    ) -> None:
        """Make the dialog; ``measure`` is how wide a line may be, in cells.

        A ``fitted`` one is as high as its text, a ``page`` nearly as high as the window. ``doors``
        are called for links to their addresses, which open something over the page.
        """
        super().__init__()
        self._measure = measure
        self._hint = hint
        self._title = title
        self._blocks = blocks
        self._kind = kind
        self._read_at = 0  # The line on top when the typing of a filter began.
        self._doors = doors or {}

    def compose(self) -> ComposeResult:
        """Lay out the window."""
        with Vertical(classes=f"window -filters {self._kind}"):
            yield Static(self._title, markup=False, classes="window-title")
            yield FilterBox(keeps_place=True)
            yield Reader(measure=self._measure)
            yield Static(self._hint, markup=False, classes="hint")
        yield MessageLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the page."""
        reader = self.query_one(Reader)
        reader.show(self.document(""))
        reader.focus()
        self._fit()

    def on_resize(self, event: Resize) -> None:
        """Keep the window as high as its text, where there is room for that."""
        del event
        self._fit()

    def _fit(self) -> None:
        """Make the window as high as the whole text; a filter does not change that."""
        styles, (columns, rows) = self.query_one(".window").styles, self.app.size
        width = _FITTED_WIDTHS.get(self._kind)
        fills = columns < SIDE_BY_SIDE_COLUMNS or rows < _LOW or self.app.has_class(READ_ALOUD)
        if width is None or fills:
            styles.clear_rule("height")
        else:
            lines = self.document("").get_height({}, min(self._measure, width))
            styles.height = min(lines + _AROUND, rows)

    def document(self, query: str) -> Document:
        """Return the page, or of it the blocks that match a query."""
        if not query:
            return Document(self._blocks)
        left = [block for block in self._blocks if matches(query, [block.plain])]
        return Document(left or [NOTHING_FOUND])

    def action_back(self) -> None:
        """Close the window; what the reading pane's key for 'back' asks for."""
        self.dismiss()

    def action_filter(self) -> None:
        """Start typing a filter."""
        line = self.query_one(FilterBox)
        if not line.value:
            self._read_at = self.query_one(Reader).scroll_offset.y
        line.open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what matches; without a filter, the page where it was read."""
        query, reader = event.value.strip(), self.query_one(Reader)
        reader.show(self.document(query))
        if not query:
            reader.scroll_to(y=self._read_at, animate=False, immediate=True)

    def on_filter_box_left(self) -> None:
        """Go on in the page."""
        self.query_one(Reader).focus()

    @on(Reader.FollowLink)
    def _follow(self, message: Reader.FollowLink) -> None:
        """Open a door; or close all windows, and leave the link to the app, which shows items."""
        message.stop()
        if open_door := self._doors.get(message.address):
            open_door()
        elif not self.is_dismissed:
            self.is_dismissed = True
            self.app.run_worker(_leave_for(self.app, message.address))


async def _leave_for(app: App[Any], address: str) -> None:
    """Close the pages in front, which may be open over one another, and follow a link."""
    while isinstance(app.screen, InfoDialog):
        app.screen.is_dismissed = True
        await app.pop_screen()
    app.post_message(Reader.FollowLink(address))


class HelpDialog(InfoDialog):
    """The keys of a screen, the meaning of the signs, and what else there is to know."""

    def __init__(self, groups: Sequence[KeyGroup], more: str) -> None:
        super().__init__("Help", [], kind="page -columns", measure=3 * _COLUMN_WIDTH)
        self._groups = [_group(group) for group in groups] + [_SIGNS]
        self._more = to_paragraphs(more) if more else []

    def document(self, query: str) -> Document:
        """Return the groups in columns; of those with a match, what matches."""
        if not query:
            more = [GAP, *self._more] if self._more else []
            return Document([Columns(self._groups, _COLUMN_WIDTH), *more])
        found = []
        for title, *entries in self._groups:
            if left := [entry for entry in entries if matches(query, [entry.plain])]:
                found.append([title, *left])
        more = [paragraph for paragraph in self._more if matches(query, [paragraph.plain])]
        columns = [Columns(found, _COLUMN_WIDTH)] if found else []
        return Document([*columns, *more] or [NOTHING_FOUND])


def _group(group: KeyGroup) -> list[Paragraph]:
    entries = [
        Paragraph(
            Content(text_of(binding).says),
            _KEYS_WIDTH,
            binding.key_display or binding.key,
            lead_style="$accent bold",
        )
        for binding in merged(group.bindings)
    ]
    return [heading(group.heading)[-1], *entries]


def merged(bindings: Sequence[Binding]) -> list[Binding]:
    """Return bindings with one in the place of those that go to the screens by their numbers."""
    going = [b for b in bindings if b.action.startswith("go(") and b.key.isdecimal()]
    if len(going) < _FEWEST_MERGED:
        return [*bindings]
    first, last = going[0].key, going[-1].key
    together = replace(
        going[0], id=None, description="Go to a screen", key_display=f"{first} to {last}"
    )
    return [together, *(binding for binding in bindings if binding not in going)]


def legend() -> list[Paragraph]:
    """Return what the signs mean, under a heading."""
    return [
        heading("The signs")[-1],
        *(
            Paragraph(Content.assemble(badge(status), f": {meaning}"))
            for status, meaning in MEANINGS.items()
        ),
    ]


_SIGNS = legend()


def about_page(state: AppState) -> InfoDialog:
    """Make the page that tells what hearts is and what it is not, beside its picture."""
    heart = state.picture("heart").value
    art = picture_lines(heart, has_pixels=state.has_pixels) if heart else []
    head = [
        GAP,
        Paragraph(Content.styled("A fan work, not official.", "bold")),
        quiet(f"Version {__version__}, MIT license"),
    ]
    first: list[Block] = [Figure(art, head)] if art else [*head[1:]]
    return InfoDialog("About hearts", [*first, GAP, *to_paragraphs(ABOUT)], kind="fitted")


def picture_page(title: str, art: Sequence[Content], caption: str) -> InfoDialog:
    """Make the page that shows one picture."""
    paragraphs = [*map(Paragraph, art), GAP, quiet(caption)]
    return InfoDialog(title, paragraphs, kind="picture", hint="Esc closes.")
