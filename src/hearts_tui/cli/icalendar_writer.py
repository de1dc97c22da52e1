"""Write events as iCalendar (RFC 5545), with the library for it, which nothing else imports."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import icalendar

from hearts_tui import __version__
from hearts_tui.domain.calendar import Event

_NAME = "Purple Hearts"
_DOMAIN = "hearts-tui"
_A_DAY = timedelta(days=1)


def write_icalendar(events: Iterable[Event], now: datetime) -> bytes:
    """Return a calendar of whole days, as a file of its own."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{_DOMAIN}//hearts {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _NAME)
    for event in events:
        calendar.add_component(_component(event, now))
    written: bytes = calendar.to_ical()
    return written


def _component(event: Event, now: datetime) -> icalendar.Event:
    component = icalendar.Event()
    component.add("uid", f"{event.id}@{_DOMAIN}")
    component.add("dtstamp", now)
    component.add("dtstart", event.day)
    component.add("dtend", event.day + _A_DAY)
    component.add("summary", event.title)
    component.add("description", event.text)
    component.add("status", "CONFIRMED" if event.is_sure else "TENTATIVE")
    # Nobody is busy on such a day.
    component.add("transp", "TRANSPARENT")
    if event.is_yearly:
        component.add("rrule", _yearly(event.day))
    return component


def _yearly(day: date) -> dict[str, object]:
    if (day.month, day.day) == (2, 29):
        # The last of February, as hearts counts it: else it came back every four years.
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly"}
