"""The news feed."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.events import Key
from textual.timer import Timer
from textual.visual import Visual
from textual.widgets import OptionList

from hearts_tui.domain.address import Section
from hearts_tui.domain.news import News, newest_first, topics
from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.front_page import FrontPage
from hearts_tui.screens.marker import STAR
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.badges import sign
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.list_item import Entry

SECONDS_TO_READ = 2.0
"""How long a page has to stay in front, after the cursor was moved to it, to count as read."""

TODAY = "today"
"""The id of the entry above the feed, which no news has."""

STARRED = "starred"
"""What the feed can be narrowed down to besides the topics."""

_UNREAD = "●"


class NewsScreen(BaseScreen):
    """News, newest first, with unread and star marks and a filter by topic."""

    SECTION = Section.NEWS
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.NEWS,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.NEWS.bindings]

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._feed = newest_first(state.library.news)
        self._topic = ""
        self._reading: Timer | None = None
        self._marked_at_once: Sequence[News] = ()
        self._front = FrontPage(state)

    @property
    def items(self) -> Sequence[News]:
        """The feed, or the part of it that is about the chosen topic."""
        if self._topic == STARRED:
            return [item for item in self._feed if self.marker.is_starred(self.address(item.id))]
        if self._topic:
            return [item for item in self._feed if item.topic == self._topic]
        return self._feed

    @property
    def caption(self) -> str:
        """The topic and the counts."""
        unread = sum(not self._is_read(item) for item in self.shown)
        new = f" · {unread} unread" if unread and self.state.marks.read else ""
        return f"{self._topic or 'all topics'} · {len(self.shown)}{new}"

    @property
    def empty_text(self) -> str:
        """What is told where nothing is starred."""
        return "No stars yet. Press t for all topics, f to star what you want to keep."

    def page(self, item: News) -> Page:
        """Return a page with date, topic, star and rating beside the status."""
        address = self.address(item.id)
        starred = STAR if self.marker.is_starred(address) else ""
        notes = (str(item.date), item.topic, starred, self.marker.stars(address))
        return self.pages.build(item, Extras(notes=notes))

    def entry(self, item: News) -> Visual:
        """Draw a headline over its status, its day and what the reader made of it."""
        address = self.address(item.id)
        unread = not self._is_read(item)
        starred = STAR if self.marker.is_starred(address) else ""
        notes = (str(item.date), item.topic, starred, self.marker.stars(address))
        detail = f"{sign(item.status)} {' · '.join(filter(None, notes))}"
        mark = _UNREAD if unread and self.state.marks.read else " "
        return Entry(mark, self.title_of(item), detail=detail)

    def rows(self, items: Sequence[News]) -> Sequence[Row]:
        """Return the feed under month headings, and today above it."""
        rows: list[Row] = [] if self.query_text or self._topic else [TODAY]
        month = ""
        for item in items:
            if item.date.month_name != month:
                month = item.date.month_name
                rows.append(Heading(month))
            rows.append(item.id)
        return rows

    def other_entry(self, entry_id: str) -> Visual:
        """Draw the entry of today."""
        del entry_id
        return Entry("♥", self._front.title, detail=self._front.detail, strong=True)

    def other_page(self, entry_id: str) -> Page | None:
        """Return the front page."""
        return self._front.page() if entry_id == TODAY else None

    def load_all(self) -> None:
        """Draw today's entry as well, once all of the content is known."""
        super().load_all()
        self.refresh_list()

    def on_key(self, event: Key) -> None:
        """Take the answer to the front page's question, whether the film was seen."""
        asked = self.state.settings.seen_film is SeenFilm.UNANSWERED and self.current == TODAY
        answers = {"y": SeenFilm.YES, "n": SeenFilm.NOT_YET}
        if asked and event.key in answers:
            event.stop()
            event.prevent_default()
            self.state.answer_seen_film(answers[event.key])
            self.save(
                lambda: self.state.stores.settings.save("seen_film", answers[event.key].value)
            )
            self.refresh_all()

    def open_current(self) -> None:
        """Go to the page; what is opened is read."""
        super().open_current()
        if self.item is not None:
            self._mark([self.item], read=True)

    def open_at(self, item_id: str) -> None:
        """Show an item; what is opened is read."""
        super().open_at(item_id)
        if self.item is not None:
            self._mark([self.item], read=True)

    def clear_filters(self) -> None:
        """Let all topics in."""
        super().clear_filters()
        self._topic = ""

    def action_next_topic(self) -> None:
        """Show the next topic only; after the last, all."""
        self._step_topic(1)

    def action_previous_topic(self) -> None:
        """Show the topic before only."""
        self._step_topic(-1)

    def _step_topic(self, step: int) -> None:
        choices = ["", STARRED, *topics(self._feed)]
        self._topic = choices[(choices.index(self._topic) + step) % len(choices)]
        self.refresh_list()
        self.show_current()

    def action_toggle_read(self) -> None:
        """Mark the item read or unread."""
        if self.item is not None:
            self._mark([self.item], read=not self._is_read(self.item))

    def action_next_unread(self) -> None:
        """Go to the next unread item below the cursor, or from the top."""
        ids = self.listed
        place = ids.index(self.current) + 1 if self.current in ids else 0
        unread = {item.id for item in self.shown if not self._is_read(item)}
        following = next((one for one in [*ids[place:], *ids[:place]] if one in unread), None)
        if following is None:
            self.tell("You've read everything here.")
        else:
            self.item_list.go_to(following)

    def action_read_all(self) -> None:
        """Mark all that is listed read; undo makes it unread again."""
        unread = [item for item in self.shown if not self._is_read(item)]
        if unread:
            self._marked_at_once = unread
            self._mark(unread, read=True)
            self.tell(f"{len(unread)} marked read. u undoes that.", 4)

    def action_undo(self) -> None:
        """Undo the last marking of all."""
        if self._marked_at_once:
            self._mark(self._marked_at_once, read=False)
            self._marked_at_once = ()
            self.tell("Unread again.")

    @on(OptionList.OptionHighlighted, ".items")
    def _start_reading(self) -> None:
        if self._reading is not None:
            self._reading.stop()
        item = self.item
        if item is not None and self.reader.is_on_screen:
            self._reading = self.set_timer(SECONDS_TO_READ, lambda: self._mark([item], read=True))

    def _mark(self, items: Iterable[News], *, read: bool) -> None:
        changed = [item for item in items if self._is_read(item) != read]
        if not changed:
            return
        addresses = [str(self.address(item.id)) for item in changed]
        at = self.state.clock() if read else None
        is_first = not self.state.marks.read
        self.state.marks = self.state.marks.with_read(addresses, read=read)
        if len(changed) > 1 or is_first:
            self.refresh_list()
        else:
            self.redraw(changed[0])
        self.save(lambda: self.state.stores.marks.save_read(addresses, at))

    def _is_read(self, item: News) -> bool:
        return str(self.address(item.id)) in self.state.marks.read
