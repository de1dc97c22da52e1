"""The countdown and all dates."""

from collections.abc import Mapping, Sequence

from hearts_tui.domain.address import Section
from hearts_tui.domain.countdown import Target, distance, remaining
from hearts_tui.domain.dates import Yearly, day_of, on_day, time_of_day
from hearts_tui.domain.milestones import (
    DATE_HEADINGS,
    Milestone,
    OwnMilestone,
    by_group,
    occasion,
    placed,
)
from hearts_tui.domain.sequel_line import sequel_line
from hearts_tui.domain.settings import Hours
from hearts_tui.printing.document import Entry, Field
from hearts_tui.printing.noun import Noun
from hearts_tui.printing.view import View


def _items(view: View) -> Sequence[Milestone]:
    groups = by_group(view.dates, view.today)
    return [entry.milestone for entries in groups.values() for entry in entries]


def _groups(view: View, items: Sequence[Milestone]) -> Mapping[str, Sequence[Milestone]]:
    return {
        DATE_HEADINGS[group]: [entry.milestone for entry in entries]
        for group, entries in by_group(items, view.today).items()
    }


def _fields(view: View, item: Milestone) -> Sequence[Field]:
    place = placed(item, view.today)
    away = distance(place, view.now, view.zone)
    named = occasion(item, place.when.first)
    numbered = named.removeprefix(item.title).strip(", ")
    moment = item.moment.astimezone(view.zone) if item.moment else None
    half_days = view.settings.hours is Hours.HALF_DAYS
    return [
        Field("date", place.when.code, f"{place.when}, {away}"),
        Field("standing", place.standing.value),
        Field("occasion", named, numbered),
        Field("yearly", isinstance(item.date, Yearly)),
        Field("own", isinstance(item, OwnMilestone)),
        Field(
            "moment",
            item.moment.isoformat() if item.moment else None,
            f"in your time zone {on_day(moment.date())}, {time_of_day(moment, half_days=half_days)}"
            if moment
            else "",
            is_detail=True,
        ),
        Field("note", item.zone_note.strip() or None, item.zone_note.strip(), is_detail=True),
    ]


def _clock(view: View) -> Entry:
    """Return what is counted down to, and the line about the sequel."""
    settings, target = view.settings, view.target
    sequel = sequel_line(settings.sequel, view.library.milestones, view.now, view.zone)
    says = f"{in_words(target, view)} {sequel}".strip()
    return Entry(title="", says=says, fields=[Field("target", target_fields(target, view))])


def in_words(target: Target | None, view: View) -> str:
    """Return a countdown in a sentence."""
    if target is None:
        return "No date lies ahead."
    name = occasion(target.milestone, target.day)
    if target.day == day_of(view.now, view.zone):
        return f"Today: {name}."
    return f"{name}: {remaining(view.now, target.moment)}, on {on_day(target.day)}."


def target_fields(target: Target | None, view: View) -> Mapping[str, str | int] | None:
    """Return a countdown as programs read it: what to, when, and the time left."""
    if target is None:
        return None
    left = remaining(view.now, target.moment)
    return {
        "address": str(NOUN.address(target.milestone)),
        "title": occasion(target.milestone, target.day),
        "day": target.day.isoformat(),
        "moment": target.moment.isoformat(),
        "years": left.years,
        "days": left.days,
        "hours": left.hours,
        "minutes": left.minutes,
        "seconds": left.seconds,
    }


NOUN: Noun[Milestone] = Noun(
    section=Section.COUNTDOWN,
    title="Countdown",
    items=_items,
    groups=_groups,
    fields=_fields,
    summed_up=_clock,
    shows_status=False,
)
