"""What has come about since a reader was here last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hearts_tui.domain.address import Address
from hearts_tui.domain.dates import When, Yearly
from hearts_tui.domain.item import Item
from hearts_tui.domain.milestones import Milestone
from hearts_tui.domain.theories import Theory


@dataclass(frozen=True, slots=True)
class WhatsNew:
    """What a reader may have missed: items new or told anew, days that came, theories settled.

    The days that came go with their milestones, by address, the earliest first.
    """

    told: Sequence[Address]
    came: Mapping[Address, tuple[Milestone, date]]
    settled: Sequence[Address]

    def __bool__(self) -> bool:
        return bool(self.told or self.came or self.settled)


def whats_new(index: Mapping[Address, Item], last_visit: date, today: date) -> WhatsNew:
    """Find what has come about after the day of the last visit, up to and with today."""
    told: list[Address] = []
    settled: list[Address] = []
    came: dict[Address, tuple[Milestone, date]] = {}
    for address, item in index.items():
        if item.changed is not None and last_visit < item.changed <= today:
            is_settled = isinstance(item, Theory) and item.outcome
            (settled if is_settled else told).append(address)
        if isinstance(item, Milestone):
            day = _came(item.date, last_visit, today)
            if day is not None:
                came[address] = (item, day)
    in_order = dict(sorted(came.items(), key=lambda entry: entry[1][1]))
    return WhatsNew(told, in_order, settled)


def _came(when: When | Yearly, last_visit: date, today: date) -> date | None:
    """Return the day in the time between that a date fell on, or that its range ended with."""
    if isinstance(when, Yearly):
        day = when.next_on_or_after(last_visit + timedelta(days=1))
    else:
        day = when.last
    return day if last_visit < day <= today else None
