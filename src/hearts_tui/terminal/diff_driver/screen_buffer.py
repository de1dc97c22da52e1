"""The screen as the program wants it, cell by cell."""

from hearts_tui.terminal.diff_driver.cell import UNKNOWN, Row, cells_of
from hearts_tui.terminal.diff_driver.sgr import PLAIN, Style, ground


class ScreenBuffer:
    """What a program has written, and where and in what style it writes next.

    ``at`` is column and row, counted from 0; it and ``style`` are None while they are not known.
    ``touched`` holds the rows that have changed since somebody last emptied it.
    """

    __slots__ = ("at", "columns", "rows", "style", "touched")

    def __init__(self, columns: int, rows: int) -> None:
        self.columns = columns
        self.rows = empty_rows(columns, rows)
        self.at: tuple[int, int] | None = None
        self.style: Style | None = PLAIN
        self.touched: set[int] = set()

    def forget(self) -> None:
        """Take no cell for known, nor the cursor."""
        self.rows = empty_rows(self.columns, len(self.rows))
        self.at = None
        self.touched.clear()

    def resize(self, columns: int, rows: int) -> None:
        """Take another size, keeping the cells that fit."""
        kept = [_fitted(row, columns) for row in self.rows[:rows]]
        self.rows = kept + empty_rows(columns, rows - len(kept))
        self.columns = columns
        self.touched = {row for row in self.touched if row < rows}
        if self.at is not None and not self._holds(*self.at):
            self.at = None

    def move(self, x: int, y: int) -> bool:
        """Go to a cell, or return False where there is no such cell."""
        if not self._holds(x, y):
            return False
        self.at = (x, y)
        return True

    def write(self, text: str, style: Style | None) -> bool:
        """Write a text at the cursor, or return False where it is unsure what that would do."""
        cells = cells_of(text, style) if style else None
        if cells is None or self.at is None:
            return False
        x, y = self.at
        end = x + len(cells)
        if end > self.columns:
            return False
        row = self.rows[y]
        if row[x:end] != cells:
            if not row[x][0]:
                _blank_wide(row, x)
            if end < self.columns and not row[end][0]:
                _blank_wide(row, end)
            row[x:end] = cells
            self.touched.add(y)
        self.at = (end, y)
        return True

    def _holds(self, x: int, y: int) -> bool:
        return 0 <= x < self.columns and 0 <= y < len(self.rows)


def empty_rows(columns: int, rows: int) -> list[Row]:
    """Return rows of cells that nobody knows."""
    return [[UNKNOWN] * columns for _ in range(rows)]


def _blank_wide(row: Row, x: int) -> None:
    """Let a wide character, cut before column x, leave blanks as terminals do."""
    row[x - 1] = row[x] = (" ", ground(row[x][1]))


def _fitted(row: Row, columns: int) -> Row:
    fitted = row[:columns] + [UNKNOWN] * (columns - len(row))
    if columns < len(row) and not row[columns][0]:
        fitted[-1] = UNKNOWN
    return fitted
