"""A walk by keyboard through screens and windows, and where on the terminal the focus is then.

What has the focus is found by how it is drawn, in the colors of the theme that hearts begins with.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pyte

Place = tuple[int, int]
"""A row and a column, counted from 0."""

Find = Callable[[pyte.Screen], Place | None]
"""Where the focus is on a screen, or None if nothing is drawn as if it had it."""

ACCENT, CHOSEN = "c9a2ff", "5b3a99"
ENTER, ESCAPE, TAB = "\r", "\x1b", "\t"

Step = tuple[str, Find]
"""What is typed, and where the focus is then."""


def bar(screen: pyte.Screen) -> Place | None:
    """Return the first cell of the bar beside the entry of a list."""
    return _first(screen, lambda cell: (cell.data, cell.fg) == ("▌", ACCENT))


def row(screen: pyte.Screen) -> Place | None:
    """Return the first cell of the row that is highlighted in a list of choices."""
    return _first(screen, lambda cell: cell.bg == CHOSEN and cell.bold)


def caret(screen: pyte.Screen) -> Place | None:
    """Return the cell of an input's caret."""
    return _first(screen, lambda cell: cell.bg == ACCENT)


def link(screen: pyte.Screen) -> Place | None:
    """Return the first cell of the marked link."""
    return _first(screen, lambda cell: cell.reverse and cell.underscore)


def text(wanted: str) -> Find:
    """Return what finds a text."""

    def find(screen: pyte.Screen) -> Place | None:
        places = ((y, line.find(wanted)) for y, line in enumerate(screen.display))
        return next((place for place in places if place[1] >= 0), None)

    return find


def at(y: int, x: int) -> Find:
    """Return what gives a place, such as the first line of a pane."""
    return lambda _: (y, x)


def _first(screen: pyte.Screen, holds: Callable[[pyte.screens.Char], bool]) -> Place | None:
    cells = screen.buffer
    places = ((y, x) for y in range(screen.lines) for x in range(screen.columns))
    return next((place for place in places if holds(cells[place[0]][place[1]])), None)


def typing(letters: str) -> list[Step]:
    """Return the steps of typing into an input."""
    return [(letter, caret) for letter in letters]


@dataclass(frozen=True, slots=True)
class Panes:
    """Where a page begins, and where on the countdown, and the last row of both."""

    top: Place
    countdown: Place
    last: int


def short_walk(panes: Panes) -> list[Step]:
    """Return a walk to each kind of place."""
    top, left = panes.top, panes.top[1]
    return [
        ("j", bar),
        ("j", bar),
        (ENTER, at(*top)),
        ("j", at(panes.last, left)),
        ("k", at(*top)),
        (TAB, link),
        (ESCAPE, bar),
        ("/", caret),
        ("l", caret),
        (ENTER, bar),
        (ESCAPE, bar),
        (",", row),
        ("j", row),
        (ESCAPE, bar),
        ("5", bar),
        (ENTER, row),
    ]


def long_walk(panes: Panes) -> list[Step]:
    """Return a walk through all screens and all windows."""
    return [
        *short_walk(panes),
        ("j", row),
        (ENTER, row),
        *_closed("n", [*typing("why")], ENTER, row),
        *_closed("V", [("j", row)], ESCAPE, row),
        (ESCAPE, bar),
        *_closed("a", [*typing("Will it?"), (TAB, caret), *typing("Yes")], ESCAPE, bar),
        *(step for key in "1236" for step in _on_a_screen(key, panes.top)),
        *_on_a_screen("4", panes.countdown),
        *_closed("a", [*typing("Party"), (TAB, caret), *typing("2027")], ESCAPE, bar),
        *_closed("e", [("j", row), (ENTER, caret), *typing("2027-01-02")], ESCAPE, bar),
        ("2", bar),
        ("1", bar),
        *_closed("t", [("j", row), ("/", caret), *typing("mu"), (ENTER, row)], ESCAPE, bar),
        *_closed("\x10", typing("lu"), ESCAPE, bar),
        *_in_settings(),
    ]


def _on_a_screen(key: str, top: Place) -> list[Step]:
    return [
        (key, bar),
        *[("j", bar)] * 3,
        ("l", at(*top)),
        (TAB, link),
        (TAB, link),
        ("h", bar),
        ("G", bar),
        ("g", bar),
    ]


def _closed(key: str, steps: Sequence[Step], leave: str, back: Find) -> list[Step]:
    """Return the steps in a window, from the key that opens it to where leaving it leads."""
    (_, first), *_ = steps
    return [(key, first), *steps, (leave, back)]


def _in_settings() -> list[Step]:
    return [
        (",", row),
        *[("j", row)] * 3,
        ("G", row),
        (ENTER, row),
        ("j", row),
        (ENTER, text("Press the key.")),
        (ESCAPE, row),
        (ESCAPE, row),
        ("/", caret),
        *typing("zone"),
        (ENTER, row),
        (ENTER, caret),
        *typing("Europe"),
        (ESCAPE, row),
        (ESCAPE, bar),
    ]
