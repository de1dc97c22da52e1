"""Where the terminal writes and in what style, and the cheapest bytes to change either."""

import re

from hearts_tui.terminal.diff_driver.cell import Cell, is_even, is_settled
from hearts_tui.terminal.diff_driver.sgr import NO_LINK, Style, change, erases_alike

_FEW = 3
# Backspaces that are no longer than any other way to the left.

_blanks_in = re.compile(" {5,}").finditer
# So many that to erase them may be shorter.


class Writer:
    """The terminal's own cursor and style; None where they are not known.

    ``at`` is column and row, counted from 0. What is to be sent gathers in ``out``. ``has_linked``
    tells that a link may be open while the style is not known. With ``can_erase`` long blanks are
    erased, for terminals that erase to the ground they write on.
    """

    __slots__ = ("at", "can_erase", "columns", "has_linked", "out", "style")

    def __init__(self, columns: int, *, can_erase: bool = False) -> None:
        self.columns = columns
        self.can_erase = can_erase
        self.at: tuple[int, int] | None = None
        self.style: Style | None = None
        self.has_linked = False
        self.out: list[str] = []

    def forget(self) -> None:
        """Take nothing of the terminal for known."""
        self.at = self.style = None

    def move(self, x: int, y: int) -> None:
        """Go to a cell."""
        if self.at != (x, y):
            self.out.append(move_between(self.at, x, y))
            self.at = (x, y)

    def set_style(self, style: Style) -> None:
        """Write in a style from now on."""
        if style is self.style:
            return
        if self.style is None and self.has_linked:
            self.out.append(NO_LINK)
        self.out.append(change(self.style, style))
        self.style = style
        self.has_linked = self.has_linked or bool(style.link)

    def write(self, x: int, y: int, cells: list[Cell], style: Style) -> None:
        """Write cells from a place on, all in one style."""
        self.move(x, y)
        self.set_style(style)
        text = "".join([cell[0] for cell in cells])
        if is_even(text):
            self._write_even(x, y, text, style)
            return
        for place, (grapheme, style_of_cell) in enumerate(cells):
            if grapheme:
                width = 1 + (cells[place + 1 : place + 2] == [("", style_of_cell)])
                self._write_one(x + place, y, grapheme, width)

    def _write_even(self, x: int, y: int, text: str, style: Style) -> None:
        done = 0
        if self.can_erase and erases_alike(style):
            for blanks in _blanks_in(text):
                start, end = blanks.span()
                length = end - start
                erased = f"\x1b[{length}X"
                if end == len(text):
                    self.out.append(text[done:start] + erased)
                    self.at = (x + start, y)
                    return
                passed = f"\x1b[{length}C"
                if len(erased + passed) < length:
                    self.out.append(text[done:start] + erased + passed)
                    done = end
        self.out.append(text[done:])
        self._arrive(x + len(text), y)

    def _write_one(self, x: int, y: int, grapheme: str, width: int) -> None:
        self.move(x, y)
        if is_settled(grapheme):
            self.out.append(grapheme)
            self._arrive(x + width, y)
            return
        if width > 1:
            # A terminal that takes it for a narrow one would leave the second cell as it was.
            self.out.append(" " * width)
            self.at = None
            self.move(x, y)
        self.out.append(grapheme)
        self.at = None

    def _arrive(self, x: int, y: int) -> None:
        # Past the last column a terminal may stay, wait, or be on the next line already.
        self.at = (x, y) if x < self.columns else None


def move_between(old: tuple[int, int] | None, x: int, y: int) -> str:
    """Return the shortest sequence that brings the cursor to a cell, from an old place or None."""
    row = str(y + 1) if y else ""
    ways = [f"\x1b[{row};{x + 1}H" if x else f"\x1b[{row}H"]
    if old is not None:
        ways += _relative(*old, x, y)
    return min(ways, key=len)


def _relative(old_x: int, old_y: int, x: int, y: int) -> list[str]:
    """Return the ways that begin at the old place; none where there are only longer ones."""
    if y == old_y:
        if x > old_x:
            return [f"\x1b[{_count(x - old_x)}C"]
        left = ["\b" * (old_x - x)] if old_x - x <= _FEW else [f"\x1b[{_count(old_x - x)}D"]
        return left if x else ["\r"]
    vertical = f"\x1b[{_count(abs(y - old_y))}{'B' if y > old_y else 'A'}"
    if x == old_x:
        return [vertical]
    return [] if x else ["\r" + vertical]


def _count(number: int) -> str:
    return str(number) if number > 1 else ""
