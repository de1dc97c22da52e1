"""Dates as they are known: to the day, the month, the season, the year, or every year anew."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


YEARS = range(1900, 3000)
"""Years that a moment may lie in; beyond 1 and 9999, which zones can reach, there is no date."""


class Precision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


# First and last month of a season, by the weather's calendar of the northern half; the winter
# of a year is its last month alone, so that a season never spans two years.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 12)}


class Standing(StrEnum):
    """Where a date lies, seen from a day. A month is NOW from its first day to its last."""

    PAST = "past"
    NOW = "now"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class When:
    """A date of known precision, as the range of days that it may mean (both ends included)."""

    first: date
    last: date
    precision: Precision
    season: str = ""

    def standing(self, today: date) -> Standing:
        """Return whether the whole range is behind, around, or ahead of a day."""
        if self.last < today:
            return Standing.PAST
        return Standing.COMING if self.first > today else Standing.NOW

    @property
    def month_name(self) -> str:
        """The month and the year, or the season or the year where no more is known."""
        if self.precision in (Precision.DAY, Precision.MONTH):
            return f"{MONTHS[self.first.month - 1]} {self.first.year}"
        return str(self).capitalize()

    @property
    def code(self) -> str:
        """The date as ``parse_when`` reads it."""
        year = f"{self.first.year:04}"
        match self.precision:
            case Precision.DAY:
                return self.first.isoformat()
            case Precision.MONTH:
                return f"{year}-{self.first.month:02}"
            case Precision.SEASON:
                return f"{year}-{self.season}"
            case Precision.YEAR:
                return year

    def __str__(self) -> str:
        month = MONTHS[self.first.month - 1]
        match self.precision:
            case Precision.DAY:
                return f"{month[:3]} {self.first.day}, {self.first.year}"
            case Precision.MONTH:
                return f"{month[:3]} {self.first.year}"
            case Precision.SEASON:
                return f"{self.season} {self.first.year}"
            case Precision.YEAR:
                return f"{self.first.year}"


@dataclass(frozen=True, slots=True)
class Yearly:
    """A day that comes back every year. A 29 February falls on the 28th in common years."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        """Return the day on which it falls in a year."""
        if (self.month, self.day) == (2, 29):
            return date(year, 3, 1) - timedelta(days=1)
        return date(year, self.month, self.day)

    def next_on_or_after(self, today: date) -> date:
        """Return the first occurrence that is not before a day."""
        this_year = self.in_year(today.year)
        return this_year if this_year >= today else self.in_year(today.year + 1)

    def last_before(self, today: date) -> date:
        """Return the latest occurrence that lies before a day."""
        this_year = self.in_year(today.year)
        return this_year if this_year < today else self.in_year(today.year - 1)

    def __str__(self) -> str:
        return f"every {MONTHS[self.month - 1][:3]} {self.day}"


def month_range(year: int, first_month: int, last_month: int) -> tuple[date, date]:
    """Return the first day of one month and the last day of another in the same year."""
    after = date(year + last_month // 12, last_month % 12 + 1, 1)
    return date(year, first_month, 1), after - timedelta(days=1)


def parse_when(text: str) -> When:
    """Read ``2022-07-29``, ``2021-08``, ``2026-summer`` or ``2023``.

    Raises:
        ValueError: it is none of these, or no day of the calendar.

    """
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII):
        day = date(*map(int, match.groups()))
        return When(day, day, Precision.DAY)
    if match := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text, re.ASCII):
        year, month = map(int, match.groups())
        return When(*month_range(year, month, month), Precision.MONTH)
    if (match := re.fullmatch(r"(\d{4})-([a-z]+)", text, re.ASCII)) and match[2] in _SEASONS:
        return When(*month_range(int(match[1]), *_SEASONS[match[2]]), Precision.SEASON, match[2])
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return When(*month_range(int(text), 1, 12), Precision.YEAR)
    raise ValueError(
        f"{text!r} is no date; one looks like 2022-07-29, 2021-08, 2026-summer or 2023"
    )


def parse_day(text: str) -> date:
    """Read a day that somebody typed, such as ``2027-02-14``.

    Raises:
        ValueError: it is none; the message is a sentence for the user.

    """
    try:
        when = parse_when(text)
    except ValueError:
        when = None
    if when is None or when.precision is not Precision.DAY or when.first.year not in YEARS:
        raise ValueError("Not a real date. Use YYYY-MM-DD, such as 2027-02-14.")
    return when.first


_BEGINNING_OF_DAY = re.compile(
    r"\d{0,4}|\d{4}-(0|1|0[1-9]|1[0-2])?|\d{4}-(0[1-9]|1[0-2])-[0-3]?", re.ASCII
)


def fault_of_typed_day(text: str) -> str:
    """Return a sentence on what is wrong with a day; nothing while it may be half typed."""
    text = text.strip()
    if _BEGINNING_OF_DAY.fullmatch(text):
        return ""
    try:
        parse_day(text)
    except ValueError as error:
        return str(error)
    return ""


def parse_milestone_date(text: str) -> When | Yearly:
    """Read a date, or ``every 07-29`` for a day that comes back each year.

    Raises:
        ValueError: it is neither.

    """
    if not (match := re.fullmatch(r"every (\d{2})-(\d{2})", text, re.ASCII)):
        return parse_when(text)
    a_leap_year = 2024
    day = date(a_leap_year, int(match[1]), int(match[2]))
    return Yearly(day.month, day.day)


def day_of(now: datetime, zone: tzinfo) -> date:
    """Return the calendar day that an instant falls on in a zone."""
    return now.astimezone(zone).date()


def midnight(day: date, zone: tzinfo) -> datetime:
    """Return the instant at which a day begins in a zone."""
    return datetime.combine(day, time(), zone)


def on_day(day: date) -> When:
    """Wrap a single day as a date known to the day."""
    return When(day, day, Precision.DAY)


def time_of_day(moment: datetime, *, half_days: bool = False) -> str:
    """Write the time of day that an instant has in its own zone: ``21:04``, or ``9:04 pm``."""
    if not half_days:
        return f"{moment.hour:02}:{moment.minute:02}"
    half, hour = divmod(moment.hour, 12)
    return f"{hour or 12}:{moment.minute:02} {'pm' if half else 'am'}"
