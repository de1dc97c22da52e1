"""A line of years, with marks for days."""

from collections.abc import Iterable
from datetime import date

HERE, OTHER, TODAY = "◆", "•", "│"
_LINE = "─"


def timeline_bar(days: Iterable[date], here: date, today: date, width: int) -> tuple[str, str]:
    """Draw days on a line of ``width`` cells, and under it the first year and the last.

    ``here`` and ``today`` have marks of their own, and hide those of other days in their cell.
    """
    others = list(days)
    first = min([*others, here, today]).year
    last = max([*others, here, today]).year
    begin, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
    cells = [_LINE] * width
    marked = [*((day, OTHER) for day in others), (today, TODAY), (here, HERE)]
    for day, mark in marked:
        cells[(day.toordinal() - begin) * (width - 1) // (end - begin)] = mark
    return "".join(cells), f"{first}{last:>{width - 4}}"
