"""The one clock, and the zone it is read in."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo

CLOCK_VARIABLE = "HEARTS_NOW"
_YEARS = range(1900, 3000)

Clock = Callable[[], datetime]
"""Gives the present instant, with a zone."""


def clock_from(environ: Mapping[str, str]) -> Clock:
    """Return the system's clock, or one that stands at the instant that HEARTS_NOW names.

    Raises:
        ValueError: HEARTS_NOW is set to no such instant; the message says what one looks like.

    """
    text = environ.get(CLOCK_VARIABLE)
    if not text:
        return lambda: datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or moment.year not in _YEARS:
        raise ValueError(
            f"{CLOCK_VARIABLE} is {text!r}; an instant such as 2026-07-28T12:00:00Z is wanted."
        )
    return lambda: moment


def zone_called(name: str, find_local: Callable[[], tzinfo] | None = None) -> tzinfo:
    """Return the zone of a name; the machine's own where it is empty or nobody knows it."""
    find_local = find_local or local_zone
    if not name:
        return find_local()
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return find_local()


class SystemZone(tzinfo):
    """The zone of this machine as the C library knows it, without its name.

    For who only counts days and has no time to look for the zone's own rules.
    """

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """Return how far local time is ahead of UTC at a local moment."""
        if moment is None:
            return timedelta()
        parts = (*moment.timetuple()[:8], -1)
        return timedelta(seconds=time.localtime(time.mktime(parts)).tm_gmtoff)

    def dst(self, moment: datetime | None) -> timedelta:
        """Return nothing: all of it counts as the offset."""
        del moment
        return timedelta()

    def fromutc(self, moment: datetime) -> datetime:
        """Return the local moment of one in UTC, which carries this zone already."""
        seconds = (moment - datetime(1970, 1, 1, tzinfo=self)) // timedelta(seconds=1)
        return moment + timedelta(seconds=time.localtime(seconds).tm_gmtoff)


def local_zone() -> tzinfo:
    """Return the zone that this machine is set to; UTC where that can't be told."""
    from tzlocal import get_localzone

    try:
        return get_localzone()
    except (LookupError, ValueError, OSError):
        return UTC
