"""The time to go, in large digits with the units beneath."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Digits, Static

from hearts_tui.domain.milestones import Remaining

_UNITS = ("years", "days", "hours", "minutes", "seconds")


def units(left: Remaining, *, seconds: bool) -> list[tuple[str, str]]:
    """Return the units to show with their digits; years only where there is a whole one."""
    values = (left.years, left.days, left.hours, left.minutes, left.seconds)
    pairs = [
        (unit, str(value) if unit in ("years", "days") else f"{value:02}")
        for unit, value in zip(_UNITS, values, strict=True)
    ]
    return pairs[0 if left.years else 1 : None if seconds else -1]


class BigDigits(Horizontal):
    """Large digits; only the digits that changed are drawn anew."""

    def compose(self) -> ComposeResult:
        """Yield a column a unit."""
        for unit in _UNITS:
            with Vertical(classes=f"unit {unit}"):
                yield Digits()
                yield Static(unit, markup=False, classes="unit-name")

    def show(self, left: Remaining, *, seconds: bool) -> None:
        """Show a time to go, to the second or to the minute."""
        shown = dict(units(left, seconds=seconds))
        for unit in _UNITS:
            column = self.query_one(f".{unit}")
            column.display = unit in shown
            digits = column.query_one(Digits)
            if unit in shown and digits.value != shown[unit]:
                digits.update(shown[unit])
                column.styles.width = max(3 * len(shown[unit]), len(unit)) + 2


def in_one_line(left: Remaining, *, seconds: bool) -> str:
    """Write a time to go in one line, for windows without room for large digits."""
    years = f"{left.years} y " if left.years else ""
    to_the_minute = f"{years}{left.days} d {left.hours:02}:{left.minutes:02}"
    return f"{to_the_minute}:{left.seconds:02}" if seconds else to_the_minute
