"""Turns what a program writes to a terminal into the least that has to be sent."""

import re
from collections.abc import Callable

from hearts_tui.terminal.diff_driver.diff import write_changes
from hearts_tui.terminal.diff_driver.screen_buffer import ScreenBuffer, empty_rows
from hearts_tui.terminal.diff_driver.sgr import PLAIN, Style, selected
from hearts_tui.terminal.diff_driver.writer import Writer

_ENTER, _LEAVE = "\x1b[?1049h", "\x1b[?1049l"
_SYNC, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"

_Token = re.Match[str]

_TEXT = r"[^\x00-\x1f\x7f-\x9f]"
_token = re.compile(
    rf"\x1b\[(?P<sgr>[\d;]*)m(?P<styled>{_TEXT}*)(?P<end>(?:\x1b\[0m)?)"
    r"|\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    rf"|(?P<text>{_TEXT}+)"
    # Textual ends lines, and then goes to each line's beginning all the same.
    r"|(?P<lines>\n+(?=\x1b\[\d+;\d+H))"
    r"|\x1b\]8;(?P<link>[^\x07\x1b]*)\x1b\\"
    r"|\x1b\[\?(?P<frame>2026|1049)(?P<edge>[hl])"
    # What has no effect on cells: cursor, mouse, focus, paste and resize modes, line wrap (which
    # is not relied on), questions, keyboard protocols, titles, the clipboard, the bell.
    r"|(?P<harmless>\x07"
    r"|\x1b\[\?(?:7|25|100[0-6]|101[56]|2004|2031|2048)[hl]"
    r"|\x1b\[\?\d+\$p|\x1b\[[<>=]\d*u"
    r"|\x1b\](?:[012]|22|52);[^\x07\x1b]*(?:\x07|\x1b\\))"
).match
_styling = re.compile(r"\x1b\[([\d;]*)m|\x1b\]8;([^\x07\x1b]*)(?:\x07|\x1b\\)").finditer


class Renderer:
    """Reads what is written to a terminal and says what to send instead.

    Everything goes through as it is until the alternate screen is entered, and after it is left.
    Within, cells are sent where they differ from what the terminal shows. At anything that is not
    understood, what follows in that text goes through as it is, and no cell counts as known.
    ``can_erase`` is for terminals that erase to the ground they write on.
    """

    whole_lines = False
    """Whether to send all of a line where something of it differs, in the order of reading."""

    def __init__(self, *, can_erase: bool = False) -> None:
        self._canvas = ScreenBuffer(0, 0)
        self._shown = empty_rows(0, 0)
        self._pen = Writer(0, can_erase=can_erase)
        self._within = False
        self._synchronised = False
        self._framed = False
        self._readers: dict[str | None, Callable[[_Token], bool]] = {
            "end": self._read_styled,
            "column": self._read_move,
            "text": self._read_text,
            "lines": self._read_lines,
            "link": self._read_link,
            "edge": self._read_edge,
            "harmless": self._read_harmless,
        }

    @property
    def is_mid_frame(self) -> bool:
        """Whether a synchronised update has begun and not ended."""
        return self._synchronised

    def resize(self, columns: int, rows: int) -> None:
        """Take the terminal's size, in cells; whatever it shows now is not known any more."""
        self._canvas.resize(columns, rows)
        self._pen.columns = columns
        self._forget_screen()

    def reset(self, data: str = "") -> None:
        """Know nothing of the screen any more, and let data through as it is.

        What waits to be sent is kept: it may switch the terminal's modes.
        """
        self._canvas.forget()
        self._canvas.style = PLAIN
        self._synchronised = self._framed = False
        self._pen.forget()
        if self._within:
            self._pass_through(data, 0)
        else:
            self._pen.out.append(data)

    def feed(self, data: str) -> None:
        """Read what a program writes."""
        position = 0
        while position < len(data):
            position = self._read(data, position) if self._within else self._enter(data, position)

    def take(self) -> str:
        """Return what is to be sent by now."""
        if self._within:
            self._paint()
        out = "".join(self._pen.out)
        self._pen.out.clear()
        return out

    def _enter(self, data: str, position: int) -> int:
        """Let data through up to the alternate screen, and return where that is entered."""
        end = data.find(_ENTER, position)
        self._within = end >= 0
        end = end + len(_ENTER) if self._within else len(data)
        self._pen.out.append(data[position:end])
        if self._within:
            self._forget_screen()
        return end

    def _read(self, data: str, position: int) -> int:
        """Read tokens, and return where data ends or the alternate screen is left."""
        while self._within and position < len(data):
            found = _token(data, position)
            if found is None or not self._readers[found.lastgroup](found):
                return self._pass_through(data, position)
            position = found.end()
        return position

    def _read_styled(self, found: _Token) -> bool:
        canvas = self._canvas
        sgr, text, end = found.group("sgr", "styled", "end")
        style = selected(canvas.style, sgr)
        if style is None or (text and not canvas.write(text, style)):
            return False
        canvas.style = selected(style, "0") if end else style
        return True

    def _read_move(self, found: _Token) -> bool:
        return self._canvas.move(int(found["column"]) - 1, int(found["row"]) - 1)

    def _read_text(self, found: _Token) -> bool:
        return self._canvas.write(found["text"], self._canvas.style)

    def _read_link(self, found: _Token) -> bool:
        self._canvas.style = _linked(self._canvas.style, found["link"])
        return self._canvas.style is not None

    def _read_lines(self, _: _Token) -> bool:
        return True

    def _read_harmless(self, found: _Token) -> bool:
        self._pen.out.append(found[0])
        return True

    def _read_edge(self, found: _Token) -> bool:
        """Begin or end a synchronised update, or leave or enter the alternate screen."""
        edge = found[0]
        if edge == _SYNC:
            self._synchronised = True
        elif edge == _SYNC_END and self._synchronised:
            self._synchronised = False
            self._framed = True
        elif edge == _LEAVE:
            self._paint()
            self._pen.set_style(PLAIN)
            self._pen.out.append(edge)
            self._within = self._synchronised = False
        else:
            self._pen.out.append(edge)
            if edge == _ENTER:
                self._forget_screen()
        return True

    def _forget_screen(self) -> None:
        """Take nothing that the terminal shows for known; all that is wanted is to be sent anew."""
        canvas = self._canvas
        self._shown = empty_rows(canvas.columns, len(canvas.rows))
        canvas.touched.update(range(len(canvas.rows)))
        self._pen.forget()

    def _paint(self) -> None:
        """Send the cells that differ, and bring the cursor where it is wanted."""
        pen, canvas = self._pen, self._canvas
        begin = len(pen.out)
        runs = write_changes(
            self._shown, canvas.rows, canvas.touched, pen, whole_lines=self.whole_lines
        )
        canvas.touched.clear()
        if canvas.at is not None and canvas.at[0] < canvas.columns:
            pen.move(*canvas.at)
        if self._framed and runs > 1:
            pen.out.insert(begin, _SYNC)
            pen.out.append(_SYNC_END)
        self._framed = False

    def _pass_through(self, data: str, position: int) -> int:
        """Let the rest of data through as it is, and know nothing of the screen after it."""
        pen, canvas = self._pen, self._canvas
        self._paint()
        self._settle_last_column()
        if canvas.style is not None:
            pen.set_style(canvas.style)
        if self._synchronised:
            self._synchronised = False
            pen.out.append(_SYNC)
        rest = data[position:]
        pen.out.append(rest)
        pen.has_linked = pen.has_linked or "\x1b]8;" in rest
        canvas.style = _style_after(canvas.style, rest)
        canvas.forget()
        self._forget_screen()
        self._within = rest.rfind(_LEAVE) <= rest.rfind(_ENTER)
        return len(data)

    def _settle_last_column(self) -> None:
        """Write the last cell of a row again, where a program has just done so.

        Some terminals go to the next line only with what is written after that.
        """
        pen, canvas = self._pen, self._canvas
        if canvas.at is not None and canvas.at[0] == canvas.columns:
            row = canvas.rows[canvas.at[1]]
            x = canvas.columns - (1 if row[-1][0] else 2)
            pen.write(x, canvas.at[1], row[x:], row[x][1])


def _linked(style: Style | None, link: str) -> Style | None:
    return style and style._replace(link="" if link.endswith(";") else link)


def _style_after(style: Style | None, data: str) -> Style | None:
    """Return the style that data leaves behind, whatever else it does."""
    for found in _styling(data):
        style = selected(style, found[1]) if found[2] is None else _linked(style, found[2])
    return style
