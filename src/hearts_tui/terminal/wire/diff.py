"""From the cells that a terminal shows to the cells that it should show."""

from itertools import groupby, pairwise
from operator import itemgetter, ne

from hearts_tui.terminal.wire.cells import UNKNOWN, Cell, Row, is_even
from hearts_tui.terminal.wire.pen import Pen, move_between
from hearts_tui.terminal.wire.style import change

_LONGEST_GAP = 5
# Cells; to pass over more of them is always cheaper than to write them again.

_style_of = itemgetter(1)


def send_row(y: int, shown: Row, wanted: Row, pen: Pen) -> int:
    """Write the cells of a row that differ, and return how many pieces that took.

    Where it is unknown what is wanted, what is shown has to be unknown as well.
    """
    if shown == wanted:
        return 0
    pieces = _joined(_differing(shown, wanted), wanted)
    for start, end in pieces:
        x = start
        for _, group in groupby(wanted[start:end], key=_style_of):
            cells = list(group)
            pen.write(x, y, cells)
            x += len(cells)
    shown[:] = wanted
    return len(pieces)


def _differing(shown: Row, wanted: Row) -> list[tuple[int, int]]:
    """Return where wanted cells differ from shown ones, as spans that hold whole wide cells."""
    marks = bytes(map(ne, shown, wanted)) + b"\0"
    spans = []
    end = 0
    while (start := marks.find(1, end)) >= 0:
        end = marks.find(0, start)
        while _is_second_half(wanted, start):
            start -= 1
        while _is_second_half(wanted, end):
            end += 1
        spans.append((start, end))
    return spans


def _is_second_half(row: Row, x: int) -> bool:
    return x < len(row) and not row[x][0]


def _joined(spans: list[tuple[int, int]], row: Row) -> list[tuple[int, int]]:
    """Join spans where the cells between them cost less to write again than to pass over."""
    joined = spans[:1]
    for start, end in spans[1:]:
        before, last = joined[-1]
        if start - last <= _LONGEST_GAP and _is_cheaper_written(row, last, start):
            joined[-1] = (before, end)
        else:
            joined.append((start, end))
    return joined


def _is_cheaper_written(row: Row, start: int, end: int) -> bool:
    """Tell whether to write the cells of a gap again rather than to pass over them."""
    around = row[start - 1 : end + 1]
    text = "".join([cell[0] for cell in around[1:-1]])
    if UNKNOWN in around or not is_even(text):
        return False
    written = len(text.encode()) + _changes(around)
    move = move_between((start, 0), end, 0)
    return written < len(move) + _changes([around[0], around[-1]])


def _changes(cells: list[Cell]) -> int:
    """Return what the changes of style from cell to cell cost, in characters."""
    return sum(len(change(one[1], then[1])) for one, then in pairwise(cells))
