"""In what order to write pieces of the screen, so that styles change seldom and little."""

from collections.abc import Iterator
from itertools import islice

from hearts_tui.terminal.diff_driver.cell import Cell, is_even
from hearts_tui.terminal.diff_driver.sgr import Style, change, for_blanks, ground

_MOST_LOOKED_AT = 24
# Styles; among more, to look for the nearest one takes longer than it is worth.


class Run:
    """Cells of one style, side by side, of which the first is in column x of row y."""

    __slots__ = ("cells", "style", "x", "y")

    def __init__(self, y: int, x: int, style: Style, cells: list[Cell]) -> None:
        self.y, self.x, self.style, self.cells = y, x, style, cells

    @property
    def is_blank(self) -> bool:
        """Whether it looks the same in any style of the same ground."""
        return are_blank(self.cells) and ground(self.style) == self.style


def are_blank(cells: list[Cell]) -> bool:
    """Return whether some cells of one style are nothing but blanks."""
    return cells[0][0] == " " and cells.count(cells[0]) == len(cells)


def in_order(runs: list[Run], style: Style | None) -> Iterator[tuple[Run, Style]]:
    """Yield pieces, each with the style to write it in, for a terminal that writes in some style.

    To move the cursor takes some 6 bytes and to change a colour up to 19: what is of one style is
    written together. Graphemes that a terminal may take for wider than they are come first, so that
    what they then cover is written after them.
    """
    by_style: dict[Style, list[Run]] = {}
    blanks: dict[Style, list[Run]] = {}
    for run in runs:
        if is_even("".join([cell[0] for cell in run.cells])):
            (blanks if run.is_blank else by_style).setdefault(run.style, []).append(run)
        else:
            style = run.style
            yield run, style
    while by_style or blanks:
        style = _nearest(style, by_style, blanks)
        fitting = by_style.pop(style, []) + blanks.pop(ground(style), [])
        for run in sorted(fitting, key=_place):
            yield run, style


def _nearest(
    old: Style | None, by_style: dict[Style, list[Run]], blanks: dict[Style, list[Run]]
) -> Style:
    """Return the style that takes least to change to; a blank's is any that looks the same."""
    styles = [*islice(by_style, _MOST_LOOKED_AT)]
    styles += [for_blanks(old, style) for style in islice(blanks, _MOST_LOOKED_AT)]
    return min(styles, key=lambda style: len(change(old, style)))


def _place(run: Run) -> tuple[int, int]:
    return run.y, run.x
