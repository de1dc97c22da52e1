"""Documents as lines: a header and a value in each, a paragraph in each, no tables."""

from collections.abc import Collection, Iterator, Sequence

from hearts_tui.domain.address import Address
from hearts_tui.domain.spoilers import Spoiler, hidden_words
from hearts_tui.linear.spoken import joined, sentence, spoken, spoken_heading, spoken_mark
from hearts_tui.printing.document import Document, Entry, Field, Section, is_shown

Link = tuple[str, Address]
"""A place that a page leads to: under what it stands, and its address."""

_HEADERS = {"id": "", "summary": "", "scene": "Where you hear it", "number": "Place"}
"""How facts are headed that aren't by their names; empty for those that nobody reads."""


def page_lines(
    word: str, document: Document, left_out: Collection[str] = (), reveal: str = "'reveal'"
) -> list[str]:
    """Return a document as lines, the first of which begins with a word to search for.

    Sections with headings in ``left_out`` are not read. ``reveal`` shows what is hidden.
    """
    lines = list(_head(word, document.head))
    for section in document.sections:
        if section.heading not in left_out:
            lines += _section(section, reveal)
    if document.sources:
        lines.append(f"Sources: {', '.join(document.sources)}")
    return lines


def entry_line(entry: Entry) -> str:
    """Return an entry of a list as a line."""
    lead = spoken_mark(entry.mark)
    title = f"{spoken(entry.title)}: {entry.says}" if entry.says else spoken(entry.title)
    return joined([f"{lead}: {title}" if lead else title, *entry_details(entry)])


def entry_details(entry: Entry) -> list[str]:
    """Return what else there is to tell of an entry: its status in a word, and its facts."""
    shows = not entry.mark and is_shown(entry.status, shows_status=entry.shows_status)
    facts = [spoken(each.text) for each in entry.fields if each.text and not each.is_detail]
    return [*([str(entry.status)] if shows else []), *facts]


def links_of(document: Document) -> Iterator[Link]:
    """Yield where a document leads, each place once."""
    seen: set[Address] = set()
    for section in document.sections:
        for under, text in _links(section):
            address = _parsed(text)
            if address is not None and address not in seen:
                seen.add(address)
                yield under, address


def _links(section: Section) -> Iterator[tuple[str, str]]:
    for prose in section.paragraphs:
        for run in prose.runs:
            if run.link:
                yield "In the text", run.link
    for entry in section.entries:
        if entry.address:
            mark = spoken_mark(entry.mark) or section.heading or "Open"
            yield mark, entry.address


def _parsed(text: str) -> Address | None:
    try:
        return Address.parse(text)
    except ValueError:
        return None


def _head(word: str, head: Entry) -> Iterator[str]:
    yield f"{word}: {spoken(head.title)}" if head.title else f"{word}:"
    status = head.status
    if status is not None and is_shown(status, shows_status=head.shows_status):
        yield f"Status: {status}"
    yield from filter(None, map(_fact, head.fields))
    if head.says:
        yield spoken(head.says)


def _fact(fact: Field) -> str:
    header = _HEADERS.get(fact.name, fact.name.replace("_", " ").capitalize())
    return f"{header}: {spoken(fact.text)}" if header and fact.text else ""


def _section(section: Section, reveal: str) -> Iterator[str]:
    yield ""
    if section.heading:
        status = f", {section.status}" if section.status else ""
        heading = f"{spoken_heading(section.heading)}{status}"
        yield heading if heading.endswith("?") else f"{heading}:"
    if section.hidden is not Spoiler.NONE:
        yield f"{sentence(spoken(hidden_words(section.hidden)))} {reveal} shows it."
        return
    yield from (spoken(f"{prose.lead}{prose.plain}") for prose in section.paragraphs)
    shown: Sequence[Entry] = section.entries[: section.most]
    yield from map(entry_line, shown)
    if more := len(section.entries) - len(shown):
        yield f"And {more:,} more."
