"""The news feed."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.events import Key, Resize
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import OptionList

from hearts_tui.domain.news import News
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.front_pages import WELCOME, Undo
from hearts_tui.screens.news_feed import ALL, STARRED, next_among
from hearts_tui.screens.news_listing import NewsListing
from hearts_tui.screens.read_marks import ReadMarks
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.key_group import KeyGroup

SECONDS_TO_READ = 2.0
"""How long a page has to stay in front, after the cursor was moved to it, to count as read."""

_ALL_READ = "You've read everything here."
_NO_NEWS = "Pick a headline first."


class NewsScreen(BaseScreen):
    """News, newest first, with unread and star marks and a filter by topic."""

    KEYS: ClassVar[tuple[KeyGroup, ...]] = (keys.NEWS,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.NEWS.bindings]

    def __init__(self, state: AppState) -> None:
        self._read_marks = ReadMarks(state, self.save)
        self._news = NewsListing(
            state, self._read_marks, lambda: self.app.size, lambda: self.split_view.wide
        )
        super().__init__(state, self._news)
        self._feed, self._fronts = self._news.feed, self._news.fronts
        self._reading: Timer | None = None
        self._undos: list[Undo] = []

    @property
    def first_pane(self) -> Widget:
        """The list; at a first visit the welcome, in windows with room for one pane."""
        is_welcomed = self._fronts.is_first_visit and self.split_view.single
        return self.reader if is_welcomed else super().first_pane

    def on_resize(self, _: Resize) -> None:
        """Lay the page out anew: there may be room for more."""
        if self.current is not None:
            self.show_current(from_top=False)

    def show_loaded(self) -> None:
        """Draw today's entry as well, once all of the content is known."""
        super().show_loaded()
        self.refresh_list()

    @property
    def keys_in_use(self) -> Sequence[KeyGroup]:
        """All keys that work here, first those that answer the front page's question."""
        return self._fronts.with_question(super().keys_in_use, self.current)

    def on_key(self, event: Key) -> None:
        """Take the answer to the front page's question, whether the film was seen."""
        seen = self._fronts.answer(self.current, event.key)
        if seen is None:
            return
        event.stop().prevent_default()
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
            self.show_current()

    def action_toggle_read(self) -> None:
        """Mark the item read or unread."""
        if self.item is not None:
            self._mark([self.item], read=not self._news.is_read(self.item))
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
        unread = {item.id for item in self.list_pane.shown if not self._news.is_read(item)}
        following = next_among(unread, self.listed, self.current)
        if following is None:
            self.tell(_ALL_READ)
        else:
            self.item_list.go_to(following)

    def action_read_all(self) -> None:
        """Mark all that is listed read; undo makes it unread again."""
        unread = [item for item in self.list_pane.shown if not self._news.is_read(item)]
        if unread:
            self._undos.append(partial(self._unmark, unread))
            self._mark(unread, read=True)
            self.tell(f"{len(unread):,} marked read. u undoes that.", 4)
        else:
            self.tell(_ALL_READ)

    def action_vote(self) -> None:
        """Ask for a vote on the theory of the page in front, or of the day."""
        self._fronts.ask_for_vote(self, self._undos.append)

    def action_undo(self) -> None:
        """Undo the last vote from here or marking of all, whichever came later."""
        if self._undos:
            self._undos.pop()()
        else:
            self.tell("Nothing to undo.")

    def _unmark(self, items: Sequence[News]) -> None:
        self._mark(items, read=False)
        self.tell("Unread again.")

    @on(OptionList.OptionHighlighted, ".items")
    def _start_reading(self) -> None:
        if self._reading is not None:
            self._reading.stop()
        if (item := self.item) is not None and self.reader.is_on_screen:
            self._reading = self.set_timer(SECONDS_TO_READ, lambda: self._mark([item], read=True))

    def _mark(self, items: Iterable[News], *, read: bool) -> None:
        changed = [item for item in items if self._news.is_read(item) != read]
        if not changed:
            return
        addresses = [self._news.address(item.id) for item in changed]
        if self._read_marks.mark(addresses, read=read) or len(changed) > 1:
            self.refresh_list()
        else:
            self.redraw(changed[0])
