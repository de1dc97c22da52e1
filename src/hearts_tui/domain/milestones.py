"""Milestones: the dates of the story, and where they stand seen from a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from datetime import date as calendar_day
from enum import StrEnum
from typing import NamedTuple

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.dates import Precision, Standing, When, Yearly, on_day
from hearts_tui.domain.item import Item, Status
from hearts_tui.domain.spoilers import SpoilerFilter

FILM_ANNIVERSARY = "film-anniversary"
"""The id of the milestone that is counted down to where the user chose none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Item):
    """A date of the story.

    ``moment`` is the exact instant, where an hour is on public record. ``since`` is the year of
    the event that a yearly milestone remembers, so that the anniversary can be numbered. ``short``
    and ``shortest`` are names for places without room for the title; ``{}`` in them is the number.
    """

    date: When | Yearly
    zone_note: str = ""
    moment: datetime | None = None
    since: int | None = None
    short: str = ""
    shortest: str = ""

    @property
    def last_day(self) -> calendar_day:
        """The last day that the date may mean; a yearly one has none."""
        return self.date.last if isinstance(self.date, When) else calendar_day.max


class OwnMilestone(Milestone):
    """A date that the user wrote down."""

    __slots__ = ()


class TimelineEntry(NamedTuple):
    """One line of the timeline: a milestone on the day range it stands for, seen from today."""

    milestone: Milestone
    when: When
    standing: Standing


def placed(milestone: Milestone, today: date) -> TimelineEntry:
    """Put one milestone on the timeline; a yearly one stands at its next occurrence."""
    when = milestone.date
    if isinstance(when, Yearly):
        when = on_day(next_day(milestone, when, today))
    return TimelineEntry(milestone, when, when.standing(today))


def next_day(milestone: Milestone, yearly: Yearly, today: date) -> date:
    """Return the next day of a yearly milestone, which is none before what it remembers."""
    first = date(milestone.since + 1, 1, 1) if milestone.since is not None else today
    return yearly.next_on_or_after(max(today, first))


def timeline(milestones: Iterable[Milestone], today: date) -> list[TimelineEntry]:
    """Put all milestones in order of date; a yearly one stands at its next occurrence."""
    entries = [placed(milestone, today) for milestone in milestones]
    return sorted(entries, key=lambda entry: (entry.when.last, entry.when.first))


def with_open_names(dates: Iterable[Milestone], spoilers: SpoilerFilter) -> list[Milestone]:
    """Return the dates whose names are not hidden."""
    return [
        each
        for each in dates
        if not spoilers.hides_title(each.spoiler, Address(Section.COUNTDOWN, each.id))
    ]


class DateGroup(StrEnum):
    """Where a date belongs, in the order of the list."""

    AHEAD = "ahead"
    YOURS = "yours"
    RUMORED = "rumored"
    PAST = "past"


DATE_HEADINGS = {
    DateGroup.AHEAD: "Coming up",
    DateGroup.YOURS: "Yours",
    DateGroup.RUMORED: "Only rumored",
    DateGroup.PAST: "The story so far",
}
"""The headings of the groups, in their order."""


def group_of(entry: TimelineEntry) -> DateGroup:
    """Return where a date belongs: a rumored one with the rumors, whatever the clock says."""
    if isinstance(entry.milestone, OwnMilestone):
        return DateGroup.YOURS
    if entry.milestone.status is not Status.CONFIRMED:
        return DateGroup.RUMORED
    return DateGroup.PAST if entry.standing is Standing.PAST else DateGroup.AHEAD


def by_group(
    milestones: Iterable[Milestone], today: date
) -> Mapping[DateGroup, list[TimelineEntry]]:
    """Return the dates of each group that has any, in order of date.

    The film's anniversary comes before all others that lie ahead.
    """
    grouped: dict[DateGroup, list[TimelineEntry]] = {group: [] for group in DateGroup}
    for entry in timeline(milestones, today):
        grouped[group_of(entry)].append(entry)
    grouped[DateGroup.AHEAD].sort(key=lambda entry: entry.milestone.id != FILM_ANNIVERSARY)
    return {group: entries for group, entries in grouped.items() if entries}


def happening_today(milestones: Iterable[Milestone], today: date) -> list[Milestone]:
    """List the confirmed milestones that fall on a day, or whose yearly day it is."""
    return [
        milestone
        for milestone in milestones
        if milestone.status is Status.CONFIRMED and _falls_on(milestone, today)
    ]


def _falls_on(milestone: Milestone, day: date) -> bool:
    when = milestone.date
    if isinstance(when, Yearly):
        return next_day(milestone, when, day) == day
    return when.precision is Precision.DAY and when.first == day


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


def short_names(milestone: Milestone, day: date) -> list[str]:
    """Return the names of a milestone as of a day for narrow places, from the longest on."""
    years = day.year - (milestone.since or day.year)
    number = ordinal(years) if years > 0 else ""
    given = [name for name in (milestone.short, milestone.shortest) if name]
    return [" ".join(name.replace("{}", number).split()) for name in given] or [milestone.title]
