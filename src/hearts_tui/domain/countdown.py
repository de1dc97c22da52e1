"""The countdown: what is counted down to, and how much time is left.

The header, the list and the clock all tell the time left as ``remaining`` counts it.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from hearts_tui.domain.dates import Precision, Standing, Yearly, day_of, midnight
from hearts_tui.domain.header_forms import HeaderForms
from hearts_tui.domain.item import Status
from hearts_tui.domain.milestones import (
    FILM_ANNIVERSARY,
    Milestone,
    TimelineEntry,
    next_day,
    short_names,
)

_FAR = 1_000
"""Days from which on a distance is told in years."""

_LONGEST_NAME = 30
"""Characters of a name in the header."""


class Remaining(NamedTuple):
    """Time to go in whole units. Only from 1,000 days on are years split off the days."""

    years: int
    days: int
    hours: int
    minutes: int
    seconds: int

    def __str__(self) -> str:
        if self.years:
            return "in 1 year" if self.years == 1 else f"in {self.years:,} years"
        if self.days:
            return "in 1 day" if self.days == 1 else f"in {self.days:,} days"
        return "tomorrow"

    @property
    def in_words(self) -> str:
        """The distance without the preposition, where it is days or years."""
        return str(self).removeprefix("in ")


class Target(NamedTuple):
    """What is being counted down to: a milestone, its day, the instant and where counting began."""

    milestone: Milestone
    day: date
    moment: datetime
    start: datetime


def target_of(milestone: Milestone, now: datetime, zone: tzinfo) -> Target | None:
    """Return the countdown to a milestone, which on its own day is that day.

    None where there is nothing to count down to: the day has passed, or is not known. Rumors are
    never counted down to, whatever the clock says.
    """
    if milestone.status is not Status.CONFIRMED:
        return None
    today = day_of(now, zone)
    when = milestone.date
    if isinstance(when, Yearly):
        day = next_day(milestone, when, today)
        start = midnight(when.last_before(day), zone)
        return Target(milestone, day, midnight(day, zone), start)
    if when.precision is not Precision.DAY:
        return None
    moment = milestone.moment or midnight(when.first, zone)
    day = day_of(moment, zone)
    return None if day < today else Target(milestone, day, moment, moment - timedelta(days=365))


def chosen_target(
    milestones: Sequence[Milestone], chosen: str, now: datetime, zone: tzinfo
) -> Target | None:
    """Return the countdown to the milestone that the user chose.

    Where it is gone or over, the film's anniversary is next, and then whatever comes first.
    """
    by_id = {milestone.id: milestone for milestone in milestones}
    for wanted in (chosen, FILM_ANNIVERSARY):
        if wanted in by_id and (target := target_of(by_id[wanted], now, zone)):
            return target
    return next_target(milestones, now, zone)


def next_target(milestones: Iterable[Milestone], now: datetime, zone: tzinfo) -> Target | None:
    """Return the countdown that ends first; None where there is none."""
    targets = [target_of(milestone, now, zone) for milestone in milestones]
    ahead = [target for target in targets if target is not None]
    return min(ahead, key=lambda target: target.moment, default=None)


def remaining(now: datetime, moment: datetime) -> Remaining:
    """Split the time from now to a later moment into whole units; all zero once it has come.

    Days are counted in elapsed time, so an hour that a clock change adds or takes is counted.
    """
    now, moment = now.astimezone(UTC), moment.astimezone(UTC)
    if moment <= now:
        return Remaining(0, 0, 0, 0, 0)
    years = 0
    if (moment - now).days >= _FAR:
        years = moment.year - now.year
        years -= _years_later(now, years) > moment
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


def distance(entry: TimelineEntry, now: datetime, zone: tzinfo) -> str:
    """Return how far a date is from now, no finer than it is known.

    Days are counted to confirmed dates alone: a count to a mere rumor would lend it weight.
    """
    when, today = entry.when, day_of(now, zone)
    if entry.milestone.status is not Status.CONFIRMED:
        return "passed" if entry.standing is Standing.PAST else "reported date"
    if when.precision is not Precision.DAY:
        words = {Standing.PAST: "passed", Standing.NOW: f"this {when.precision}"}
        return words.get(entry.standing, "to come")
    target = target_of(entry.milestone, now, zone)
    if target is None:
        return _ago(when.first, today)
    return "today" if target.day == today else str(remaining(now, target.moment))


def _ago(day: date, today: date) -> str:
    days = (today - day).days
    if days < _FAR:
        return "1 day ago" if days == 1 else f"{days:,} days ago"
    years = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    return f"{years:,} years ago"


def in_header(target: Target | None, now: datetime, zone: tzinfo) -> HeaderForms:
    """Return the countdown in a line; nothing without one."""
    if target is None:
        return HeaderForms()
    names = [_shortened(name) for name in short_names(target.milestone, target.day)]
    if target.day == day_of(now, zone):
        return HeaderForms([f"{name} is today" for name in names], ["today"])
    left = remaining(now, target.moment)
    if not (left.years or left.days):
        return HeaderForms([f"{name} {left}" for name in names], [f"{left}"])
    short = f"{left.years} y" if left.years else f"{left.days} d"
    named = [f"{name} {left}" for name in names]
    shortest = [f"{names[-1]} in {short}", f"{names[-1]}: {short}"]
    return HeaderForms([*named, *shortest], [f"{left}", left.in_words, short])


def _shortened(name: str) -> str:
    return f"{name[: _LONGEST_NAME - 1].rstrip()}…" if len(name) > _LONGEST_NAME else name
