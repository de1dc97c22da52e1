"""The news: how they are listed, and their pages; above them Today and the welcome."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.marks import MOST_STARS
from hearts_tui.domain.news import News, newest_first
from hearts_tui.domain.status_words import sign
from hearts_tui.screens.front_pages import TODAY, FrontPages
from hearts_tui.screens.listing import Listing
from hearts_tui.screens.news_feed import ALL, NewsFeed, under_months
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.screens.read_marks import ReadMarks
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_list import Row
from hearts_tui.widgets.list_item import Entry
from hearts_tui.widgets.stars import STAR

if TYPE_CHECKING:
    from hearts_tui.screens.companions import Companions

_UNREAD = "●"

_TAKEN = 10
"""Rows of a window that hold no text of a page."""


class NewsListing(Listing[News]):
    """News, newest first, with unread and star marks, or those of one topic.

    Pages are made for the size of the ``window``, and whether that ``is_wide``.
    """

    def __init__(
        self,
        state: AppState,
        read_marks: ReadMarks,
        window: Callable[[], Size],
        is_wide: Callable[[], bool],
    ) -> None:
        super().__init__(state, Section.NEWS)
        self.feed = NewsFeed(newest_first(state.library.news), self.is_starred)
        self.fronts = FrontPages(state)
        self._read_marks = read_marks
        self._window = window
        self._is_wide = is_wide

    @property
    def items(self) -> Sequence[News]:
        """The feed, or the part of it that is about the chosen topic."""
        return self.feed.items

    def show_all(self) -> None:
        """Let all topics in."""
        self.feed.topic = ALL

    def is_read(self, item: News) -> bool:
        """Return whether an item was read."""
        return self._read_marks.is_read(self.address(item.id))

    def caption(self, shown: Sequence[News]) -> str:
        """Return the topic and the counts."""
        unread = sum(not self.is_read(item) for item in shown)
        new = f" · {unread:,} unread" if unread and self._read_marks.has_any else ""
        topic = "all topics" if self.feed.is_whole else self.feed.topic
        return f"{topic} · {len(shown):,}{new}"

    @property
    def empty_text(self) -> str:
        """What is told where nothing is starred."""
        return "No stars yet. Press f on what you want to keep, T for all topics."

    def rows(self, shown: Sequence[News]) -> Sequence[Row]:
        """Return the feed under month headings."""
        return under_months(shown)

    def entry(self, item: News) -> Visual:
        """Draw a headline over its status and day, with what the reader made of it."""
        unread = self._read_marks.has_any and not self.is_read(item)
        rating = self.rating(item)
        topic = "" if self.feed.is_of_one_topic else item.topic
        detail = " · ".join(filter(None, (f"{sign(item.status)} {item.date}", topic)))
        return Entry(
            STAR if self.is_starred(item) else _UNREAD if unread else " ",
            self.hidden.title_of(item),
            note=f"{rating}/{MOST_STARS}" if rating else "",
            detail=detail,
            compact=self.state.settings.is_read_aloud,
        )

    def page(self, item: News) -> Page:
        """Return a page with date and topic beside the status, and the reader's marks below."""
        starred = f"{STAR} starred" if self.is_starred(item) else ""
        marks = " · ".join(filter(None, (self.stars(item), starred)))
        facts = [Paragraph(Content.styled(marks, "$accent"))] if marks else []
        extras = Extras(notes=(str(item.date), item.topic), facts=facts)
        window = self._window()
        if self._is_wide() and self.state.is_loaded:
            company = self._companions.of(item, window, _TAKEN)
            extras = replace(extras, after=company.after, side=company.side, linked=company.linked)
        return self.pages.build(item, extras)

    @cached_property
    def _companions(self) -> "Companions":
        # Not for the first page: it is shown before there is anything to go with it.
        from hearts_tui.screens.companions import Companions
        from hearts_tui.screens.portraits import Portraits

        return Companions(self.state, Portraits(self.state))

    # Today and the welcome.

    @property
    def first_rows(self) -> Sequence[Row]:
        """The pages that are no news, above the whole of the feed."""
        return self.fronts.rows if self.feed.is_whole else []

    def other_entry(self, entry_id: str) -> Visual:
        """Draw the entry of a page that is no news."""
        return self.fronts.entry(entry_id)

    def other_page(self, entry_id: str) -> Page | None:
        """Return the page of a day or the welcome."""
        return self.fronts.page(entry_id, self._window(), wide=self._is_wide())

    def command(self, entry_id: str | None) -> str:
        """Return the command that shows the news in front, or the day."""
        return "hearts today" if entry_id == TODAY else super().command(entry_id)
