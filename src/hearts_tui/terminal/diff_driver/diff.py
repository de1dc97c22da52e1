"""From the cells that a terminal shows to the cells that it should show."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter, ne

from hearts_tui.terminal.diff_driver.cell import UNKNOWN, Cell, Row, is_even
from hearts_tui.terminal.diff_driver.run_order import Run, are_blank, in_order
from hearts_tui.terminal.diff_driver.sgr import change, ground
from hearts_tui.terminal.diff_driver.writer import Writer, move_between

_LONGEST_GAP = 3
# Cells; to pass over more of them never takes longer than to write them again.

_TO_PASS = [len(move_between((0, 0), gap, 0)) for gap in range(_LONGEST_GAP + 1)]
# Bytes that it takes to pass over so many cells.

_style_of = itemgetter(1)


def write_changes(
    shown: list[Row],
    wanted: list[Row],
    touched: Iterable[int],
    pen: Writer,
    *,
    whole_lines: bool = False,
) -> int:
    """Write the cells of some rows that differ, and return in how many pieces.

    Where it is unknown what is wanted, what is shown has to be unknown as well. With
    ``whole_lines`` all of a line is written where something of it differs, from the top down: a
    screen reader that says what is written makes sense of nothing else.
    """
    runs: list[Run] = []
    for y in sorted(touched):
        row = wanted[y]
        spans = _joined(_differing(shown[y], row), row)
        if whole_lines and spans and UNKNOWN not in row:
            spans = [(0, max(spans[-1][1], _length_of_text(row)))]
        for start, end in spans:
            runs += _cut(y, start, row[start:end])
        shown[y][:] = row
    ordered = ((run, run.style) for run in runs) if whole_lines else in_order(runs, pen.style)
    for run, style in ordered:
        pen.write(run.x, run.y, run.cells, style)
    return len(runs)


def _length_of_text(row: Row) -> int:
    """Return how many cells of a row there are to the last that is not blank."""
    return next((x for x in range(len(row), 0, -1) if row[x - 1][0] != " "), 0)


def _differing(shown: Row, wanted: Row) -> Iterator[tuple[int, int]]:
    """Yield where wanted cells differ from shown ones, as spans that hold whole wide cells."""
    if shown == wanted:
        return
    marks = bytes(map(ne, shown, wanted)) + b"\0"
    end = 0
    while (start := marks.find(1, end)) >= 0:
        end = marks.find(0, start)
        while _is_second_half(wanted, start):
            start -= 1
        while _is_second_half(wanted, end):
            end += 1
        yield start, end


def _is_second_half(row: Row, x: int) -> bool:
    return x < len(row) and not row[x][0]


def _joined(spans: Iterable[tuple[int, int]], row: Row) -> list[tuple[int, int]]:
    """Join spans where the cells between them cost less to write again than to pass over."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start - joined[-1][1] <= _LONGEST_GAP:
            begin, last = joined[-1]
            if _is_cheaper_written(row[last - 1 : start + 1]):
                joined[-1] = (begin, end)
                continue
        joined.append((start, end))
    return joined


def _is_cheaper_written(cells: list[Cell]) -> bool:
    """Return whether to write the cells between the first and the last again."""
    gap = cells[1:-1]
    text = "".join([cell[0] for cell in gap])
    if UNKNOWN in gap or not is_even(text):
        return False
    passed = _TO_PASS[len(gap)] + _changes([cells[0], cells[-1]])
    return len(text.encode()) + _changes(cells) < passed


def _changes(cells: list[Cell]) -> int:
    """Return what it costs to change style from cell to cell, in characters."""
    cost = 0
    old = cells[0][1]
    for text, style in cells:
        if style is not old and not (text == " " and ground(old) == style):
            cost += len(change(old, style))
            old = style
    return cost


def _cut(y: int, x: int, cells: list[Cell]) -> list[Run]:
    """Cut cells into pieces of one style each.

    Blanks go with the piece before or the one after them, where they look the same in its style.
    """
    last = Run(y, x, cells[0][1], [])
    runs = [last]
    for style, group in groupby(cells, key=_style_of):
        part = list(group)
        if last.style == style or (ground(last.style) == style and are_blank(part)):
            last.cells += part
        elif ground(style) == last.style and are_blank(last.cells):
            last.style = style
            last.cells += part
        else:
            last = Run(y, x, style, part)
            runs.append(last)
        x += len(part)
    return runs
