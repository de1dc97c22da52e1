"""A terminal to compare screens by: pyte, and what it leaves out."""

import re

import pyte
from pyte.screens import Char
from wcwidth import wcwidth

_LINK = re.compile(r"(\x1b\]8;[^\x07\x1b]*\x1b\\)")
_MORE = {2: 22, 5: 25, 6: 25, 8: 28, 21: 24, 51: 54, 52: 54, 53: 55}
_PLAIN = frozenset[object]()


class Emulator(pyte.Screen):
    """Knows dim, conceal, double lines, frames and links, and that half a wide character is none.

    All of these stand in the field ``blink`` of a cell.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self._more: frozenset[object] = _PLAIN
        self._link = ""
        super().__init__(columns, rows)
        self._stream = pyte.Stream(self)

    def feed(self, data: str) -> None:
        """Show what a program writes, as a terminal's line discipline hands it on."""
        for part in _LINK.split(data):
            if part.startswith("\x1b]8;"):
                link = part.removeprefix("\x1b]8;").removesuffix("\x1b\\")
                self._link = "" if link.endswith(";") else link
                self._mark()
            else:
                self._stream.feed(part.replace("\n", "\r\n"))

    def select_graphic_rendition(self, *attrs: int, **_: bool) -> None:
        super().select_graphic_rendition(*attrs)
        codes = list(attrs) or [0]
        while codes:
            code = codes.pop(0)
            if code in {38, 48}:
                del codes[: 2 if codes[:1] == [5] else 4]
            elif code == 0:
                self._more = _PLAIN
            elif code in _MORE:
                self._more |= {code}
            else:
                self._more -= {on for on, off in _MORE.items() if off == code}
        self._mark()

    def _mark(self) -> None:
        more = self._more | {("link", self._link)} if self._link else self._more
        self.cursor.attrs = self.cursor.attrs._replace(blink=more)

    def draw(self, data: str) -> None:
        x = self.cursor.x
        if data.isascii() and x + len(data) < self.columns:
            self._blank_halves(x)
            self._blank_halves(x + len(data))
            line, attributes = self.buffer[self.cursor.y], self.cursor.attrs[1:]
            for place, character in enumerate(data, x):
                line[place] = Char(character, *attributes)
            self.cursor.x += len(data)
            return
        for character in data:
            width = wcwidth(character)
            if width > 0:
                self._blank_halves(self.cursor.x)
                self._blank_halves(self.cursor.x + width)
            if width == 0 and self._is_half(self.cursor.x - 1):
                self._accent(self.cursor.x - 2, character)
            else:
                super().draw(character)

    def erase_characters(self, count: int | None = None) -> None:
        self._blank_halves(self.cursor.x)
        self._blank_halves(self.cursor.x + (count or 1))
        super().erase_characters(count)

    def _is_half(self, x: int) -> bool:
        """Return whether a cell is the second one of a wide character."""
        return 0 < x < self.columns and self.buffer[self.cursor.y][x].data == ""

    def _accent(self, x: int, character: str) -> None:
        """Put an accent on a wide character; pyte puts it into the second cell, where it stays."""
        line = self.buffer[self.cursor.y]
        line[x] = line[x]._replace(data=line[x].data + character)

    def _blank_halves(self, x: int) -> None:
        line = self.buffer[self.cursor.y]
        if self._is_half(x):
            line[x - 1] = line[x - 1]._replace(data=" ")
            line[x] = line[x]._replace(data=" ")

    def look(self, y: int) -> list[Char]:
        """Return the cells of a row as they look: of a blank, only what can be seen of it."""
        return [_seen(self.buffer[y][x]) for x in range(self.columns)]

    @property
    def place(self) -> tuple[int, int, bool]:
        """Where the cursor is, and whether it can't be seen."""
        return self.cursor.x, self.cursor.y, self.cursor.hidden


def _seen(char: Char) -> Char:
    more = char.blink or _PLAIN
    lines = more - {2, 8}
    if char.data != " " or char.underscore or char.strikethrough or char.reverse:
        return char._replace(blink=more)
    if any(isinstance(part, int) for part in lines):
        return char._replace(blink=more)
    return Char(" ", bg=char.bg, blink=lines)


def differences(one: Emulator, other: Emulator) -> list[str]:
    """Return what of two screens looks different, cell by cell."""
    found = [
        f"{x},{y}: {first} / {second}"
        for y in range(one.lines)
        if one.buffer[y] != other.buffer[y]
        for x, (first, second) in enumerate(zip(one.look(y), other.look(y), strict=True))
        if first != second
    ]
    if one.place != other.place:
        found.append(f"cursor: {one.place} / {other.place}")
    return found
