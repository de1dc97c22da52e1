"""From the cells that a terminal shows to the cells that it should show."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter, ne

from hearts_tui.terminal.wire.cells import UNKNOWN, Cell, Row, is_even
from hearts_tui.terminal.wire.order import Piece, in_order
from hearts_tui.terminal.wire.pen import Pen, move_between
from hearts_tui.terminal.wire.style import change, ground

_LONGEST_GAP = 5
# Cells; to pass over more of them is always cheaper than to write them again.

_style_of = itemgetter(1)


def send(shown: list[Row], wanted: list[Row], touched: Iterable[int], pen: Pen) -> int:
    """Write the cells of some rows that differ, and return in how many pieces.

    Where it is unknown what is wanted, what is shown has to be unknown as well.
    """
    pieces: list[Piece] = []
    for y in sorted(touched):
        row = wanted[y]
        for start, end in _joined(_differing(shown[y], row), row):
            pieces += _cut(y, start, row[start:end])
        shown[y][:] = row
    for piece, style in in_order(pieces, pen.style):
        pen.write(piece.x, piece.y, piece.cells, style)
    return len(pieces)


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
    """Tell whether to write the cells between the first and the last again."""
    gap = cells[1:-1]
    text = "".join([cell[0] for cell in gap])
    if UNKNOWN in gap or not is_even(text):
        return False
    move = move_between((0, 0), len(gap), 0)
    return len(text.encode()) + _changes(cells) < len(move) + _changes([cells[0], cells[-1]])


def _changes(cells: list[Cell]) -> int:
    """Return what it costs to change style from cell to cell, in characters."""
    cost = 0
    old = None
    for piece in _cut(0, 0, cells):
        if old is not None:
            cost += len(change(old, piece.style))
        old = piece.style
    return cost


def _cut(y: int, x: int, cells: list[Cell]) -> list[Piece]:
    """Cut cells into pieces of one style each.

    Blanks go with the piece before or the one after them, where they look the same in its style.
    """
    pieces: list[Piece] = []
    for style, group in groupby(cells, key=_style_of):
        piece = Piece(y, x, style, list(group))
        x += len(piece.cells)
        last = pieces[-1] if pieces else None
        if last is not None and piece.is_blank and ground(last.style) == style:
            last.cells += piece.cells
        elif last is not None and last.is_blank and ground(style) == last.style:
            pieces[-1] = Piece(y, last.x, style, last.cells + piece.cells)
        elif last is not None and last.style == style:
            last.cells += piece.cells
        else:
            pieces.append(piece)
    return pieces
