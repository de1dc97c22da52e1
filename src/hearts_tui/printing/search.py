"""Search: what holds some words, the best first."""

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.board import all_theories
from hearts_tui.domain.item import Item
from hearts_tui.domain.matching import holds_all
from hearts_tui.domain.query import Query
from hearts_tui.domain.search import Searchable, open_texts, search, searchable, sentence_with
from hearts_tui.printing.document import Document, Entry, Field
from hearts_tui.printing.document import Section as DocumentSection
from hearts_tui.printing.view import View

_MOST = 40
"""More than anybody looks through."""

_SURE_ANYWAY = (Section.CAST, Section.TRACKS, Section.FILM)
"""The sections in which that something is confirmed says nothing."""


def found_by(view: View, query: Query, typed: str) -> Document:
    """Return what a query finds in what items tell and the reader may see."""
    found = search(searchable(_all_items(view), view.spoilers), query, _MOST, view.marks.read)
    entries = [_entry(view, each, query) for each in found]
    says = "" if entries else "No matches found."
    return Document(
        kind="search",
        head=Entry(
            title=f"Found for “{typed}”",
            says=says,
            fields=[Field("query", typed), Field("count", len(entries))],
        ),
        sections=[DocumentSection(entries=entries)] if entries else [],
    )


def _all_items(view: View) -> dict[Address, Item]:
    """Return the items of the content, and the reader's own dates and theories."""
    theories = all_theories((), view.ballot)
    return {
        **view.index,
        **{Address(Section.COUNTDOWN, each.id): each for each in view.dates},
        **{Address(Section.THEORIES, each.id): each for each in theories},
    }


def _entry(view: View, found: Searchable, query: Query) -> Entry:
    item, address = found.item, found.address
    if view.spoilers.hides_title(item.spoiler, address):
        return Entry(title=view.title_of(item, address), hidden=item.spoiler)
    sentence = ""
    if not holds_all(found.title, query.words):
        texts = open_texts(item, address, view.spoilers)
        sentence = sentence_with((text for text in texts if text != item.title), query.words)
    return Entry(
        title=item.title,
        address=str(address),
        status=item.status,
        shows_status=address.section not in _SURE_ANYWAY,
        says=sentence,
    )
