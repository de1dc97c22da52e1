"""The driver with nothing replaced: hearts in a real pseudo-terminal."""

from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.end_to_end.terminal import HEARTS, environ_for
from tests.terminal.diff_driver.counting import Counted

MOTION, DRAG, KITTY, SHAPE, IN_BAND = b"\x1b[?1003", b"\x1b[?1015", b"\x1b[>", b"\x1b]22;", b"?2048"


def test_suspending_restores_the_terminal_and_resuming_repaints_all_of_it(config: Path) -> None:
    with Counted([HEARTS], environ_for(config)) as terminal:
        terminal.first_paint()
        looks = terminal.text
        terminal.stop()
        assert terminal.sent.rstrip().endswith((b"\x1b[?1004l", b"\x1b[?25h"))
        terminal.screen.reset()
        terminal.resume()
        assert terminal.text == looks
        terminal.cost("j")
        assert terminal.text != looks
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("size", [(100, 30), (60, 20), (40, 12)])
def test_a_resize_repaints_all_of_it(config: Path, size: tuple[int, int]) -> None:
    # At a first visit a small window opens on the page, and a larger one on the list.
    with Counted([HEARTS], environ_for(config)) as first_visit:
        first_visit.first_paint()
        while not (config / "marks.toml").exists():
            first_visit.watch(0.1)
    with Counted([HEARTS], environ_for(config), *size) as fresh:
        fresh.first_paint()
        looks = fresh.text
    with Counted([HEARTS], environ_for(config)) as terminal:
        terminal.first_paint()
        terminal.screen.reset()
        terminal.resize(*size)
        terminal.wait_for("quit")
        terminal.read_until_idle()
        assert terminal.text == looks


def test_a_resize_there_and_back_repaints_as_well(config: Path) -> None:
    with Counted([HEARTS], environ_for(config)) as terminal:
        terminal.first_paint()
        looks = terminal.text
        terminal.resize(90, 24)
        terminal.read_until_idle()
        terminal.screen.reset()
        terminal.resize(80, 24)
        terminal.wait_for("quit")
        terminal.read_until_idle()
        assert terminal.text == looks


def test_no_motion_of_the_mouse_and_no_pointer_shapes_are_asked_for(config: Path) -> None:
    with Counted([HEARTS], environ_for(config)) as terminal:
        terminal.first_paint()
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    for unwanted in (MOTION, DRAG, SHAPE, IN_BAND):
        assert unwanted not in terminal.sent
    for mode in (b"1000", b"1006", b"1004", b"2004"):
        assert terminal.sent.count(b"?%bh" % mode) >= 1
        assert terminal.sent.rfind(b"?%bl" % mode) > terminal.sent.rfind(b"?%bh" % mode)


def test_the_wire_can_be_switched_off(config: Path) -> None:
    environ = environ_for(config, HEARTS_WIRE="plain", HEARTS_NOW=NOW)
    with Counted([HEARTS], environ) as terminal:
        terminal.first_paint()
        assert MOTION in terminal.sent
        assert terminal.cost("j") > 5000
