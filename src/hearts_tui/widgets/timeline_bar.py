"""A line of years, with marks for days and labels beneath."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content
from textual.widget import Widget

TARGET, CURRENT, OTHER, TODAY = "◆", "◇", "•", "│"
_LINE = "─"
_STYLES = {TARGET: "$accent bold", CURRENT: "$accent", TODAY: "bold"}

_TODAY_LABEL = "today"
_LABEL_ROOM = 6
"""Cells that the label of a year needs, with what keeps it from the next one."""

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


def timeline_bar(
    days: Iterable[date], current: date | None, target: date | None, today: date, width: int
) -> tuple[str, str]:
    """Draw days on a line of ``width`` cells, and under it the years and where today is.

    Of days that share a cell, the target hides the current one, that one today, and today others.
    """
    marked = [(day, OTHER) for day in days] + [(today, TODAY)]
    marked += [(day, mark) for day, mark in ((current, CURRENT), (target, TARGET)) if day]
    years = [day.year for day, _ in marked]
    first, last = min(years), max(years)
    begin, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()

    def cell(day: date) -> int:
        return (day.toordinal() - begin) * (width - 1) // (end - begin)

    cells = [_LINE] * width
    for day, mark in marked:
        cells[cell(day)] = mark
    labels = [(cell(date(year, 1, 1)), str(year)) for year in _labeled(first, last, width)]
    return "".join(cells), _label_line(cell(today), labels, width)


def _labeled(first: int, last: int, width: int) -> Sequence[int]:
    """Return the years that have room for a label, the first one and round ones."""
    most = max(1, width // _LABEL_ROOM)
    step = next((step for step in _STEPS if (last - first) / step < most), _STEPS[-1])
    return [first, *(year for year in range(first + 1, last + 1) if year % step == 0)]


def _label_line(today: int, labels: Iterable[tuple[int, str]], width: int) -> str:
    """Write labels where they begin, and before all others where today is."""
    start = max(0, min(today - len(_TODAY_LABEL) // 2, width - len(_TODAY_LABEL)))
    line = " " * start + _TODAY_LABEL[:width]
    line = line.ljust(width)
    for place, label in labels:
        end = place + len(label)
        if end <= width and not line[max(0, place - 1) : end + 1].strip():
            line = line[:place] + label + line[end:]
    return line


class TimelineBar(Widget):
    """The line of years, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Sequence[date], date | None, date | None, date] | None = None

    def show(
        self, days: Sequence[date], current: date | None, target: date | None, today: date
    ) -> None:
        """Show days on the line, of which one is under the cursor and one is counted down to."""
        if self._shown != (shown := (days, current, target, today)):
            self._shown = shown
            self.refresh()

    def render(self) -> Content:
        """Draw both lines at the present width."""
        if self._shown is None or not self.size.width:
            return Content("")
        line, labels = timeline_bar(*self._shown, self.size.width)
        marks = Content.assemble(*((mark, _STYLES.get(mark, "$text-muted")) for mark in line))
        under = Content.styled(labels, "$text-muted")
        start = labels.find(_TODAY_LABEL)
        if start >= 0:
            under = under.stylize("$text", start, start + len(_TODAY_LABEL))
        return Content.assemble(marks, "\n", under)
