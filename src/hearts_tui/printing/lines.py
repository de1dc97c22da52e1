"""The lines of a document, before anything is wrapped or colored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from hearts_tui.domain.item import Status
from hearts_tui.domain.prose import Run
from hearts_tui.domain.spoilers import Spoiler, hidden_words
from hearts_tui.domain.status_words import status_text
from hearts_tui.printing.document import Document, Entry, Field, Section, is_shown

DOT = " · "
_HOW_TO_SHOW = "--reveal shows it"


class Role(StrEnum):
    """What a piece of a line is, for writers that have more than one way to draw."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    QUIET = "quiet"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"
    CONFIRMED = "confirmed"
    RUMOR = "rumor"
    MIXED = "mixed"
    DEBUNKED = "debunked"
    THEORY = "theory"


Piece = tuple[str, Role]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of any length; what of it is wrapped starts ``indent`` cells further to the right."""

    pieces: tuple[Piece, ...] = ()
    indent: int = 0

    @property
    def plain(self) -> str:
        """The text of all pieces."""
        return "".join(text for text, _ in self.pieces)


_BLANK = Line()


def lines_of(document: Document) -> Iterator[Line]:
    """Yield the lines of a document, from its title to the line of its sources."""
    yield from _head(document.head)
    for section in document.sections:
        yield _BLANK
        yield from _section(section)
    if document.sources:
        label = "Source" if len(document.sources) == 1 else "Sources"
        yield _BLANK
        yield Line(((f"{label}: {', '.join(document.sources)}", Role.QUIET),))


def _head(head: Entry) -> Iterator[Line]:
    if head.title:
        yield Line(((head.title, Role.TITLE),))
    about = tuple(_joined([*_status(head), *_facts(head.fields)]))
    if about:
        yield Line(about)
    if head.says:
        yield Line(((head.says, Role.PLAIN),))


def _section(section: Section) -> Iterator[Line]:
    if section.heading:
        status = (
            [(f"  {status_text(section.status)}", _role(section.status))]
            if (section.status)
            else []
        )
        yield Line(((section.heading, Role.HEADING), *status))
    if section.hidden is not Spoiler.NONE:
        yield Line(((f"{hidden_words(section.hidden)}{DOT}{_HOW_TO_SHOW}", Role.QUIET),))
        return
    for number, prose in enumerate(section.paragraphs):
        if number and not prose.follows:
            yield _BLANK
        lead = " " * (prose.indent - len(prose.lead)) + prose.lead
        yield Line(((lead, Role.PLAIN), *map(_piece, prose.runs)), prose.indent)
    if section.paragraphs and section.entries:
        yield _BLANK
    for entry in section.entries[: section.most]:
        yield _entry(entry)
    if section.most is not None and (more := len(section.entries) - section.most) > 0:
        yield Line(((f"and {more:,} more, which --json lists", Role.QUIET),))


def _entry(entry: Entry) -> Line:
    """Return an entry in one line, so that it is found and cut out as one."""
    facts = [field for field in entry.fields if not field.is_detail]
    pieces: list[Piece] = []
    if entry.mark:
        pieces.append((f"{entry.mark} ", Role.QUIET))
    else:
        pieces += [(f"{text}  ", role) for text, role in _status(entry)]
    pieces.append((entry.title, Role.STRONG if entry.address else Role.PLAIN))
    if entry.says:
        pieces.append((f": {entry.says}", Role.PLAIN))
    pieces += [(f"{DOT}{text}", role) for text, role in _facts(facts)]
    if entry.address:
        pieces.append((f"{DOT}{entry.address}", Role.QUIET))
    return Line(tuple(pieces), _HANGING)


_HANGING = 2
"""Cells by which what is wrapped of an entry is moved to the right."""


def _status(entry: Entry) -> list[Piece]:
    status = entry.status
    if status is None or not is_shown(status, shows_status=entry.shows_status):
        return []
    return [(status_text(status), _role(status))]


def _facts(fields: Iterable[Field]) -> list[Piece]:
    return [(field.text, Role.QUIET) for field in fields if field.text]


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for number, (text, role) in enumerate(pieces):
        if number:
            yield DOT, Role.QUIET
        yield text, role


def _role(status: Status) -> Role:
    return Role(status.value)


def _piece(run: Run) -> Piece:
    if run.link:
        return run.text, Role.LINK
    if run.strong:
        return run.text, Role.STRONG
    return run.text, Role.EMPHASIS if run.emphasis else Role.PLAIN
