"""The dates of the story as a calendar takes them: whole days, once or every year."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.dates import Precision, When, Yearly
from hearts_tui.domain.item import Status
from hearts_tui.domain.milestones import Milestone, OwnMilestone, next_day
from hearts_tui.domain.own_dates import PREFIX, OwnDate
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.status_words import MEANINGS, status_text

_THE_FIRST_YEAR = date(2022, 1, 1)
"""Where days begin to come back that remember no year of their own: with the film's year."""

_YOURS = "A date of your own"


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day with a name; ``id`` stays the same from one calendar to the next.

    ``is_sure`` tells it from a rumor. A yearly one comes back from its day on.
    """

    id: str
    title: str
    day: date
    text: str
    is_yearly: bool = False
    is_sure: bool = True


def story_events(milestones: Iterable[Milestone], spoilers: SpoilerFilter) -> Iterator[Event]:
    """Yield the milestones of which a day is known; a status other than confirmed is told."""
    for milestone in milestones:
        day = first_day(milestone)
        if day is None:
            continue
        address = Address(Section.COUNTDOWN, milestone.id)
        title = spoilers.cover_title(milestone.title, milestone.spoiler, address)
        is_sure = milestone.status is Status.CONFIRMED
        yield Event(
            milestone.id,
            title if is_sure else f"{status_text(milestone.status)}: {title}",
            day,
            _text(milestone, spoilers.cover(milestone.summary, milestone.spoiler, address)),
            isinstance(milestone.date, Yearly),
            is_sure,
        )


def own_events(dates: Mapping[str, OwnDate]) -> Iterator[Event]:
    """Yield the user's own dates, given by their keys."""
    for key, own in dates.items():
        yield Event(f"{PREFIX}{key}", own.name, own.day, _YOURS, own.yearly)


def first_day(milestone: Milestone) -> date | None:
    """Return the first day of a milestone; None where no day is known."""
    when = milestone.date
    if isinstance(when, Yearly):
        return next_day(milestone, when, _THE_FIRST_YEAR)
    return when.first if when.precision is Precision.DAY else None


def without_day(milestones: Iterable[Milestone]) -> list[tuple[Milestone, When]]:
    """Return the milestones of which no day is known, and what is."""
    return [
        (milestone, milestone.date)
        for milestone in milestones
        if isinstance(milestone.date, When) and first_day(milestone) is None
    ]


def _text(milestone: Milestone, summary: str) -> str:
    if isinstance(milestone, OwnMilestone):
        return _YOURS
    return f"{status_text(milestone.status)}, {MEANINGS[milestone.status]}\n{summary}"
