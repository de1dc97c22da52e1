"""The terminal's own cursor stands on what has the focus, whether it can be seen or not."""

import re
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.end_to_end.focus_walk import (
    ENTER,
    ESCAPE,
    Find,
    Panes,
    Place,
    Step,
    at,
    bar,
    link,
    long_walk,
    short_walk,
)
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

NOW = "2026-11-25T12:00:00Z"
PANES = {
    (80, 24): Panes(top=(1, 36), countdown=(12, 36), last=22),
    (40, 12): Panes(top=(1, 1), countdown=(3, 1), last=10),
}
SIZES = list(PANES)
_CONTROL = re.compile(rb"\x1b\[[\d;?]*[A-Za-z]|[\r\b]")


def environ(config: Path, **more: str) -> dict[str, str]:
    return environ_for(config, HEARTS_NOW=NOW, **more)


def place_of_cursor(terminal: Terminal) -> Place:
    return terminal.screen.cursor.y, terminal.screen.cursor.x


def walk(terminal: Terminal, steps: Sequence[Step]) -> None:
    """Type, and wait after each key until the cursor stands where the focus is."""
    for number, (typed, focused) in enumerate(steps):
        terminal.press(typed)
        terminal.wait_until_idle()
        # A processor that others use may keep even a key, or its frame, from getting through.
        fault = f"the cursor is not on the focus, step {number}, {typed!r}"
        terminal.wait_until(partial(stands_on_focus, terminal, focused), fault)


def stands_on_focus(terminal: Terminal, focused: Find, _text: str) -> bool:
    return place_of_cursor(terminal) == focused(terminal.screen)


def start(terminal: Terminal) -> None:
    """Wait for the first screen, and leave what a narrow one shows a new reader."""
    terminal.wait_until_drawn()
    terminal.press(ESCAPE)
    terminal.wait_until_idle()


@pytest.mark.parametrize("wire", ["", "plain"])
@pytest.mark.parametrize("size", SIZES)
def test_the_cursor_follows_the_focus(config: Path, size: tuple[int, int], wire: str) -> None:
    with Terminal([HEARTS], environ(config, HEARTS_WIRE=wire), *size) as terminal:
        start(terminal)
        assert place_of_cursor(terminal) == bar(terminal.screen)
        walk(terminal, short_walk(PANES[size]))
        assert terminal.screen.cursor.hidden


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_the_cursor_follows_the_focus_everywhere(config: Path, size: tuple[int, int]) -> None:
    with Terminal([HEARTS], environ(config), *size) as terminal:
        start(terminal)
        walk(terminal, long_walk(PANES[size]))


def test_in_windows_of_text_the_cursor_is_on_the_newest_line(config: Path) -> None:
    with Terminal([HEARTS], environ(config)) as terminal:
        start(terminal)
        top, last = (4, 4), 19
        walk(terminal, [("?", at(*top)), ("j", at(last, 4)), (" ", at(*top)), ("k", at(*top))])
        walk(terminal, [("/", at(3, 5)), ("q", at(3, 6)), (ENTER, at(*top)), (ESCAPE, bar)])
        walk(terminal, [("b", at(*top)), ("n", link), (ESCAPE, bar)])
        walk(terminal, [("i", at(3, 4)), (ESCAPE, bar)])


def test_the_cursor_can_be_seen_where_the_settings_say_so(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('cursor = "visible"\n')
    with Terminal([HEARTS], environ(config)) as terminal:
        start(terminal)
        walk(terminal, [("j", bar), ("j", bar)])
        assert not terminal.screen.cursor.hidden
        terminal.send(signal.SIGTSTP)
        terminal.wait_until_idle()
        terminal.send(signal.SIGCONT)
        terminal.wait_until_drawn()
        terminal.wait_until_idle()
        assert not terminal.screen.cursor.hidden
        assert place_of_cursor(terminal) == bar(terminal.screen)
        terminal.press(",/cursor\r\r")
        terminal.wait_for("visible")
        terminal.press("k\r")
        terminal.wait_until_idle()
        assert terminal.screen.cursor.hidden


def test_a_window_that_was_made_smaller_has_its_cursor_on_the_focus(config: Path) -> None:
    with Terminal([HEARTS], environ(config)) as terminal:
        start(terminal)
        walk(terminal, [("G", bar)])
        terminal.resize(40, 12)
        terminal.wait_until_idle()
        assert place_of_cursor(terminal) == bar(terminal.screen)


def test_a_screen_reader_is_sent_lines_in_the_order_of_reading(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('screen_reader = "on"\n')
    with Terminal([HEARTS], environ(config), 120, 40) as terminal:
        start(terminal)
        assert not terminal.screen.cursor.hidden
        begin = len(terminal.sent)
        terminal.press("2")
        terminal.wait_for("Luke Morrow")
        terminal.wait_until_idle()
        said = _CONTROL.sub(b" ", bytes(terminal.sent[begin:]))
        place = 0
        for line in terminal.screen.display[2:20]:
            words = line.encode().split()
            for word in (words[0], words[-1]):
                place = said.index(word, place)
        begin = len(terminal.sent)
        terminal.press("jj")
        terminal.wait_until_idle()
        # Nothing but the cursor has moved: what is read is the line that it is on.
        assert _CONTROL.sub(b"", bytes(terminal.sent[begin:])).strip() == b""
        assert place_of_cursor(terminal) == (5, 0)
