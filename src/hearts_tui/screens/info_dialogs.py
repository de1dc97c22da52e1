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
from hearts_tui.domain.item import Status
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
hearts is a fan's companion to Purple Hearts, the film of 2022, and to what the fan press says of a
sequel.

It is a fan work, not official: nobody who made the film, and neither Netflix nor any label, charity
or publisher, has a part in it.

It is offline. It knows what was found in public pages up to February 2026 and one fan-press
article, and it says with each thing how sure that is. It does not know what came after.

Nothing leaves this machine. Your votes, stars and settings are files in your own folder.
"""


_CERTAINTY = {
    Status.CONFIRMED: """\
Anybody can look it up: the film itself, a studio's or label's own page, a chart, a public register,
or several good papers that agree. It may still change one day.
""",
    Status.REPORTED: """\
Somebody says so, and nobody else was found to say it too. Most of what is told of the sequel is of
this kind: one article in the fan press, and pages that look like it. It may be true.
""",
    Status.DISPUTED: """\
Good sources tell it differently. Each stands on the page with its words; the app does not pick one
and does not take the middle.
""",
    Status.CONTRADICTED: """\
It was printed, and the public record says otherwise. It is kept because you may meet it elsewhere.
""",
    Status.THEORY: """\
A guess, a wish or a reading. It is there to think about, not to know.
""",
}

_CERTAINTY_END = """\
The app was last filled in February 2026 and has no line to the world: that something was not found
does not mean that it does not exist.
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
        title_art: Sequence[Paragraph] = (),
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
                yield Static(Document(self._title_art), classes="title-art")
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
    paragraphs += heading("How sure is it?")
    paragraphs += [
        Paragraph(Content.assemble(badge(status), f": {meaning}"))
        for status, meaning in MEANINGS.items()
    ]
    if more:
        paragraphs += [GAP, *to_paragraphs(more)]
    return InfoDialog("Help", paragraphs[1:])


def status_page() -> InfoDialog:
    """Make the page that tells what each status means."""
    paragraphs: list[Paragraph] = []
    for status, text in _CERTAINTY.items():
        paragraphs += [Paragraph(badge(status)), *to_paragraphs(text), GAP]
    return InfoDialog("How sure is this?", [*paragraphs, *to_paragraphs(_CERTAINTY_END)])


def about_page(title_art: Sequence[Paragraph]) -> InfoDialog:
    """Make the page that tells what hearts is and what it is not, under its title."""
    text = to_paragraphs(f"{_ABOUT}\nVersion {__version__}, MIT licence.")
    return InfoDialog("About hearts", text, title_art=title_art)


def picture_page(title: str, art: Sequence[Paragraph], caption: str) -> InfoDialog:
    """Make the page that shows one picture."""
    paragraphs = [*art, GAP, quiet(caption)]
    return InfoDialog(title, paragraphs, kind="picture", hint="Esc closes.")
