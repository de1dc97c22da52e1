"""Milestones: the timeline, and what to count down to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from hearts_tui.domain.dates import (
    Precision,
    Standing,
    When,
    Yearly,
    day_of,
    days_between,
    midnight,
    on_day,
)
from hearts_tui.domain.item import Item, Status

_FAR = 1_000
"""Days from which on a distance may be told in years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Item):
    """A date of the story.

    ``moment`` is the exact instant, where an hour is on public record. ``since`` is the year of
    the event that a yearly milestone remembers, so that the anniversary can be numbered.
    """

    date: When | Yearly
    zone_note: str = ""
    moment: datetime | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Remaining:
    """Time to go: whole years, then days, hours, minutes and seconds of the rest."""

    years: int
    days: int
    hours: int
    minutes: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Target:
    """What is being counted down to: a milestone, its day, the instant and where counting began."""

    milestone: Milestone
    day: date
    moment: datetime
    start: datetime


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the timeline: a milestone on the day range it stands for, seen from today."""

    milestone: Milestone
    when: When
    standing: Standing


def placed(milestone: Milestone, today: date) -> TimelineEntry:
    """Put one milestone on the timeline; a yearly one stands at its next occurrence."""
    when = milestone.date
    if isinstance(when, Yearly):
        when = on_day(when.next_on_or_after(today))
    return TimelineEntry(milestone, when, when.standing(today))


def timeline(milestones: Iterable[Milestone], today: date) -> list[TimelineEntry]:
    """Put all milestones in order of date; a yearly one stands at its next occurrence."""
    entries = [placed(milestone, today) for milestone in milestones]
    return sorted(entries, key=lambda entry: (entry.when.last, entry.when.first))


def next_target(milestones: Iterable[Milestone], now: datetime, zone: tzinfo) -> Target | None:
    """Find the next confirmed date known to the day; None where there is none ahead.

    Claims that are merely reported are never counted down to, whatever the clock says.
    """
    targets = []
    for milestone in milestones:
        if milestone.status is Status.CONFIRMED:
            target = _target(milestone, now, zone)
            if target is not None and target.moment > now:
                targets.append(target)
    return min(targets, key=lambda target: target.moment, default=None)


def _target(milestone: Milestone, now: datetime, zone: tzinfo) -> Target | None:
    today = day_of(now, zone)
    when = milestone.date
    if isinstance(when, Yearly):
        day = when.next_on_or_after(today + timedelta(days=1))
        start = midnight(when.last_before(day), zone)
        return Target(milestone, day, midnight(day, zone), start)
    if when.precision is not Precision.DAY:
        return None
    moment = milestone.moment or midnight(when.first, zone)
    return Target(milestone, when.first, moment, moment - timedelta(days=365))


def happening_today(milestones: Iterable[Milestone], today: date) -> list[Milestone]:
    """List the confirmed milestones that fall on a day, or whose yearly day it is."""
    return [
        milestone
        for milestone in milestones
        if milestone.status is Status.CONFIRMED and _falls_on(milestone.date, today)
    ]


def _falls_on(when: When | Yearly, day: date) -> bool:
    if isinstance(when, Yearly):
        return when.next_on_or_after(day) == day
    return when.precision is Precision.DAY and when.first == day


def remaining(now: datetime, moment: datetime) -> Remaining:
    """Split the time from now to a later moment into whole units; all zero once it has come.

    Days are counted in elapsed time, so an hour that a clock change adds or takes is counted.
    """
    now, moment = now.astimezone(UTC), moment.astimezone(UTC)
    if moment <= now:
        return Remaining(0, 0, 0, 0, 0)
    years = 0
    while _years_later(now, years + 1) <= moment:
        years += 1
    rest = moment - _years_later(now, years)
    minutes, seconds = divmod(rest.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return Remaining(years, rest.days, hours, minutes, seconds)


def _years_later(moment: datetime, years: int) -> datetime:
    try:
        return moment.replace(year=moment.year + years)
    except ValueError:
        return moment.replace(year=moment.year + years, day=28)


def progress(target: Target, now: datetime) -> float:
    """Return how much of the wait is over, from 0.0 to 1.0."""
    whole = (target.moment - target.start).total_seconds()
    gone = (now - target.start).total_seconds()
    return min(1.0, max(0.0, gone / whole))


def ordinal(number: int) -> str:
    """Write 1st, 2nd, 3rd, 4th."""
    teens = range(11, 14)
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if number % 100 in teens else endings.get(number % 10, "th")
    return f"{number}{ending}"


def occasion(milestone: Milestone, day: date) -> str:
    """Name a milestone as of a day: a yearly one with the count of its years, if that is known."""
    if milestone.since is None or day.year <= milestone.since:
        return milestone.title
    return f"{milestone.title}, the {ordinal(day.year - milestone.since)}"


def distance(entry: TimelineEntry, today: date, *, in_years: bool = False) -> str:
    """Say how far a date is from today, no finer than it is known; if asked, in whole years.

    Days are counted to confirmed dates alone: a count to a mere claim would lend it weight.
    """
    when, standing = entry.when, entry.standing
    if when.precision is not Precision.DAY or entry.milestone.status is not Status.CONFIRMED:
        words = {
            Standing.PAST: "passed",
            Standing.NOW: f"this {when.precision}",
            Standing.COMING: "to come",
        }
        return words[standing]
    days = days_between(today, when.first)
    if days == 0:
        return "today"
    number, unit = abs(days), "day" if abs(days) == 1 else "days"
    if in_years and number >= _FAR:
        number, unit = whole_years(*sorted((today, when.first))), "years"
    return f"in {number:,} {unit}" if days > 0 else f"{number:,} {unit} ago"


def whole_years(first: date, last: date) -> int:
    """Count the years that are over between two days, in their order."""
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
