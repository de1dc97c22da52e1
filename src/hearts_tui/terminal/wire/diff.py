"""From the cells that a terminal shows to the cells that it should show."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter, ne

from hearts_tui.terminal.wire.cells import UNKNOWN, Cell, Row, is_even
from hearts_tui.terminal.wire.pen import Pen, move_between
from hearts_tui.terminal.wire.style import Style, change, for_blanks, ground

_LONGEST_GAP = 5
# Cells; to pass over more of them is always cheaper than to write them again.

_Piece = tuple[Style, list[Cell]]

_style_of = itemgetter(1)


def send_row(y: int, shown: Row, wanted: Row, pen: Pen) -> int:
    """Write the cells of a row that differ, and return how many stretches that took.

    Where it is unknown what is wanted, what is shown has to be unknown as well.
    """
    stretches = 0
    last = -_LONGEST_GAP - 1
    for start, end in _differing(shown, wanted):
        gap = start - last
        joined = gap <= _LONGEST_GAP and _is_cheaper_written(pen.style, wanted[last:end], gap)
        begin = last if joined else start
        stretches += not joined
        _write(begin, y, wanted[begin:end], pen)
        last = end
    shown[:] = wanted
    return stretches


def _write(x: int, y: int, cells: list[Cell], pen: Pen) -> None:
    for style, piece in _pieces(pen.style, cells):
        pen.write(x, y, piece, style)
        x += len(piece)


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


def _pieces(old: Style | None, cells: list[Cell]) -> list[_Piece]:
    """Cut cells into pieces of one style each.

    Blanks take the style before or the one after them, where they look the same in it.
    """
    groups = [(style, list(group)) for style, group in groupby(cells, key=_style_of)]
    pieces = []
    for number, (own, group) in enumerate(groups, 1):
        style = own
        if _is_blank(group) and ground(own) == own:
            style = for_blanks(old, own)
            following = groups[number][0] if number < len(groups) else style
            if style is not old and ground(following) == own:
                style = following
        pieces.append((style, group))
        old = style
    return pieces


def _is_blank(cells: list[Cell]) -> bool:
    return cells[0][0] == " " and cells.count(cells[0]) == len(cells)


def _is_cheaper_written(old: Style | None, cells: list[Cell], gap: int) -> bool:
    """Tell whether to write the first cells, a gap, again rather than to pass over them."""
    text = "".join([cell[0] for cell in cells[:gap]])
    if UNKNOWN in cells[:gap] or not is_even(text):
        return False
    written = len(text.encode()) + _changes(old, cells[: gap + 1])
    return written < len(move_between((0, 0), gap, 0)) + _changes(old, cells[gap : gap + 1])


def _changes(old: Style | None, cells: list[Cell]) -> int:
    """Return what the changes of style cost that it takes to write cells, in characters."""
    cost = 0
    for style, _ in _pieces(old, cells):
        cost += len(change(old, style))
        old = style
    return cost
