"""The one clock, and the zone it is read in."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, tzinfo

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


def zone_called(name: str) -> tzinfo:
    """Return the zone of a name; the machine's own where it is empty or nobody knows it."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name) if name else local_zone()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return local_zone()


def local_zone() -> tzinfo:
    """Return the zone that this machine is set to; UTC where that can't be told."""
    from tzlocal import get_localzone

    try:
        return get_localzone()
    except (LookupError, ValueError, OSError):
        return UTC
