"""What hearts may cost a slow line, in bytes as they come out of a real pseudo-terminal."""

import operator
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.end_to_end.terminal import HEARTS, environ_for
from tests.terminal.diff_driver.counting import Counted

FIRST_PAINT = 3_000
SWITCH = 4_000
TICK = 50
LIST_KEY = 600


@pytest.mark.parametrize("colours", ["truecolor", ""])
def test_paints_switches_and_keys_cost_what_changes(config: Path, colours: str) -> None:
    environ = environ_for(config, COLORTERM=colours, HEARTS_NOW=NOW)
    with Counted([HEARTS], environ) as terminal:
        assert terminal.first_paint() <= FIRST_PAINT
        for screen in "234512345":
            assert terminal.cost(screen) <= SWITCH
        for screen in "12345":
            terminal.cost(screen)
            assert terminal.median_cost("j") <= LIST_KEY, screen


def test_nothing_is_sent_while_nothing_happens(config: Path) -> None:
    with Counted([HEARTS], environ_for(config, HEARTS_NOW=NOW)) as terminal:
        terminal.first_paint()
        assert terminal.watch(3) == 0


def test_a_second_of_the_countdown_costs_its_digits(config: Path) -> None:
    with Counted([HEARTS, "--screen", "countdown"], environ_for(config)) as terminal:
        drawn = terminal.first_paint()
        for _ in range(10):
            terminal.wait_until(partial(operator.ne, terminal.text))
        assert len(terminal.sent) - drawn <= 10 * TICK
