"""Look at the terminal: its size, its colors, its characters, and how far away it is."""

import os
from collections.abc import Iterator, Mapping

from hearts_tui.cli.checkup.finding import Finding, note, wrong
from hearts_tui.domain.window import LEAST_COLUMNS, LEAST_ROWS, USUAL_COLUMNS, USUAL_ROWS
from hearts_tui.terminal.capabilities import Capabilities, character_locale, is_dumb
from hearts_tui.terminal.cursor_report import CursorReports, NoAnswerError

GLYPHS = "·•…“”←→≠─━│┃┌┐└┘├▀▄█▌░◆◇◉○●★☆♡♪✓✗é"
"""The characters beyond ASCII that hearts draws with; each takes one cell."""

_SLOW_MS = 250

_NO_TERMINAL = note(
    "terminal",
    "none here to look at",
    "Run hearts doctor in the terminal where you'd run hearts; over SSH, with ssh -t.",
)


def look_at_terminal(
    terminal: int | None, environ: Mapping[str, str], found: Capabilities
) -> Iterator[Finding]:
    """Yield what is found; ``terminal`` is a file descriptor of the terminal, if there is one."""
    yield _kind(environ) if terminal is not None else _NO_TERMINAL
    if terminal is not None:
        yield _size(terminal)
    yield _colors(environ, found)
    yield _encoding(environ, found)
    if terminal is not None:
        yield from _answers(CursorReports(terminal), found)


def _kind(environ: Mapping[str, str]) -> Finding:
    term = environ.get("TERM", "")
    if is_dumb(environ):
        todo = "Set TERM to what your terminal is, such as xterm-256color. hearts --help lists "
        says = f"TERM={term}, which can't show full screens"
        return wrong("terminal", says, f"{todo}what works without one.")
    return Finding("terminal", f"TERM={term}")


def _size(terminal: int) -> Finding:
    columns, rows = os.get_terminal_size(terminal)
    says = f"{columns}x{rows}"
    if not (columns and rows):
        return note("size", "the terminal doesn't tell", "stty columns 80 rows 24 tells it.")
    if columns < LEAST_COLUMNS or rows < LEAST_ROWS:
        return wrong(
            "size", says, f"hearts needs {LEAST_COLUMNS}x{LEAST_ROWS}: enlarge the window."
        )
    if columns < USUAL_COLUMNS or rows < USUAL_ROWS:
        todo = f"It works. {USUAL_COLUMNS}x{USUAL_ROWS} and more shows a list beside its page."
        return note("size", says, todo)
    return Finding("size", says)


def _colors(environ: Mapping[str, str], found: Capabilities) -> Finding:
    says = {"none": "none", "truecolor": "16 million"}.get(found.colours, found.colours)
    if environ.get("NO_COLOR"):
        return note("colors", f"{says}, for NO_COLOR is set", "Unset NO_COLOR if you want them.")
    if found.colours in ("none", "16"):
        todo = "If your terminal has more, say so: COLORTERM=truecolor, or TERM=xterm-256color."
        return note("colors", f"{says}, as TERM says", todo)
    return Finding("colors", says)


def _encoding(environ: Mapping[str, str], found: Capabilities) -> Finding:
    locale = character_locale(environ)
    says = f"the locale is {locale or 'not set'}"
    if found.unicode:
        return Finding("encoding", f"UTF-8, {says}")
    todo = "For signs such as a check mark or a star, set LANG to a UTF-8 locale: C.UTF-8 will do."
    return note("encoding", f"ASCII, {says}", todo)


def _answers(reports: CursorReports, found: Capabilities) -> Iterator[Finding]:
    try:
        milliseconds = reports.round_trip() * 1000
        yield _round_trip(milliseconds)
        if found.unicode:
            yield _widths(dict(zip(GLYPHS, reports.widths(GLYPHS), strict=True)))
    except NoAnswerError:
        todo = "hearts does without. Look at the screen for lines that don't meet."
        yield note("round trip", "the terminal doesn't say where its cursor is", todo)


def _round_trip(milliseconds: float) -> Finding:
    says = f"{milliseconds:.1f} ms"
    if milliseconds > _SLOW_MS:
        todo = "Each key takes at least that long to show. ssh -C helps where the line is thin."
        return note("round trip", says, todo)
    return Finding("round trip", says)


def _widths(widths: Mapping[str, int]) -> Finding:
    odd = [f"{glyph} {cells}" for glyph, cells in widths.items() if cells != 1]
    if not odd:
        return Finding("widths", f"all {len(widths)} characters take one cell")
    todo = "In the terminal's settings, make characters of ambiguous width narrow, or set LANG=C."
    return wrong("widths", f"not one cell: {', '.join(odd)}", todo)
