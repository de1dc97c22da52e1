"""The countdown in one line, for a shell prompt, a status line or a message of the day."""

import re
from collections.abc import Callable, Mapping

from hearts_tui.domain.countdown import Target, in_header, remaining, target_of
from hearts_tui.domain.dates import day_of, on_day
from hearts_tui.domain.item import Status
from hearts_tui.domain.milestones import Milestone, occasion, short_names
from hearts_tui.printing.view import View

# Compiled when they are needed: a prompt has no template.
_PLACE = r"\{\{|\}\}|\{([^{}]*)\}|[{}]"
_NAME = r"([a-z]+)(?::(0?\d))?"

LONG = "{title}: {days} d {hours:02}:{minutes:02}:{seconds:02}"
"""The template of a countdown that is watched to its end."""


def _left(target: Target, view: View) -> str:
    return str(remaining(view.now, target.moment))


_NAMES: Mapping[str, Callable[[Target, View], str | int]] = {
    "title": lambda target, _: occasion(target.milestone, target.day),
    "name": lambda target, _: short_names(target.milestone, target.day)[0],
    "date": lambda target, _: str(on_day(target.day)),
    "left": _left,
    "days": lambda target, view: max(0, (target.moment - view.now).days),
    "hours": lambda target, view: remaining(view.now, target.moment).hours,
    "minutes": lambda target, view: remaining(view.now, target.moment).minutes,
    "seconds": lambda target, view: remaining(view.now, target.moment).seconds,
}

NAMES = tuple(_NAMES)
"""What a template may name."""


def short_line(view: View) -> str:
    """Return the countdown as the header of the app has it; empty where no date lies ahead."""
    forms = in_header(view.target, view.now, view.zone).named
    return forms[0] if forms else ""


def check_template(template: str) -> None:
    """Check a template: text with names in braces, such as ``{days} days``.

    A number may follow a name and a colon: ``{hours:02}`` has two digits at least.

    Raises:
        ValueError: it is none; the message is a sentence for the user.

    """
    for place in re.finditer(_PLACE, template):
        if place[0] in ("{{", "}}"):
            continue
        if place[1] is None:
            raise ValueError("The template has a single brace. For a brace, write two.")
        name = re.fullmatch(_NAME, place[1])
        if name is None or name[1] not in _NAMES:
            raise ValueError(
                f"The template has {place[0]}, which is no name. Names are {', '.join(NAMES)}."
            )


def formatted(template: str, view: View) -> str:
    """Fill in a template that was checked; empty where no date lies ahead."""
    target = view.target
    if target is None:
        return ""
    return re.sub(_PLACE, lambda place: _filled(place, target, view), template)


def _filled(place: re.Match[str], target: Target, view: View) -> str:
    name = re.fullmatch(_NAME, place[1] or "")
    if name is None:
        return place[0][0]
    value = _NAMES[name[1]](target, view)
    return f"{value:{name[2]}}" if isinstance(value, int) and name[2] else str(value)


def why_not_counted(milestone: Milestone, view: View) -> str:
    """Return why there is no countdown to a date, in a sentence; empty where there is one."""
    if target_of(milestone, view.now, view.zone) is not None:
        return ""
    if milestone.status is not Status.CONFIRMED:
        return f"{milestone.id} is only a rumor, so there's no countdown to it."
    return f"{milestone.id} is behind us, so there's nothing left to count."


def is_over(view: View) -> bool:
    """Return whether there is nothing more to wait for."""
    target = view.target
    return target is None or target.day == day_of(view.now, view.zone)
