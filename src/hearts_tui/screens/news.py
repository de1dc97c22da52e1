"""The news feed."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key, Resize
from textual.timer import Timer
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import OptionList

from hearts_tui.domain.address import Section
from hearts_tui.domain.marks import MOST_STARS
from hearts_tui.domain.news import News, newest_first
from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.domain.status_words import sign
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.front_pages import TODAY, WELCOME, FrontPages
from hearts_tui.screens.marker import STAR
from hearts_tui.screens.news_feed import ALL, STARRED, NewsFeed, next_among, under_months
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.screens.read_marks import ReadMarks
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_list import Row
from hearts_tui.widgets.list_item import Entry

SECONDS_TO_READ = 2.0
"""How long a page has to stay in front, after the cursor was moved to it, to count as read."""

_UNREAD = "●"
_ANSWERS = {"y": SeenFilm.YES, "n": SeenFilm.NOT_YET}
_ALL_READ = "You've read everything here."
_NO_NEWS = "Pick a headline first."


class NewsScreen(BaseScreen):
    """News, newest first, with unread and star marks and a filter by topic."""

    SECTION = Section.NEWS
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.NEWS,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.NEWS.bindings]

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._feed = NewsFeed(newest_first(state.library.news), self._is_starred)
        self._read_marks = ReadMarks(state, self.save)
        self._reading: Timer | None = None
        self._marked_at_once: Sequence[News] = ()
        self._fronts = FrontPages(state)

    @property
    def first_pane(self) -> Widget:
        """The list; at a first visit the welcome, in windows with room for one pane."""
        is_welcomed = self._fronts.is_first_visit and self.split_view.single
        return self.reader if is_welcomed else super().first_pane

    @property
    def items(self) -> Sequence[News]:
        """The feed, or the part of it that is about the chosen topic."""
        return self._feed.items

    def _is_starred(self, item: News) -> bool:
        return self.marker.is_starred(self.address(item.id))

    def _is_read(self, item: News) -> bool:
        return self._read_marks.is_read(self.address(item.id))

    @property
    def caption(self) -> str:
        """The topic and the counts."""
        unread = sum(not self._is_read(item) for item in self.shown)
        new = f" · {unread:,} unread" if unread and self._read_marks.has_any else ""
        topic = "all topics" if self._feed.is_whole else self._feed.topic
        return f"{topic} · {len(self.shown):,}{new}"

    @property
    def command(self) -> str:
        """The command that shows the news in front, or the day."""
        return "hearts today" if self.current == TODAY else super().command

    @property
    def empty_text(self) -> str:
        """What is told where nothing is starred."""
        return "No stars yet. Press f on what you want to keep, T for all topics."

    def page(self, item: News) -> Page:
        """Return a page with date and topic beside the status, and the reader's marks below."""
        starred = f"{STAR} starred" if self._is_starred(item) else ""
        marks = " · ".join(filter(None, (self.marker.stars(self.address(item.id)), starred)))
        facts = [Paragraph(Content.styled(marks, "$accent"))] if marks else []
        return self.pages.build(item, Extras(notes=(str(item.date), item.topic), facts=facts))

    def entry(self, item: News) -> Visual:
        """Draw a headline over its status and day, with what the reader made of it."""
        unread = self._read_marks.has_any and not self._is_read(item)
        rating = self.marker.rating(self.address(item.id))
        topic = "" if self._feed.is_of_one_topic else item.topic
        detail = " · ".join(filter(None, (f"{sign(item.status)} {item.date}", topic)))
        return Entry(
            STAR if self._is_starred(item) else _UNREAD if unread else " ",
            self.hidden.title_of(item),
            note=f"{rating}/{MOST_STARS}" if rating else "",
            detail=detail,
        )

    def rows(self, items: Sequence[News]) -> Sequence[Row]:
        """Return the feed under month headings, and above it what is no news."""
        shows_fronts = self._feed.is_whole and not self.query_text
        return [*(self._fronts.rows if shows_fronts else ()), *under_months(items)]

    def other_entry(self, entry_id: str) -> Visual:
        """Draw the entry of a page that is no news."""
        return self._fronts.entry(entry_id)

    def other_page(self, entry_id: str) -> Page | None:
        """Return the page of a day or the welcome."""
        return self._fronts.page(entry_id, self.app.size, wide=self.split_view.wide)

    def on_resize(self, _: Resize) -> None:
        """Lay a page with pictures out anew: there may be room for more of them."""
        if self.current in self._fronts:
            self.show_current(from_top=False)

    def show_loaded(self) -> None:
        """Draw today's entry as well, once all of the content is known."""
        super().show_loaded()
        self.refresh_list()

    def on_key(self, event: Key) -> None:
        """Take the answer to the front page's question, whether the film was seen."""
        seen = _ANSWERS.get(event.key)
        if seen is None or not self._fronts.ask(self.current):
            return
        event.stop()
        event.prevent_default()
        self.state.answer_seen_film(seen)
        self.save(lambda: self.state.stores.settings.save("seen_film", seen.value))
        self.refresh_all()
        if self.current != WELCOME:
            from hearts_tui.screens.welcome import thanks

            self.tell(thanks(seen), 5)

    def open_current(self) -> None:
        """Go to the page; what is opened is read."""
        super().open_current()
        if self.item is not None:
            self._mark([self.item], read=True)

    def open_at(self, item_id: str) -> None:
        """Show an item; what is opened is read."""
        if item_id == WELCOME and item_id not in self.listed:
            self._fronts.has_asked_for_welcome = True
        super().open_at(item_id)
        if self.item is not None:
            self._mark([self.item], read=True)

    def clear_filters(self) -> None:
        """Let all topics in."""
        super().clear_filters()
        self._feed.topic = ALL

    def action_topics(self) -> None:
        """Choose what the feed is narrowed down to."""
        from hearts_tui.screens.dialogs import ChoiceDialog

        hint = "Enter chooses, / finds, Esc cancels."
        dialog = ChoiceDialog("Topics", self._feed.choices, self._feed.topic, hint)
        self.app.push_screen(dialog, self._show_topic)

    def action_all_topics(self) -> None:
        """Let all topics in again."""
        if self._feed.is_whole:
            self.tell("You're seeing all topics.")
        else:
            self._show_topic(ALL)

    def _show_topic(self, topic: str | None) -> None:
        if topic is not None:
            self._feed.topic = topic
            self.fill(from_top=True)
            self.update_caption()
            self.show_current()

    def action_toggle_read(self) -> None:
        """Mark the item read or unread."""
        if self.item is not None:
            self._mark([self.item], read=not self._is_read(self.item))
        else:
            self.tell(_NO_NEWS)

    def action_star(self) -> None:
        """Star the item under the cursor, or take its star away."""
        if self.item is None:
            self.tell(_NO_NEWS)
        super().action_star()
        if self._feed.topic == STARRED:
            self.refresh_list()
            self.show_current()

    def action_next_unread(self) -> None:
        """Go to the next unread item below the cursor, or from the top."""
        unread = {item.id for item in self.shown if not self._is_read(item)}
        following = next_among(unread, self.listed, self.current)
        if following is None:
            self.tell(_ALL_READ)
        else:
            self.item_list.go_to(following)

    def action_read_all(self) -> None:
        """Mark all that is listed read; undo makes it unread again."""
        unread = [item for item in self.shown if not self._is_read(item)]
        if unread:
            self._marked_at_once = unread
            self._mark(unread, read=True)
            self.tell(f"{len(unread):,} marked read. u undoes that.", 4)
        else:
            self.tell(_ALL_READ)

    def action_undo(self) -> None:
        """Undo the last marking of all."""
        if self._marked_at_once:
            self._mark(self._marked_at_once, read=False)
            self._marked_at_once = ()
            self.tell("Unread again.")
        else:
            self.tell("Nothing to undo.")

    @on(OptionList.OptionHighlighted, ".items")
    def _start_reading(self) -> None:
        if self._reading is not None:
            self._reading.stop()
        if (item := self.item) is not None and self.reader.is_on_screen:
            self._reading = self.set_timer(SECONDS_TO_READ, lambda: self._mark([item], read=True))

    def _mark(self, items: Iterable[News], *, read: bool) -> None:
        changed = [item for item in items if self._is_read(item) != read]
        if not changed:
            return
        addresses = [self.address(item.id) for item in changed]
        if self._read_marks.mark(addresses, read=read) or len(changed) > 1:
            self.refresh_list()
        else:
            self.redraw(changed[0])
