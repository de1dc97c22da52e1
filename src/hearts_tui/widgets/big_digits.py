"""The time to go in large digits of pixels, with the units beneath."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from hearts_tui.domain.countdown import Remaining
from hearts_tui.widgets.bitmap import digit, half_blocks, side_by_side, whole_blocks

_UNITS = ("years", "days", "hours", "minutes", "seconds")
_LARGEST = 6
"""The largest scale: digits of 15 lines."""

_OTHER_LINES = 10
"""Lines of a window that are not to be shared; of the others the digits may take two in five."""

_LINES_TO_READ_IN, _SMALL_LINES = 24, 5
"""Lines that are for reading; of those beyond the digits may take half, and these in any case."""

_LEAST_GAP, _MOST_GAP = 3, 8
"""Cells between two units."""

_SMALL, _LARGE = 1, 2
"""The scales of the seconds, which change most often, beside other units below scale 4 and from
there on."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The digits of one unit, and how large they are drawn."""

    name: str
    digits: str
    scale: int

    @property
    def width(self) -> int:
        """The cells that the digits take, or the name where it is wider."""
        between = _between(self.scale)
        return max(len(self.name), len(self.digits) * (3 * self.scale + between) - between)


def units(left: Remaining, *, seconds: bool) -> list[tuple[str, str]]:
    """Return the units to show with their digits; years only where there is a whole one."""
    values = (left.years, left.days, left.hours, left.minutes, left.seconds)
    pairs = [
        (unit, str(value) if unit in ("years", "days") else f"{value:02}")
        for unit, value in zip(_UNITS, values, strict=True)
    ]
    return pairs[0 if left.years else 1 : None if seconds else -1]


def in_one_line(left: Remaining, *, seconds: bool) -> str:
    """Write a time to go in one line, for windows without room for large digits."""
    years = f"{left.years} y " if left.years else ""
    to_the_minute = f"{years}{left.days} d {left.hours:02}:{left.minutes:02}"
    return f"{to_the_minute}:{left.seconds:02}" if seconds else to_the_minute


def sized(pairs: Sequence[tuple[str, str]], columns: int, rows: int) -> list[Unit]:
    """Give units the largest digits that fit into so many cells; seconds are smaller.

    Where even the smallest don't fit, the last units are left out.
    """
    for scale in range(_LARGEST, 1, -1):
        small = _SMALL if scale <= _LARGE + 1 else _LARGE
        shown = [Unit(*pair, small if pair[0] == "seconds" else scale) for pair in pairs]
        width = sum(unit.width for unit in shown) + _LEAST_GAP * (len(shown) - 1)
        if width <= columns and _lines(scale) <= rows:
            return shown
    shown = [Unit(*pair, 1) for pair in pairs]
    while sum(unit.width for unit in shown) + len(shown) - 1 > columns and len(shown) > 1:
        shown.pop()
    return shown


def _between(scale: int) -> int:
    """Return the cells between two digits."""
    return max(1, scale // 2)


def _lines(scale: int) -> int:
    return -(-5 * scale // 2)


def drawn(unit: Unit, *, has_halves: bool) -> list[str]:
    """Draw the digits of a unit as lines of text."""
    scale, gap = unit.scale, _between(unit.scale)
    if has_halves:
        rounded = unit.name != "seconds"
        bitmaps = [digit(each, scale, rounded=rounded) for each in unit.digits]
        return half_blocks(side_by_side(bitmaps, gap))
    bitmaps = [digit(each, scale, rounded=False) for each in unit.digits]
    lines = whole_blocks(side_by_side(bitmaps, gap))
    return lines[:: min(2, scale)]


class BigDigits(Widget):
    """Large digits over the names of their units; only what changed is drawn anew.

    Without half blocks each pixel is a cell.
    """

    COMPONENT_CLASSES = {"big-digits--digits", "big-digits--names"}

    def __init__(self, *, has_halves: bool) -> None:
        super().__init__()
        self._has_halves = has_halves
        self._pairs: list[tuple[str, str]] = []
        self._lines: list[str] = []

    def show(self, left: Remaining, *, seconds: bool) -> None:
        """Show a time to go, to the second or to the minute."""
        pairs = units(left, seconds=seconds)
        if pairs == self._pairs:
            return
        changes_size = [len(digits) for _, digits in pairs] != [len(d) for _, d in self._pairs]
        self._pairs = pairs
        if changes_size:
            self.refresh(layout=True)
        self._draw()

    @property
    def value(self) -> str:
        """What is shown, as text."""
        return " ".join(f"{digits} {name}" for name, digits in self._pairs)

    def on_resize(self) -> None:
        """Draw at the new size."""
        self._draw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that the digits and the names take; part of Textual's Widget."""
        del container, viewport
        return len(self._drawn_at(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line; part of Textual's line API."""
        name = "names" if y == len(self._lines) - 1 else "digits"
        style = self.get_visual_style(f"big-digits--{name}").rich_style
        text = self._lines[y] if y < len(self._lines) else ""
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, style)

    def _draw(self) -> None:
        if not self.size.width:
            return
        before, self._lines = self._lines, self._drawn_at(self.size.width)
        changed = _changed_columns(before, self._lines)
        if len(before) != len(self._lines):
            self.refresh()
        elif changed:
            start, end = min(changed), max(changed) + 1
            self.refresh(Region(start, 0, end - start, len(self._lines)))

    def _drawn_at(self, columns: int) -> list[str]:
        if not self._pairs:
            return []
        height = self.app.size.height
        rows = max(_SMALL_LINES, (height - _LINES_TO_READ_IN) // 2)
        rows = min(rows, (height - _OTHER_LINES) * 2 // 5)
        shown = sized(self._pairs, columns, rows)
        pictures = [drawn(unit, has_halves=self._has_halves) for unit in shown]
        height = max(map(len, pictures))
        left = columns - sum(unit.width for unit in shown)
        gap = " " * max(1, min(_MOST_GAP, left // max(1, len(shown) - 1)))
        lines = [
            gap.join(
                _line_from_below(picture, height - y).ljust(unit.width)
                for unit, picture in zip(shown, pictures, strict=True)
            )
            for y in range(height)
        ]
        return [*lines, gap.join(unit.name.ljust(unit.width) for unit in shown)]


def _line_from_below(picture: Sequence[str], place: int) -> str:
    return picture[-place] if place <= len(picture) else ""


def _changed_columns(old: Sequence[str], new: Sequence[str]) -> set[int]:
    pairs = zip(old, new, strict=False)
    return {x for lines in pairs for x, (a, b) in enumerate(zip_longest(*lines)) if a != b}
