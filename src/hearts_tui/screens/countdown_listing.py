"""The dates: how they are listed, how far away each is, and their pages."""

from collections.abc import Sequence
from datetime import date

from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.countdown import distance, target_of
from hearts_tui.domain.item import Status
from hearts_tui.domain.milestones import (
    DATE_HEADINGS,
    Milestone,
    OwnMilestone,
    TimelineEntry,
    by_group,
    placed,
)
from hearts_tui.domain.sequel_note import NOTED_DATE
from hearts_tui.domain.status_words import sign
from hearts_tui.screens.countdown_page import date_page
from hearts_tui.screens.listing import Listing
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.list_item import Entry

_ON_THE_CLOCK, _AHEAD, _TODAY = "◆", "○", "♡"


class CountdownListing(Listing[Milestone]):
    """All dates of the story, and the user's own, with how far away they are."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state, Section.COUNTDOWN)

    @property
    def items(self) -> Sequence[Milestone]:
        """All dates, group by group."""
        groups = by_group(self.state.dates, self.state.today)
        return [entry.milestone for entries in groups.values() for entry in entries]

    def caption(self, shown: Sequence[Milestone]) -> str:
        """Return what the mark means, and how many dates there are."""
        count = len(shown)
        return f"{_ON_THE_CLOCK} on the clock · {count} date{'s' if count != 1 else ''}"

    def rows(self, shown: Sequence[Milestone]) -> Sequence[Row]:
        """Return the dates under the headings of their groups."""
        rows: list[Row] = []
        for group, entries in by_group(shown, self.state.today).items():
            rows += [Heading(DATE_HEADINGS[group]), *(entry.milestone.id for entry in entries)]
        return rows

    def entry(self, item: Milestone) -> Visual:
        """Draw a title over its date, with a sign where it is not simply so."""
        place = self.placed(item)
        away = self.distance(place)
        # The title of the date that is noted for the sequel says as much.
        is_own = isinstance(item, OwnMilestone) and item.id != NOTED_DATE
        owner = "yours" if is_own else ""
        doubt = f"{sign(item.status)} " if item.status is not Status.CONFIRMED else ""
        detail = f"{doubt}{place.when} · {away}"
        return Entry(
            self._mark(item, away),
            self.hidden.title_of(item),
            note=owner,
            detail=detail,
            compact=self.state.settings.is_read_aloud,
        )

    def _mark(self, item: Milestone, away: str) -> str:
        target = self.state.target
        if target is not None and target.milestone.id == item.id:
            return _ON_THE_CLOCK
        if self.is_ahead(item):
            return _TODAY if away == "today" else _AHEAD
        return " "

    def is_ahead(self, item: Milestone) -> bool:
        """Return whether a date can be counted down to."""
        return target_of(item, self.state.clock(), self.state.zone) is not None

    def page(self, item: Milestone) -> Page:
        """Return the page of a date."""
        return date_page(item, self.distance(self.placed(item)), self.state, self.pages)

    def placed(self, item: Milestone) -> TimelineEntry:
        """Return when a date is, seen from today."""
        return placed(item, self.state.today)

    def distance(self, place: TimelineEntry) -> str:
        """Return how far away it is, in words."""
        return distance(place, self.state.clock(), self.state.zone)

    @property
    def starting_at(self) -> str | None:
        """The list opens at what is counted down to."""
        target = self.state.target
        return target.milestone.id if target else None

    @property
    def distances(self) -> object:
        """What the list tells of the time: it has to be drawn anew when this is another."""
        places = [self.placed(milestone) for milestone in self.state.dates]
        return self.state.target, [self.distance(place) for place in places]

    @property
    def days(self) -> list[date]:
        """The days of all dates."""
        return [self.placed(milestone).when.first for milestone in self.state.dates]
