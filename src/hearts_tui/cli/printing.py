"""Print documents, and find what is to be printed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from hearts_tui.cli.output import Output
from hearts_tui.cli.session import Session
from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.query import Query
from hearts_tui.printing.nouns import noun_of
from hearts_tui.printing.view import View

if TYPE_CHECKING:
    from hearts_tui.printing.document import Document
    from hearts_tui.printing.noun import Noun

_KINDS: Mapping[Section, str] = {
    Section.NEWS: "news item",
    Section.CAST: "person",
    Section.TRACKS: "song",
    Section.COUNTDOWN: "date",
    Section.THEORIES: "theory",
    Section.FILM: "page on the film",
}
"""What an item of a section is called in a sentence."""


def print_document(session: Session, output: Output, document: "Document") -> int:
    """Write a document, tell what was wrong with the files, and return the exit code."""
    return session.finish(output.write(document))


def print_list(session: Session, output: Output, section: Section, query: Query) -> int:
    """Print the list of a section, as far as a query finds its items."""
    noun, view = noun_of(section), session.view
    items = [item for item in noun.items(view) if not query or _finds(query, view, noun, item)]
    return print_document(session, output, noun.list_of(view, items))


def _finds(query: Query, view: View, noun: "Noun[Any]", item: Any) -> bool:
    from hearts_tui.domain.matching import fold
    from hearts_tui.domain.search import open_texts

    address = noun.address(item)
    text = fold("\n".join(open_texts(item, address, view.spoilers)))
    return query.finds(item, address, text, view.marks.read)


def print_item(
    session: Session, output: Output, section: Section, item_id: str, *, reveals: bool
) -> int:
    """Print the page of an item, by its id or its address."""
    noun, view = noun_of(section), session.view
    item = find_item(view, section, item_id)
    if reveals:
        view.spoilers = view.spoilers.with_opened(str(noun.address(item)))
    return print_document(session, output, noun.page(view, item))


def find_item(view: View, section: Section, item_id: str) -> Any:
    """Return the item of an id or an address.

    Raises:
        click.UsageError: there is none; the message names the nearest ids.

    """
    item_id = item_id.removeprefix(f"{section}/")
    for item in noun_of(section).items(view):
        if item.id == item_id:
            return item
    from hearts_tui.cli.lookup import unknown

    raise unknown(_KINDS[section], item_id, open_ids(view, section))


def print_address(session: Session, output: Output, address: str, *, reveals: bool) -> int:
    """Print the page of an item, by its address."""
    try:
        found = Address.parse(address)
    except ValueError as error:
        raise click.UsageError(f"{error}.") from error
    return print_item(session, output, found.section, found.id, reveals=reveals)


def open_ids(view: View, section: Section) -> Mapping[str, str]:
    """Return the ids of a section whose titles are not hidden, with the titles."""
    noun: Any = noun_of(section)
    return {
        item.id: item.title
        for item in noun.items(view)
        if not view.spoilers.hides_title(item.spoiler, noun.address(item))
    }
