"""A place that reads a document and leads where that leads."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Item
from hearts_tui.linear.choices import Choice, Menu
from hearts_tui.linear.pages import links_of, page_lines
from hearts_tui.linear.session import Session
from hearts_tui.linear.spoken import spoken
from hearts_tui.printing.document import Document

Open = Callable[[Address], object]
"""Opens the page of an item."""


class DocumentPlace:
    """Reads a document, made anew each time, whose first line begins with a word."""

    def __init__(
        self,
        session: Session,
        word: str,
        make: Callable[[], Document],
        open_item: Open,
        more: Callable[[], Sequence[Choice]] = tuple,
    ) -> None:
        """Make the place; ``more`` are choices besides where the document leads."""
        self._session = session
        self._word = word
        self._make = make
        self._open = open_item
        self._more = more

    @property
    def lines(self) -> Sequence[str]:
        """The document."""
        return page_lines(self._word, self._make())

    @property
    def menu(self) -> Menu:
        """Where the document leads."""
        links = link_choices(self._session, self._make(), self._open)
        return Menu([*links, *self._more()])


def link_choices(session: Session, document: Document, open_item: Open) -> Iterator[Choice]:
    """Yield where a document leads, by the titles that stand there."""
    view = session.state.view
    own = {Address(Section.THEORIES, theory.id): theory for theory in session.state.theories}
    dates = {Address(Section.COUNTDOWN, each.id): each for each in view.dates}
    items: Mapping[Address, Item] = {**view.index, **own, **dates}
    for under, address in links_of(document):
        if address in items:
            title = spoken(view.title_of(items[address], address))
            yield _link(under, address, title, open_item)


def _link(under: str, address: Address, title: str, open_item: Open) -> Choice:
    return Choice(
        label=title,
        lead=under,
        names=[str(address), address.id],
        run=lambda _: open_item(address),
        actions=["reading.follow", "reading.next_link", "reading.prev_link"],
    )
