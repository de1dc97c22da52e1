"""Today: what a reader who comes back sees first."""

from datetime import date

from textual.content import Content
from textual.geometry import Size

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.countdown import remaining
from hearts_tui.domain.dates import day_of, on_day
from hearts_tui.domain.front_page import (
    MOST_ANNIVERSARIES,
    MOST_COMING,
    MOST_NEWS,
    news_since,
)
from hearts_tui.domain.milestones import Milestone, occasion, short_names
from hearts_tui.domain.on_this_day import Anniversary, coming_up, on_this_day
from hearts_tui.domain.whats_new import WhatsNew
from hearts_tui.screens.of_the_day import OfTheDay
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.screens.today_while_loading import day_title
from hearts_tui.screens.welcome import question
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.item_page import WELCOME, heading, quiet
from hearts_tui.widgets.links import link

_TALL_ROWS = 34
"""Cells of the window from which on there is room for the whole text to read, and for more."""

_PICTURE_COLUMNS, _PICTURE_ROWS = 70, 20
"""Cells of the window from which on there is room for an emblem."""


class Today:
    """The page of the day: the countdown, what is new, what to read and what to predict."""

    title = "Today"

    def __init__(self, state: AppState) -> None:
        self._state = state
        self._picks = OfTheDay(state)

    @property
    def detail(self) -> str:
        """What is new, in numbers; the date where nothing is."""
        new = self._whats_new()
        if not new:
            return str(on_day(self._state.today))
        dates = f"{len(new.came)} date{'s' if len(new.came) != 1 else ''}"
        counts = (
            (len(new.told), f"{len(new.told)} new"),
            (len(new.came), dates),
            (len(new.settled), f"{len(new.settled)} resolved"),
        )
        return " · ".join(text for count, text in counts if count)

    def page(self, size: Size, *, wide: bool) -> Page:
        """Return the page for a window of a size; ``wide`` where it has a side pane."""
        state = self._state
        picks, welcome = self._picks, Paragraph(link("Welcome page", WELCOME))
        head = [
            day_title(state.today),
            *self._countdown(),
            *question(state.settings),
            *self._news(),
            *self._on_this_day(),
        ]
        if not wide and size.height < _TALL_ROWS:
            has_room = size.width >= _PICTURE_COLUMNS and size.height >= _PICTURE_ROWS
            rows = [*picks.theory_row(), *picks.pick_row(), *picks.song_row()]
            face = picks.face_row(with_picture=has_room)
            return Page(Document([*head, *face, *rows, GAP, welcome]), Document([]))
        is_tall = size.height >= _TALL_ROWS
        story = [
            *head,
            *picks.pick(whole=is_tall),
            *(picks.song() if is_tall else []),
            *(self._coming_up() if is_tall else []),
        ]
        return Page(Document(story), Document([*picks.face(), *picks.theory(), GAP, welcome]))

    def _countdown(self) -> list[Paragraph]:
        state = self._state
        target = state.target
        if target is None:
            return []
        milestone, name = target.milestone, short_names(target.milestone, target.day)[0]
        if target.day == state.today:
            return [Paragraph(Content.assemble("Today: ", self._day_link(milestone, name)))]
        left = remaining(state.clock(), target.moment)
        link_to_it = self._day_link(milestone, f"{name[:1].upper()}{name[1:]}")
        return [Paragraph(Content.assemble(link_to_it, f" {left}"))]

    def _news(self) -> list[Paragraph]:
        """Return what has come about since the last visit."""
        state, new = self._state, self._whats_new()
        if not new or state.marks.visited is None:
            return []
        rows = [
            *(_row("New: ", self._title(address)) for address in new.told),
            *(_row(f"{on_day(day)}: ", self._day(one, day)) for one, day in new.came.values()),
            *(_row("Resolved: ", self._title(address)) for address in new.settled),
        ]
        more = len(rows) - MOST_NEWS
        last = on_day(day_of(state.marks.visited, state.zone))
        return [
            *heading(f"Since your last visit, {last}"),
            *rows[:MOST_NEWS],
            *([quiet(f"and {more:,} more")] if more > 0 else []),
        ]

    def _whats_new(self) -> WhatsNew | None:
        """Return what is new, but for what is told of as on this day."""
        state = self._state
        if state.marks.visited is None:
            return None
        last = day_of(state.marks.visited, state.zone)
        return news_since(state.index, last, state.today)

    def _title(self, address: Address) -> Content:
        """Return the title of an item as a link."""
        item = self._state.index[address]
        return link(
            self._state.spoiler_filter.cover_title(item.title, item.spoiler, address), address
        )

    def _day(self, milestone: Milestone, day: date) -> Content:
        """Return the name of a milestone's day as a link."""
        return self._day_link(milestone, occasion(milestone, day))

    def _day_link(self, milestone: Milestone, name: str) -> Content:
        address = Address(Section.COUNTDOWN, milestone.id)
        if address not in self._state.index:
            # One of the user's own, which has no page to link to.
            return Content(name)
        return link(
            self._state.spoiler_filter.cover_title(name, milestone.spoiler, address), address
        )

    def _on_this_day(self) -> list[Paragraph]:
        found = on_this_day(self._state.index, self._state.today)[:MOST_ANNIVERSARIES]
        rows = [self._anniversary(one) for one in found]
        return [*heading("On this day"), *rows] if rows else []

    def _anniversary(self, anniversary: Anniversary) -> Paragraph:
        item, years = anniversary.item, anniversary.years
        if isinstance(item, Milestone) and anniversary.is_yearly:
            return _row("", self._day(item, self._state.today))
        ago = f"{years} year{'s' if years != 1 else ''} ago: " if years else "Today: "
        return _row(ago, self._title(anniversary.address))

    def _coming_up(self) -> list[Paragraph]:
        coming = coming_up(self._state.library.milestones, self._state.today)[:MOST_COMING]
        rows = [_row(f"{on_day(day)}: ", self._day(one, day)) for day, one in coming]
        return [*heading("Coming up"), *rows] if rows else []


def _row(lead: str, linked: Content) -> Paragraph:
    return Paragraph(Content.assemble((lead, "$text-muted"), linked), 2, "· ")
