"""Dates of the user's own: how one is written, and how it stands among the milestones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hearts_tui.domain.dates import Yearly, on_day, parse_day
from hearts_tui.domain.item import Status
from hearts_tui.domain.milestones import OwnMilestone
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.spoilers import Spoiler

PREFIX = "own-"
"""What the ids of own dates start with; those of the content never do."""

LONGEST_NAME = 40
"""In characters."""


@dataclass(frozen=True, slots=True)
class OwnDate:
    """A day with a name; a yearly one comes back every year from that day on."""

    name: str
    day: date
    yearly: bool = False


def build_own_date(name: str, day: str, *, yearly: bool) -> OwnDate:
    """Make a date from what was typed.

    Raises:
        ValueError: something is missing or wrong; the message is one sentence for the user.

    """
    name = " ".join(sanitize(name).split())
    if not name:
        raise ValueError("What's the day? Give it a name.")
    return OwnDate(name[:LONGEST_NAME], parse_day(day.strip()), yearly)


def own_milestones(dates: Mapping[str, OwnDate], today: date) -> list[OwnMilestone]:
    """Return own dates, given by their keys, as milestones."""
    return [own_milestone(f"{PREFIX}{key}", own, today) for key, own in dates.items()]


def own_milestone(milestone_id: str, own: OwnDate, today: date) -> OwnMilestone:
    """Return an own date as a milestone; a yearly one stands at its first day until that is over.

    It counts as confirmed: nobody knows better.
    """
    comes_back = own.yearly and own.day < today
    return OwnMilestone(
        id=milestone_id,
        title=own.name,
        summary="",
        status=Status.CONFIRMED,
        spoiler=Spoiler.NONE,
        sources=(),
        rows=(),
        body="",
        date=Yearly(own.day.month, own.day.day) if comes_back else on_day(own.day),
        since=own.day.year if own.yearly else None,
    )
