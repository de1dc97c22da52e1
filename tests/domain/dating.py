"""Dates to test with."""

from datetime import datetime

from hearts_tui.domain.dates import parse_milestone_date
from hearts_tui.domain.item import Status
from hearts_tui.domain.milestones import Milestone
from hearts_tui.domain.spoilers import Spoiler


def milestone(
    when: str,
    status: Status = Status.CONFIRMED,
    *,
    moment: datetime | None = None,
    since: int | None = None,
    name: str = "",
) -> Milestone:
    return Milestone(
        id=name or f"on-{when.replace(' ', '-')}",
        title="A day",
        summary="A day.",
        status=status,
        spoiler=Spoiler.NONE,
        sources=("wikipedia",),
        rows=("M01",),
        body="A day.",
        date=parse_milestone_date(when),
        moment=moment,
        since=since,
    )
