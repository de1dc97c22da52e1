"""The welcome: what a new reader sees first, and can find again later."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.domain.start_here import START_HERE
from hearts_tui.domain.status_words import MEANINGS
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.badges import badge
from hearts_tui.widgets.document import GAP, Block, Document, Paragraph
from hearts_tui.widgets.figure import Figure
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.links import link
from hearts_tui.widgets.pixel_art import picture_lines

if TYPE_CHECKING:
    from hearts_tui.domain.theories import Theory

_FACE = "cassie"
_STORY = "Cassie sings. Luke serves. They marry for the benefits, and you know how that goes."
_KEY = "$accent bold"
_QUESTION = Content.assemble(
    ("Have you seen the film?", "bold"), " Press ", ("y", _KEY), "/", ("n", _KEY)
)
_UNTIL_THEN = "Its plot stays hidden until then."
_THANKS = {
    SeenFilm.YES: "You know the ending! Everything from the film is open to you now.",
    SeenFilm.NOT_YET: "Lucky you, it's all ahead! We'll keep the plot hidden. Seen it? Press s.",
}
_LEAD_WIDTH = 6
_KEYS = (
    ("1 to 6", "the six screens"),
    ("j k", "move"),
    ("Enter", "open"),
    ("v", "vote right here"),
    ("Tab", "the next link"),
    ("Esc", "back to the list"),
    ("/", "filter the list"),
    ("ctrl+p", "find anything"),
    ("s", "spoiler settings"),
    ("x", "reveal this one"),
    ("?", "all keys"),
    ("q", "quit; everything is saved"),
)
_KEYS_WIDTH = 9
_FEW_KEYS = (
    (("1-6", "screens"), ("Tab", "next link"), ("Enter", "open")),
    (("ctrl+p", "find anything"), ("?", "all keys")),
)
_FEWEST = ((("1-6", "screens"), ("Tab", "next link"), ("?", "all keys")),)
_FAN_WORK = "A fan work, not official. Works offline."

_PICTURE_COLUMNS, _PICTURE_ROWS = 70, 20
"""Cells of the window from which on there is room for an emblem beside the story."""

_TITLE_COLUMNS, _TITLE_ROWS = 137, 30
"""Cells from which on there is room for the title, which is 60 wide, above it all."""

_SMALL_TITLE_COLUMNS, _SMALL_TITLE_ROWS = (*range(80, 110), *range(118, _TITLE_COLUMNS)), 24
"""Columns in which the page is at least as wide as the small title, 41, and the fewest rows."""

_ROWS_FOR_ALL = 28
"""Rows from which on all of the page is in sight below the small title."""

_TALL_ROWS = 34
"""Cells from which on there is room for a sentence below each link."""


def question(settings: Settings) -> list[Paragraph]:
    """Return the question whether the film was seen, with a gap above; nothing once answered."""
    if settings.seen_film is not SeenFilm.UNANSWERED:
        return []
    return [GAP, Paragraph(_QUESTION), quiet(_UNTIL_THEN)]


def thanks(seen: SeenFilm) -> str:
    """Return what is said to an answer."""
    return _THANKS.get(seen, "")


class Welcome:
    """The page that welcomes: a face, a story, a song and a vote."""

    title = "Welcome"
    detail = "start here"

    def __init__(self, state: AppState) -> None:
        self._state = state

    def page(self, size: Size, *, wide: bool) -> Page:
        """Return the page for a window of a size; ``wide`` where it has a side pane."""
        story = [
            *self._head(size),
            *(question(self._state.settings) or self._thanks()),
            *self._start_here(with_summaries=size.height >= _TALL_ROWS),
        ]
        if wide:
            return Page(Document(story), Document([*_all_keys(), *_signs(), GAP, quiet(_FAN_WORK)]))
        is_tight = _has_small_title(size) and size.height < _ROWS_FOR_ALL
        below = _few_keys(_FEWEST) if is_tight else [GAP, *_few_keys(_FEW_KEYS)]
        return Page(Document([*story, *below, quiet(_FAN_WORK)]), Document([]))

    def _head(self, size: Size) -> list[Block]:
        """Return the title and the story, with as much of the art as there is room for."""
        title = Paragraph(Content.styled("Purple Hearts", "$accent bold"))
        story = Paragraph(Content(_STORY))
        if size.width < _PICTURE_COLUMNS or size.height < _PICTURE_ROWS:
            return [title, story]
        face = self._art(_FACE)
        if size.width >= _TITLE_COLUMNS and size.height >= _TITLE_ROWS:
            return [*map(Paragraph, self._art("title")), GAP, Figure(face, [title, GAP, story])]
        if _has_small_title(size):
            return [*map(Paragraph, self._art("title-small")), Figure(face, [title, GAP, story])]
        return [Figure(face, [title, GAP, story])]

    def _art(self, name: str) -> Sequence[Content]:
        found = self._state.picture(name).value
        return picture_lines(found, has_pixels=self._state.has_pixels) if found else []

    def _thanks(self) -> list[Paragraph]:
        return [GAP, Paragraph(Content(thanks(self._state.settings.seen_film)))]

    def _start_here(self, *, with_summaries: bool) -> list[Paragraph]:
        """Return the links, with what kind each one is."""
        paragraphs = heading("Start here")
        for lead, name, title in START_HERE:
            if self._state.is_loaded and Address.parse(name) not in self._state.index:
                # Content of somebody else's.
                continue
            text = link(title, name)
            if Address.parse(name).section is Section.THEORIES:
                text = self._vote(text, name)
            paragraphs.append(Paragraph(text, _LEAD_WIDTH, lead))
            if with_summaries:
                paragraphs += [*self._summary(Address.parse(name)), GAP]
        return paragraphs[:-1] if with_summaries else paragraphs

    def _vote(self, title: Content, name: str) -> Content:
        """Return the link to a theory, with the key that votes on it or as the reader's vote."""
        state = self._state
        theory = _first_vote(state) if state.is_loaded else None
        vote = state.ballot.vote(theory.id) if theory else None
        option = theory.option(vote.option) if theory and vote else None
        if vote is None or option is None:
            return Content.assemble(title, "  ", ("v", _KEY))
        return link(f"You say: {option.text}, {vote.confidence}%", name)

    def _summary(self, address: Address) -> list[Paragraph]:
        if not self._state.is_loaded:
            return []
        item = self._state.index[address]
        text = self._state.spoiler_filter.cover(item.summary, item.spoiler, address)
        return [Paragraph(Content.styled(text, "$text-muted"), _LEAD_WIDTH)]


def _first_vote(state: AppState) -> "Theory | None":
    # A first page without a vote doesn't wait for what makes up a whole day's page.
    from hearts_tui.domain.front_page import first_vote

    return first_vote(state.library.theories)


def _all_keys() -> list[Paragraph]:
    rows = [Paragraph(Content(what), _KEYS_WIDTH, keys, lead_style=_KEY) for keys, what in _KEYS]
    return [*heading("Keys")[1:], *rows]


def _has_small_title(size: Size) -> bool:
    return size.width in _SMALL_TITLE_COLUMNS and size.height >= _SMALL_TITLE_ROWS


def _few_keys(rows: Sequence[Sequence[tuple[str, str]]]) -> list[Paragraph]:
    return [Paragraph(Content("  ").join(_key(key, what) for key, what in row)) for row in rows]


def _key(key: str, what: str) -> Content:
    return Content.assemble((key, _KEY), f" {what}")


def _signs() -> list[Paragraph]:
    signs = [
        Paragraph(Content.assemble(badge(status), (f": {meaning}", "$text-muted")))
        for status, meaning in MEANINGS.items()
    ]
    return [*heading("The signs"), *signs]
