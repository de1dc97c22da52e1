"""A terminal emulator for what curses sends."""

from collections.abc import Callable

import pyte

from tests.terminal.diff_driver.emulator import Emulator


class CursesEmulator(Emulator):
    """An emulator that knows the sequences of curses, and erases to the ground it writes on."""

    def __init__(self, columns: int, rows: int) -> None:
        self._last = " "
        super().__init__(columns, rows)
        self._stream = CursesStream(self)

    def draw(self, data: str) -> None:
        super().draw(data)
        self._last = data[-1]

    def repeat_character(self, count: int | None = None) -> None:
        """Draw the last character some times more."""
        self.draw(self._last * (count or 1))

    def back_tab(self, count: int | None = None) -> None:
        """Move the cursor back to a tab stop."""
        for _ in range(count or 1):
            self.cursor.x = max((stop for stop in self.tabstops if stop < self.cursor.x), default=0)

    def insert_characters(self, count: int | None = None) -> None:
        super().insert_characters(count)
        self._erase(self.cursor.y, self.cursor.x, self.cursor.x + (count or 1))

    def delete_characters(self, count: int | None = None) -> None:
        super().delete_characters(count)
        self._erase(self.cursor.y, self.columns - (count or 1), self.columns)

    def insert_lines(self, count: int | None = None) -> None:
        super().insert_lines(count)
        for y in range(self.cursor.y, min(self.cursor.y + (count or 1), self._bottom + 1)):
            self._erase(y, 0, self.columns)

    def delete_lines(self, count: int | None = None) -> None:
        super().delete_lines(count)
        for y in range(max(self._bottom + 1 - (count or 1), self.cursor.y), self._bottom + 1):
            self._erase(y, 0, self.columns)

    def index(self) -> None:
        scrolls = self.cursor.y == self._bottom
        super().index()
        if scrolls:
            self._erase(self._bottom, 0, self.columns)

    def reverse_index(self) -> None:
        scrolls = self.cursor.y == self._top
        super().reverse_index()
        if scrolls:
            self._erase(self._top, 0, self.columns)

    def scroll_up(self, count: int | None = None) -> None:
        """Move the rows between the margins up."""
        self._at_top(self.delete_lines, count)

    def scroll_down(self, count: int | None = None) -> None:
        """Move the rows between the margins down."""
        self._at_top(self.insert_lines, count)

    @property
    def _top(self) -> int:
        return self.margins.top if self.margins else 0

    @property
    def _bottom(self) -> int:
        return self.margins.bottom if self.margins else self.lines - 1

    def _at_top(self, move: Callable[[int | None], None], count: int | None) -> None:
        place = self.cursor.x, self.cursor.y
        self.cursor.y = self._top
        move(count)
        self.cursor.x, self.cursor.y = place

    def _erase(self, y: int, begin: int, end: int) -> None:
        for x in range(max(begin, 0), min(end, self.columns)):
            self.buffer[y][x] = self.cursor.attrs


class CursesStream(pyte.Stream):
    """A stream of the sequences that curses sends."""

    csi = {
        **pyte.Stream.csi,
        "b": "repeat_character",
        "Z": "back_tab",
        "S": "scroll_up",
        "T": "scroll_down",
    }
    events = pyte.Stream.events | set(csi.values())
