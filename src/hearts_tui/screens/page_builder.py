"""The page of an item: its story, and what stands beside or below it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Item, Part, Status
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.badges import badge
from hearts_tui.widgets.crisis_line import crisis_line
from hearts_tui.widgets.document import GAP, Block, Document, Paragraph
from hearts_tui.widgets.figure import Figure
from hearts_tui.widgets.item_page import (
    accounts,
    certainty,
    heading,
    hidden_line,
    links,
    more_mentions,
    quiet,
    rumor_check,
    source_line,
    status_line,
)

_MOST_MENTIONS = 8
"""Items that a page lists as mentioning its own until more are asked for."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page in two documents, for windows that have a side pane and for those that have not."""

    story: Document
    side: Document

    @property
    def whole(self) -> Document:
        """Both in one, story first."""
        return self.story + self.side

    @property
    def beside(self) -> Document:
        """The side as a pane of its own, which starts on its first line as the story does."""
        return self.side.without_gap_above


def page_of(*texts: str) -> Page:
    """Return a page that tells something, and belongs to no item."""
    return Page(Document([Paragraph(Content(text)) for text in texts]), Document([]))


@dataclass(frozen=True, slots=True)
class Extras:
    """What the page of an item has besides the item's own texts.

    ``title`` is the item's own where it is None, and left out where it is empty. ``notes`` stand
    beside the status, ``facts`` below it, both beside the ``picture`` where there is one.
    ``opening`` is the part of the item that comes before all others; ``before`` and ``after`` stand
    around the story, and ``foot`` ends it and is never hidden; ``side`` stands at the head of the
    side pane, and ``linked`` is what it leads to already. Without ``shows_status`` the page says
    nothing of how sure it is, where nobody would doubt it.
    """

    title: str | None = None
    notes: Iterable[str] = ()
    facts: Sequence[Paragraph] = ()
    picture: Sequence[Content] = ()
    opening: Part | None = None
    before: Sequence[Paragraph] = ()
    after: Sequence[Paragraph] = ()
    side: Sequence[Paragraph] = ()
    foot: Sequence[Block] = ()
    linked: Collection[Address] = ()
    shows_status: bool = True


_NONE = Extras()


class PageBuilder:
    """Makes the pages of a section's items."""

    def __init__(self, state: AppState, section: Section) -> None:
        self._state = state
        self._section = section

    def build(self, item: Item, extras: Extras = _NONE) -> Page:
        """Make the page of an item."""
        address = Address(self._section, item.id)
        hidden = self._state.spoiler_filter.hides(item.spoiler, address)
        story: list[Block] = [*self._head(item, extras, hidden=hidden), GAP]
        if hidden:
            story.append(hidden_line(item.spoiler))
        else:
            if extras.opening is not None:
                story += self._part(item, extras.opening, address)[1:]
            story += [*extras.before, *_prose(item.body), *self._chart(item)]
        if item.sensitive:
            story += [GAP, crisis_line()]
        story += self._parts(item, extras.opening, address)
        if not hidden:
            story += [*accounts(item, self._state.library.sources), *extras.after]
        story += extras.foot
        side = [] if hidden else [*extras.side]
        side += self._related(item, () if hidden else extras.linked)
        sureness = self._sureness(item, hidden=hidden, shows_status=extras.shows_status)
        return Page(Document(story), Document([*side, *sureness]))

    def _head(self, item: Item, extras: Extras, *, hidden: bool) -> list[Block]:
        spoilers, address = self._state.spoiler_filter, Address(self._section, item.id)
        title = item.title if extras.title is None else extras.title
        title = spoilers.cover_title(title, item.spoiler, address)
        head = [Paragraph(Content.styled(title, "$accent bold"))] if title else []
        head += self._status(item, extras)
        if hidden:
            return [*head]
        head += extras.facts
        return [Figure(extras.picture, head)] if extras.picture else [*head]

    def _status(self, item: Item, extras: Extras) -> list[Paragraph]:
        if extras.shows_status:
            return [status_line(item.status, extras.notes)]
        notes = " · ".join(filter(None, extras.notes))
        return [quiet(notes)] if notes else []

    def _parts(self, item: Item, opening: Part | None, address: Address) -> list[Paragraph]:
        """Return the parts but the opening; one line for those whose headings are hidden too."""
        paragraphs: list[Paragraph] = []
        silent: set[Spoiler] = set()
        for part in item.parts:
            if part is opening or part.spoiler in silent:
                continue
            if self._state.spoiler_filter.hides_title(part.spoiler, address):
                silent.add(part.spoiler)
                paragraphs += [GAP, hidden_line(part.spoiler)]
            else:
                paragraphs += self._part(item, part, address)
        return paragraphs

    def _part(self, item: Item, part: Part, address: Address) -> list[Paragraph]:
        hidden = self._state.spoiler_filter.hides(part.spoiler, address)
        title = heading(part.heading)
        if part.status is not item.status:
            title[-1] = Paragraph(Content.assemble(title[-1].content, "  ", badge(part.status)))
        if hidden:
            return [*title, hidden_line(part.spoiler)]
        crisis = [GAP, crisis_line()] if part.sensitive else []
        return [*title, *_prose(part.text), *crisis]

    def _chart(self, item: Item) -> list[Block]:
        if item.chart is None:
            return []
        from hearts_tui.widgets.charts import BarChart

        return [BarChart(item.chart)]

    def _related(self, item: Item, linked: Collection[Address]) -> list[Paragraph]:
        """Return what an item goes with and what else mentions it, but for what is linked."""
        state, address = self._state, Address(self._section, item.id)
        if not state.is_loaded:
            # The first page is shown without; nothing that it does not need is imported for it.
            return []
        from hearts_tui.widgets.evidence import bears_on

        pointing = state.mentions.get(address, ())
        related = [other for other in item.related if other not in linked]
        unnamed = [other for other in pointing if other not in {*item.related, *linked}]
        unnamed = state.newest_first(unnamed)
        shown = len(unnamed) if address in state.wholly_listed else _MOST_MENTIONS
        evidence = state.evidence_by_item.get(address, ())
        return [
            *links("Related", related, state.index, state.spoiler_filter),
            *links("Mentioned in", unnamed[:shown], state.index, state.spoiler_filter),
            *more_mentions(len(unnamed) - shown, address),
            *bears_on(evidence, state.index, state.spoiler_filter),
        ]

    def _sureness(self, item: Item, *, hidden: bool, shows_status: bool) -> list[Paragraph]:
        """Return how sure it is and who says so, for the whole page at once."""
        says_nothing = not shows_status or (item.status is Status.THEORY and not item.why)
        sureness = [] if says_nothing else certainty(item, hidden=hidden)
        check = rumor_check(item)
        if check and not sureness:
            check = [GAP, *check]
        return [*sureness, *check, GAP, source_line(item, self._state.library.sources)]


def _prose(markdown: str) -> list[Paragraph]:
    """Return the blocks of a text; a first page without prose doesn't wait for its parser."""
    from hearts_tui.widgets.markdown import to_paragraphs

    return to_paragraphs(markdown)
