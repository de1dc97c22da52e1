"""A window of any size, that changes as fast as it likes."""

import random
from pathlib import Path

import pytest
from benchmarks.resizes import DRAG_PAUSE, NO_PAUSE, STORM_PAUSE, drag, resize_and_quit, storm

from hearts_tui.terminal.diff_driver.base_driver import MAX_COLUMNS, MAX_ROWS
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

MEMORY = 120_000_000
"""Bytes that no window makes hearts need; it takes some 60 million in the largest that it draws."""


def memory(pid: int) -> int:
    """Return the resident memory of a process, in bytes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * 4096


LONG = pytest.mark.slow


@pytest.mark.parametrize("pause", [NO_PAUSE, STORM_PAUSE])
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=LONG) for seed in range(1, 6))])
def test_a_storm_of_resizes_is_survived(seed: int, pause: float) -> None:
    resize_and_quit(storm(random.Random(seed)), pause, random.Random(seed))


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=LONG) for seed in range(1, 4))])
def test_a_dragged_corner_is_survived(seed: int) -> None:
    resize_and_quit(drag(random.Random(seed)), DRAG_PAUSE, random.Random(seed))


@pytest.mark.parametrize("wire", ["", "plain"])
def test_a_window_that_is_resized_there_and_back_at_once_is_painted_anew(
    config: Path, wire: str
) -> None:
    with Terminal([HEARTS], environ_for(config, HEARTS_WIRE=wire)) as terminal:
        terminal.wait_until_drawn()
        for _ in range(10):
            terminal.resize(60, 10)
            terminal.resize(80, 24)
            terminal.wait_for_row("quit", 23)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("wire", ["", "plain"])
@pytest.mark.parametrize("size", [(5_000, 5_000), (20_000, 20_000), (65_535, 65_535)])
def test_a_window_that_claims_to_be_huge_is_drawn_in_its_corner(
    config: Path, size: tuple[int, int], wire: str
) -> None:
    with Terminal([HEARTS], environ_for(config, HEARTS_WIRE=wire)) as terminal:
        terminal.wait_until_drawn()
        terminal.resize_window(*size)
        terminal.screen.resize(MAX_ROWS, MAX_COLUMNS)
        terminal.press("2")
        terminal.wait_for("makers")
        terminal.wait_for_row("quit", MAX_ROWS - 1)
        assert memory(terminal.pid) < MEMORY
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_start_in_a_huge_window_is_drawn_in_its_corner(config: Path) -> None:
    with Terminal(
        ["/bin/sh", "-c", f"stty columns 60000 rows 60000 && exec {HEARTS}"], environ_for(config)
    ) as terminal:
        terminal.screen.resize(MAX_ROWS, MAX_COLUMNS)
        terminal.wait_until_drawn()
        assert memory(terminal.pid) < MEMORY
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("wire", ["", "plain"])
@pytest.mark.parametrize("report", ["5000;5000;0;0", "0;0;0;0", "10;20;0;0"])
def test_a_size_report_that_nobody_asked_for_changes_nothing(
    config: Path, report: str, wire: str
) -> None:
    with Terminal([HEARTS], environ_for(config, HEARTS_WIRE=wire)) as terminal:
        terminal.wait_until_drawn()
        terminal.press(f"\x1b[48;{report}t2")
        terminal.wait_for("makers")
        terminal.wait_for_row("quit", 23)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_keys_work_again_after_the_window_was_too_small(config: Path) -> None:
    with Terminal([HEARTS, "--screen", "cast"], environ_for(config)) as terminal:
        terminal.wait_for("Cassie")
        terminal.resize(20, 6)
        terminal.wait_for("Too small")
        terminal.resize(80, 24)
        terminal.wait_for("makers")
        terminal.press("j")
        terminal.wait_for("Nicholas Galitzine")
        terminal.press("\r")
        terminal.wait_for(" h back")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_keys_work_again_in_a_dialog_after_the_window_was_too_small(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        terminal.press(",")
        terminal.wait_for("Colors")
        terminal.resize(20, 6)
        terminal.wait_for("Too small")
        terminal.resize(80, 24)
        terminal.wait_for("Colors")
        terminal.press("\r")
        terminal.wait_for("Enter to choose")
        terminal.press("\x1b")
        terminal.wait_until_gone("Enter to choose")
        terminal.press("\x1b")
        terminal.wait_until_gone("Colors")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
