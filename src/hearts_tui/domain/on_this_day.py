"""What fell on this day in other years, and which days come next."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hearts_tui.domain.address import Address
from hearts_tui.domain.dates import Precision, When, Yearly
from hearts_tui.domain.item import Item, Status
from hearts_tui.domain.milestones import Milestone
from hearts_tui.domain.news import News


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A milestone or a piece of news, and how many years ago it was; 0 for today."""

    address: Address
    item: Milestone | News
    years: int

    @property
    def is_yearly(self) -> bool:
        """Whether the day itself comes back every year, such as a birthday."""
        return isinstance(self.item.date, Yearly)


def on_this_day(index: Mapping[Address, Item], today: date) -> list[Anniversary]:
    """Find what falls on a calendar day: yearly days, then milestones, then news; oldest first.

    Rumored dates have no anniversaries. News that goes with a milestone of the day is left out.
    """
    found = sorted(_falling_on(index, today), key=_rank)
    milestones = [one for one in found if isinstance(one.item, Milestone)]
    news = [one for one in found if isinstance(one.item, News) and not _repeats(one, milestones)]
    return [*milestones, *news]


def _falling_on(index: Mapping[Address, Item], today: date) -> Iterator[Anniversary]:
    for address, item in index.items():
        if isinstance(item, Milestone | News) and item.status is Status.CONFIRMED:
            years = _years_since(item.date, today)
            if years is not None:
                yield Anniversary(address, item, years)


def _years_since(when: When | Yearly, today: date) -> int | None:
    """Return the years between a date and its return on a day; None where it isn't that day."""
    if isinstance(when, Yearly):
        return 0 if when.in_year(today.year) == today else None
    if when.precision is not Precision.DAY or when.first > today:
        return None
    is_its_day = Yearly(when.first.month, when.first.day).in_year(today.year) == today
    return today.year - when.first.year if is_its_day else None


def _rank(anniversary: Anniversary) -> tuple[bool, int]:
    return not anniversary.is_yearly, -anniversary.years


def _repeats(news: Anniversary, milestones: list[Anniversary]) -> bool:
    return any(
        one.address in news.item.related or news.address in one.item.related for one in milestones
    )


def coming_up(milestones: Iterable[Milestone], today: date) -> list[tuple[date, Milestone]]:
    """List the confirmed days after a day, a yearly one once, the next first."""
    coming = [
        (day, milestone)
        for milestone in milestones
        if milestone.status is Status.CONFIRMED
        and (day := _day_after(milestone.date, today)) is not None
    ]
    return sorted(coming, key=lambda entry: entry[0])


def _day_after(when: When | Yearly, today: date) -> date | None:
    """Return the day after a day that a date falls on; None where there is none."""
    if isinstance(when, Yearly):
        return when.next_on_or_after(today + timedelta(days=1))
    return when.first if when.precision is Precision.DAY and when.first > today else None
