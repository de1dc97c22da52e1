"""What hearts may cost a slow line, in bytes as they come out of a real pseudo-terminal."""

from pathlib import Path

from tests.conftest import NOW
from tests.end_to_end.terminal import HEARTS, environ_for
from tests.terminal.diff_driver.counting import Counted
from tests.terminal.diff_driver.curses_replay import compare, ratio
from tests.terminal.diff_driver.key_walk import short_walk

MAX_RATIO = 0.85
MAX_BYTES_PER_SECOND = 60


def test_a_walk_costs_less_than_curses_would_send_for_the_same_pictures(
    config: Path, tmp_path: Path
) -> None:
    environ = environ_for(config, COLORTERM="", HEARTS_NOW=NOW)
    assert ratio(compare(short_walk(), environ, tmp_path)) <= MAX_RATIO


def test_nothing_is_sent_while_nothing_happens(config: Path) -> None:
    with Counted([HEARTS], environ_for(config, HEARTS_NOW=NOW)) as terminal:
        terminal.read_until_idle()
        assert terminal.watch(3) == 0


def test_a_second_of_the_countdown_costs_its_digits(config: Path) -> None:
    with Counted([HEARTS, "--screen", "countdown"], environ_for(config)) as terminal:
        terminal.read_until_idle()
        assert 0 < terminal.watch(5) <= 5 * MAX_BYTES_PER_SECOND
