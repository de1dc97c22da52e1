"""The news feed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.timer import Timer
from textual.visual import Visual
from textual.widgets import OptionList

from hearts_tui.domain.address import Section
from hearts_tui.domain.news import News, newest_first, topics
from hearts_tui.screens.list_detail import CatalogueScreen
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.badges import badge_text
from hearts_tui.widgets.document import Document
from hearts_tui.widgets.list_item import Entry

if TYPE_CHECKING:
    from hearts_tui.screens.front import Front

SECONDS_TO_READ = 2.0
"""How long a page has to stay in front, after the cursor was moved to it, to count as read."""

FRONT = "front"
"""The id of the entry above the feed, which no news has."""

_UNREAD, _STAR = "●", "★"


class NewsScreen(CatalogueScreen[News]):
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
        self._front: Front | None = None

    @property
    def items(self) -> Sequence[News]:
        """The feed, or the part of it that is about the chosen topic."""
        if not self._topic:
            return self._feed
        return [item for item in self._feed if item.topic == self._topic]

    @property
    def caption(self) -> str:
        """The topic and the counts."""
        shown = self.shown
        unread = sum(not self._is_read(item) for item in shown)
        return f"{self._topic or 'all topics'} · {len(shown)} · {unread} unread"

    def notes(self, item: News) -> Sequence[str]:
        """Return date, topic and star."""
        return str(item.date), item.topic, _STAR if self.is_starred(item) else ""

    def entry(self, item: News) -> Visual:
        """Draw a headline over its date and status."""
        mark = _UNREAD if not self._is_read(item) else " "
        star = f" · {_STAR}" if self.is_starred(item) else ""
        detail = f"{item.date} · {badge_text(item.status)}{star}"
        brief = f"{item.date}{star}"
        return self.covered_entry(item, mark, detail, brief=brief, strong=not self._is_read(item))

    def entries_above(self) -> Sequence[tuple[str, Visual]]:
        """Welcome a new reader, or tell of what came about since the last visit."""
        self._front = self._make_front()
        if self._front is None:
            return ()
        return [(FRONT, Entry("◆", self._front.title, detail=self._front.detail, strong=True))]

    def _make_front(self) -> "Front | None":
        is_first_visit = self.state.marks.visited is None
        if self.query_text or self._topic or not (is_first_visit or self.state.is_loaded):
            return None
        # The first screen is shown sooner without either.
        if is_first_visit:
            from hearts_tui.screens.welcome import welcome

            return welcome()
        from hearts_tui.screens.since_last_visit import since_last_visit

        return since_last_visit(self.state)

    def empty_page(self) -> Document:
        """Return what is shown where no news is under the cursor."""
        if self._front is not None and self.current == FRONT:
            return self._front.page()
        return super().empty_page()

    def load_all(self) -> None:
        """Tell of what came about since the last visit, once all of the content is known."""
        super().load_all()
        is_at_top = not self.item_list.highlighted
        self.refresh_list()
        if is_at_top and FRONT in self.listed:
            self.item_list.go_to(FRONT)

    def open_current(self) -> None:
        """Go to the page; what is opened is read."""
        super().open_current()
        if self.item is not None:
            self._mark_read(self.item, read=True)

    def open_at(self, item_id: str) -> None:
        """Show an item; what is opened is read."""
        super().open_at(item_id)
        if self.item is not None:
            self._mark_read(self.item, read=True)

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

    def action_star(self) -> None:
        """Give the item a star, or take it away."""
        if self.item is not None:
            self.toggle_star(self.item)
            self.redraw(self.item)

    def action_toggle_read(self) -> None:
        """Mark the item read or unread."""
        if self.item is not None:
            self._mark_read(self.item, read=not self._is_read(self.item))

    def action_next_unread(self) -> None:
        """Go to the next unread item below the cursor, or from the top."""
        ids = self.listed
        place = ids.index(self.current) + 1 if self.current in ids else 0
        unread = {item.id for item in self.shown if not self._is_read(item)}
        following = next((one for one in [*ids[place:], *ids[:place]] if one in unread), None)
        if following is not None:
            self.item_list.go_to(following)

    def action_read_all(self) -> None:
        """Mark all that is listed read; undo makes it unread again."""
        unread = [item for item in self.shown if not self._is_read(item)]
        if unread:
            self._marked_at_once = unread
            self._mark(unread, read=True)
            self.notify(f"{len(unread)} marked read. u takes it back.", timeout=4, markup=False)

    def action_undo(self) -> None:
        """Take the last marking of all back."""
        if self._marked_at_once:
            self._mark(self._marked_at_once, read=False)
            self._marked_at_once = ()
            self.clear_notifications()
            self.notify("Unread again.", timeout=3, markup=False)

    @on(OptionList.OptionHighlighted, ".catalogue")
    def _start_reading(self) -> None:
        if self._reading is not None:
            self._reading.stop()
        item = self.item
        if item is not None and self.reader.is_on_screen:
            self._reading = self.set_timer(
                SECONDS_TO_READ, lambda: self._mark_read(item, read=True)
            )

    def _step_topic(self, step: int) -> None:
        choices = ["", *topics(self._feed)]
        self._topic = choices[(choices.index(self._topic) + step) % len(choices)]
        self.refresh_list()
        self.show_current()

    def _mark_read(self, item: News, *, read: bool) -> None:
        if self._is_read(item) == read:
            return
        self._mark([item], read=read)

    def _mark(self, items: Sequence[News], *, read: bool) -> None:
        addresses = [str(self.address(item.id)) for item in items]
        at = self.state.clock() if read else None
        self.state.marks = self.state.marks.with_read(addresses, read=read)
        if len(items) > 1:
            self.refresh_list()
        elif items[0] in self.shown:
            self.redraw(items[0])
        self.keep(lambda: self.state.stores.marks.save_read(addresses, at))

    def _is_read(self, item: News) -> bool:
        return f"{self.SECTION}/{item.id}" in self.state.marks.read
