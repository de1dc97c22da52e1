"""The page of an item: what it tells, where it leads, and what can be done with it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.countdown import target_of
from hearts_tui.domain.marks import MOST_STARS
from hearts_tui.linear import own_dates
from hearts_tui.linear.choices import Choice, Menu
from hearts_tui.linear.documents import Open, link_choices
from hearts_tui.linear.marking import rate, set_read, toggle_star
from hearts_tui.linear.pages import page_lines
from hearts_tui.linear.session import Session
from hearts_tui.linear.voting import ballot_choices, vote_choices
from hearts_tui.printing.document import Document, Entry
from hearts_tui.printing.nouns import noun_of

_STARRED = (Section.NEWS, Section.TRACKS, Section.FILM)
_RATED = (Section.NEWS, Section.CAST, Section.TRACKS, Section.FILM)
_IN_MENU = ("Related", "Mentioned in", "Options")
"""Headings of what stands in the menu and is not read twice."""


class ItemPlace:
    """The page of an item. ``listed`` are the items that it stands among."""

    def __init__(
        self,
        session: Session,
        address: Address,
        open_item: Open,
        listed: Callable[[], Sequence[Any]],
    ) -> None:
        self._session = session
        self.address = address
        self._noun = noun_of(address.section)
        self._open = open_item
        self._listed = listed

    @property
    def item(self) -> Any:
        """The item; None where there is none any more."""
        items = self._noun.items(self._session.state.view)
        return next((item for item in items if item.id == self.address.id), None)

    @property
    def _document(self) -> Document:
        item = self.item
        if item is None:
            return Document(kind="item", head=Entry(title="", says="This is gone."))
        return self._noun.page(self._session.state.view, item)

    @property
    def lines(self) -> Sequence[str]:
        """The page. News that can be read counts as read."""
        if self.address.section is Section.THEORIES:
            self._session.state.look_at_group()
        lines = page_lines(str(self.address.section), self._document, _IN_MENU)
        if self.address.section is Section.NEWS and self._is_news():
            set_read(self._session, [self.address], read=True, said="")
        return [*lines, *self._marks()]

    def _is_news(self) -> bool:
        item, state = self.item, self._session.state
        is_new = str(self.address) not in state.marks.read
        return item is not None and is_new and not state.view.hides(item, self.address)

    def _marks(self) -> Iterator[str]:
        name, marks = str(self.address), self._session.state.marks
        if name in marks.starred:
            yield "Starred: yes"
        if rating := marks.ratings.get(name):
            yield f"Rating: {rating} of {MOST_STARS}"

    @property
    def menu(self) -> Menu:
        """The options of a theory, then where the page leads; by word what can be done."""
        item = self.item
        links = link_choices(self._session, self._document, self._open)
        if item is None:
            return Menu([])
        if self.address.section is not Section.THEORIES:
            return Menu([*links], [*self._words(item)])
        options = vote_choices(self._session, item)
        is_hidden = self._session.state.view.hides(item, self.address)
        return Menu(
            [*(() if is_hidden else options), *links],
            [*(() if is_hidden else ballot_choices(self._session, item)), *self._words(item)],
        )

    def _words(self, item: Any) -> Iterator[Choice]:
        section = self.address.section
        if section in _STARRED:
            yield Choice(
                label="star",
                names=["unstar", "favorite"],
                run=lambda _: toggle_star(self._session, self.address),
                actions=["star"],
            )
        if section in _RATED:
            yield Choice(
                label="rate",
                question=f"How many stars, from 1 to {MOST_STARS}? 0 takes the rating away.",
                run=lambda said: rate(self._session, self.address, said),
                actions=["rate_up", "rate_down"],
            )
        if section is Section.NEWS:
            yield Choice(label="unread", run=self._toggle_read, actions=["toggle_read"])
        if section is Section.COUNTDOWN:
            yield from self._date_words(item)
        yield Choice(label="next", run=lambda _: self._step(1), actions=["next_page"])
        yield Choice(label="previous", run=lambda _: self._step(-1), actions=["previous_page"])
        yield Choice(label="reveal", run=self._reveal, names=["hide"], actions=["reveal"])

    def _date_words(self, item: Any) -> Iterator[Choice]:
        session, item_id = self._session, self.address.id
        view = session.state.view
        if target_of(item, view.now, view.zone) is not None:
            yield Choice(
                label="count down",
                run=lambda _: own_dates.count_down_to(session, item_id),
                actions=["count_down"],
            )
        if own_dates.find(session, item_id) is not None:
            yield Choice(
                label="edit", run=lambda _: own_dates.edit(session, item_id), actions=["dates.edit"]
            )
            yield Choice(label="delete", run=self._delete_date, actions=["dates.delete"])

    def _delete_date(self, _: str) -> None:
        if own_dates.delete(self._session, self.address.id):
            self._session.go_back()

    def _toggle_read(self, _: str) -> None:
        is_read = str(self.address) in self._session.state.marks.read
        said = "Unread." if is_read else "Read."
        set_read(self._session, [self.address], read=not is_read, said=said)

    def _step(self, by: int) -> None:
        ids = [item.id for item in self._listed()]
        place = ids.index(self.address.id) + by if self.address.id in ids else -1
        if not 0 <= place < len(ids):
            self._session.say(str(self.address.section), "There's nothing further that way.")
            return
        address = Address(self.address.section, ids[place])
        there = ItemPlace(self._session, address, self._open, self._listed)
        self._session.replace(there)

    def _reveal(self, _: str) -> None:
        """Reveal what is hidden, or hide it again, until the session ends."""
        state, name = self._session.state, str(self.address)
        state.spoilers = state.spoilers.toggled(name)
        shown = "Shown until you leave." if name in state.spoilers.opened else "Hidden again."
        self._session.say("spoilers", shown)
        self._session.read_place()
