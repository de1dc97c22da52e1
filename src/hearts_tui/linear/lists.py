"""The lists: a place for each section, narrowed down and sorted as the user says."""

from collections.abc import Iterator, Sequence
from typing import Any

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.board import BoardTab, Order, in_order, is_on_tab
from hearts_tui.domain.item import Item
from hearts_tui.domain.matching import fold
from hearts_tui.domain.news import topics
from hearts_tui.domain.query import Query, parse_query
from hearts_tui.domain.search import open_texts
from hearts_tui.domain.tracks import TrackOrder
from hearts_tui.domain.tracks import in_order as tracks_in_order
from hearts_tui.linear import own_dates
from hearts_tui.linear.choices import Choice, Menu
from hearts_tui.linear.documents import Open
from hearts_tui.linear.marking import set_read
from hearts_tui.linear.own_theories import OwnTheories
from hearts_tui.linear.pages import entry_details
from hearts_tui.linear.session import Session
from hearts_tui.linear.spoken import spoken
from hearts_tui.printing.nouns import noun_of

_ALL, _STARRED, _RATED, _UNREAD = "all", "starred", "rated", "unread"


class ListPlace:
    """The list of a section."""

    def __init__(self, session: Session, section: Section, open_item: Open) -> None:
        self._session = session
        self._section = section
        self._noun = noun_of(section)
        self._open = open_item
        self._query = ""
        self._topic = _ALL
        self._tab = BoardTab.ALL
        self._order = Order.BOARD
        self._track_order = TrackOrder.NUMBER

    @property
    def lines(self) -> Sequence[str]:
        """What the list is, how many it shows of how many, and how it is sorted."""
        view = self._session.state.view
        shown, count = len(self.items), len(self._noun.items(view))
        counted = f"{shown:,} of {count:,}" if shown != count else f"{count:,}"
        lines = [f"{self._section}: {', '.join([counted, *self._narrowed])}"]
        if self._noun.summed_up is not None and (says := self._noun.summed_up(view).says):
            lines.append(spoken(says))
        return lines

    @property
    def _narrowed(self) -> Iterator[str]:
        if self._query:
            yield f"filter {self._query}"
        if self._topic != _ALL:
            yield self._topic
        if self._tab is not BoardTab.ALL:
            yield str(self._tab)
        if self._section is Section.THEORIES and self._order is not Order.BOARD:
            yield f"sorted by {self._order}"
        if self._track_order is not TrackOrder.NUMBER:
            yield f"sorted by {self._track_order}"

    @property
    def items(self) -> Sequence[Any]:
        """The items that are listed, in their order."""
        state = self._session.state
        items: Sequence[Any] = self._noun.items(state.view)
        if self._section is Section.TRACKS:
            items = tracks_in_order(items, self._track_order, self._rating)
        if self._section is Section.THEORIES:
            now = state.clock()
            items = [each for each in items if is_on_tab(each, self._tab, state.ballot, now)]
            items = in_order(items, self._order, state.ballot)
        query = parse_query(self._query)
        return [each for each in items if self._is_in_topic(each) and self._is_found(each, query)]

    def _rating(self, item: Item) -> int:
        return self._session.state.marks.ratings.get(str(self._noun.address(item)), 0)

    def _is_in_topic(self, item: Item) -> bool:
        address, marks = str(self._noun.address(item)), self._session.state.marks
        return {
            _ALL: True,
            _STARRED: address in marks.starred,
            _RATED: address in marks.ratings,
            _UNREAD: address not in marks.read,
        }.get(self._topic, getattr(item, "topic", "") == self._topic)

    def _is_found(self, item: Item, query: Query) -> bool:
        address, state = self._noun.address(item), self._session.state
        texts = open_texts(item, address, state.spoilers) if query else ()
        return query.finds(item, address, fold("\n".join(texts)), state.marks.read)

    @property
    def menu(self) -> Menu:
        """The items by number, and by word what can be done to the list."""
        return Menu([*map(self._entry, self.items)], [*self._words()])

    def _entry(self, item: Item) -> Choice:
        entry, address = self._noun.entry(self._session.state.view, item), self._noun.address(item)
        details = [*entry_details(entry), *self._marks(item)]
        return Choice(
            label=spoken(entry.title),
            detail=", ".join(details),
            # An id tells as much as a title that is hidden.
            names=[str(address), address.id] if entry.address else (),
            run=lambda _: self._open(address),
            actions=["list.open", "list.in", "dates.open"],
        )

    def _marks(self, item: Item) -> Iterator[str]:
        address, marks = str(self._noun.address(item)), self._session.state.marks
        if self._section is Section.NEWS and address not in marks.read:
            yield "unread"
        if address in marks.starred:
            yield "starred"
        if rating := self._rating(item):
            yield f"rated {rating}"

    def _words(self) -> Iterator[Choice]:
        yield Choice(
            label="filter", question="Words to look for:", run=self._filter, actions=["filter"]
        )
        yield Choice(label="all", run=self._show_all, actions=["all_topics", "back"])
        if self._section in (Section.NEWS, Section.TRACKS, Section.FILM):
            yield Choice(label="starred", run=lambda _: self._narrow(_STARRED), actions=["topics"])
            yield Choice(label="rated", run=lambda _: self._narrow(_RATED), actions=["topics"])
        match self._section:
            case Section.NEWS:
                yield from self._news_words()
            case Section.THEORIES:
                yield from self._board_words()
            case Section.COUNTDOWN:
                yield Choice(label="add", run=self._add_date, actions=["dates.add"])
            case Section.TRACKS:
                yield Choice(label="sort", run=self._sort_tracks, actions=["next_order"])

    def _news_words(self) -> Iterator[Choice]:
        yield Choice(label="topic", run=self._pick_topic, actions=["topics"])
        yield Choice(label="unread", run=lambda _: self._narrow(_UNREAD))
        yield Choice(label="next unread", run=self._next_unread, actions=["next_unread"])
        yield Choice(label="mark all read", run=self._read_all, actions=["read_all"])

    def _board_words(self) -> Iterator[Choice]:
        yield Choice(label="part", names=["tab"], run=self._pick_tab, actions=["next_tab"])
        yield Choice(label="sort", run=self._sort_board, actions=["next_order"])
        yield Choice(label="add", run=self._add_theory, actions=["add"])

    def _filter(self, words: str) -> None:
        if problem := parse_query(words).problem:
            self._session.say("unclear", problem)
            return
        self._query = words
        self._session.read_place()

    def _show_all(self, _: str) -> None:
        self._query, self._topic, self._tab = "", _ALL, BoardTab.ALL
        self._session.read_place()

    def _narrow(self, topic: str) -> None:
        self._topic = topic
        self._session.read_place()

    def _pick_topic(self, _: str) -> None:
        found = topics(self._session.state.library.news)
        options = [(_ALL, "All topics"), *((name, f"{name}, {count}") for name, count in found)]
        if chosen := self._session.pick("topic", "Which topic?", options, self._topic):
            self._narrow(chosen)

    def _next_unread(self, _: str) -> None:
        read = self._session.state.marks.read
        addresses = map(self._noun.address, self.items)
        unread = next((address for address in addresses if str(address) not in read), None)
        if unread is None:
            self._session.say("news", "You've read everything here.")
        else:
            self._open(unread)

    def _read_all(self, _: str) -> None:
        session, read = self._session, self._session.state.marks.read
        addresses = [*map(self._noun.address, self.items)]
        unread = [address for address in addresses if str(address) not in read]
        if set_read(session, unread, read=True, said=f"{len(unread):,} marked read."):
            said = f"Undone: {len(unread):,} are unread again."
            session.can_undo(lambda: set_read(session, unread, read=False, said=said))

    def _pick_tab(self, _: str) -> None:
        options = [(tab.value, tab.value.capitalize()) for tab in BoardTab]
        if chosen := self._session.pick("theories", "Which part?", options, self._tab.value):
            self._tab = BoardTab(chosen)
            self._session.read_place()

    def _sort_board(self, _: str) -> None:
        options = [(order.value, order.value) for order in Order]
        if chosen := self._session.pick("theories", "Sorted by what?", options, self._order.value):
            self._order = Order(chosen)
            self._session.read_place()

    def _sort_tracks(self, _: str) -> None:
        options = [(order.value, order.value) for order in TrackOrder]
        current = self._track_order.value
        if chosen := self._session.pick("tracks", "Sorted by what?", options, current):
            self._track_order = TrackOrder(chosen)
            self._session.read_place()

    def _add_theory(self, _: str) -> None:
        if theory_id := OwnTheories(self._session).add():
            self._open(Address(Section.THEORIES, theory_id))

    def _add_date(self, _: str) -> None:
        if item_id := own_dates.add(self._session):
            self._open(Address(Section.COUNTDOWN, item_id))
