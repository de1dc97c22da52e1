"""Windows that show a page over a screen: help and about."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hearts_tui import __version__
from hearts_tui.domain.matching import matches
from hearts_tui.widgets.badges import MEANINGS, badge
from hearts_tui.widgets.dismissed_once import DismissedOnce
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.filter_box import FilterBox
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.keys import KeyGroup
from hearts_tui.widgets.latest_size import LatestSize
from hearts_tui.widgets.markdown import to_paragraphs
from hearts_tui.widgets.reader import Reader
from hearts_tui.widgets.too_small import TooSmall

_KEYS_WIDTH = 15

_ABOUT = """\
hearts is a fan's companion to *Purple Hearts*, the 2022 film, and to the second film that the fan
press keeps whispering about.

It's a fan work, not official. Nobody who made the film has a part in it: not Netflix, not the cast,
not the author, not the label.

It works offline. It was last updated on November 23, 2026, so the world may know more than it does.

Nothing leaves this machine. Your votes, stars and settings are files in your own folder.
"""


class InfoDialog(DismissedOnce, LatestSize, ModalScreen[None]):
    """A page of text in a window; Esc, q or the key that opened it closes it."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left,enter,question_mark,i,b,p,f1", "dismiss", "close", show=False),
        Binding("slash", "filter", "filter", show=False),
    ]

    def __init__(
        self,
        title: str,
        paragraphs: Sequence[Paragraph],
        *,
        title_art: Sequence[Content] = (),
        kind: str = "page",
        hint: str = "Esc closes, j and k scroll, / finds.",
    ) -> None:
        super().__init__()
        self._hint = hint
        self._title = title
        self._paragraphs = paragraphs
        self._title_art = title_art
        self._kind = kind

    def compose(self) -> ComposeResult:
        """Lay out the window."""
        with Vertical(classes=f"window {self._kind}"):
            if self._title_art:
                yield Static(Document(map(Paragraph, self._title_art)), classes="title-art")
            yield Static(self._title, markup=False, classes="window-title")
            yield FilterBox()
            yield Reader()
            yield Static(self._hint, markup=False, classes="hint")
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the page."""
        reader = self.query_one(Reader)
        reader.show(Document(self._paragraphs))
        reader.focus()

    def action_filter(self) -> None:
        """Start typing a filter."""
        self.query_one(FilterBox).open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the paragraphs that match."""
        left = [
            paragraph for paragraph in self._paragraphs if matches(event.value, [paragraph.plain])
        ]
        self.query_one(Reader).show(Document(left or [Paragraph(Content("Nothing here matches."))]))

    def on_filter_box_left(self) -> None:
        """Go on in the page."""
        self.query_one(Reader).focus()


def help_page(groups: Sequence[KeyGroup], more: str = "") -> InfoDialog:
    """Make the help from the groups of keys that work on a screen, and what else there is."""
    paragraphs: list[Paragraph] = []
    for group in groups:
        paragraphs += heading(group.heading)
        for binding in group.bindings:
            label = binding.description[:1].upper() + binding.description[1:]
            shown = binding.key_display or binding.key
            paragraphs.append(Paragraph(Content(label), _KEYS_WIDTH, shown))
    paragraphs += heading("The signs")
    paragraphs += [
        Paragraph(Content.assemble(badge(status), f": {meaning}"))
        for status, meaning in MEANINGS.items()
    ]
    if more:
        paragraphs += [GAP, *to_paragraphs(more)]
    return InfoDialog("Help", paragraphs[1:])


def about_page(title_art: Sequence[Content]) -> InfoDialog:
    """Make the page that tells what hearts is and what it is not, under its title."""
    text = to_paragraphs(f"{_ABOUT}\nVersion {__version__}, MIT licence.")
    return InfoDialog("About hearts", text, title_art=title_art)


def picture_page(title: str, art: Sequence[Content], caption: str) -> InfoDialog:
    """Make the page that shows one picture."""
    paragraphs = [*map(Paragraph, art), GAP, quiet(caption)]
    return InfoDialog(title, paragraphs, kind="picture", hint="Esc closes.")
