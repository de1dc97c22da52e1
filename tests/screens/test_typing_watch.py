"""Work in other threads lets keys have their turn."""

from pathlib import Path

import pytest

from hearts_tui.domain.slip import Slip
from hearts_tui.screens.typing_watch import MOST_SECONDS, SECONDS_OF_QUIET, TypingWatch
from hearts_tui.store.slips import SlipFolder
from tests.conftest import MakeApp
from tests.group_values import write
from tests.screens.driving import driving


class Clock:
    """A clock that goes on as work sleeps; keys come at some of its times."""

    def __init__(self, keys: list[float]) -> None:
        self.now = 0.0
        self.keys = keys
        self.watch = TypingWatch(lambda: self.now, self.sleep)

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        while self.keys and self.keys[0] <= self.now:
            self.keys.pop(0)
            self.watch.note_input()


@pytest.mark.parametrize(
    ("keys", "waited"),
    [
        ([], 0),
        ([0], SECONDS_OF_QUIET),
        ([0, 0.05, 0.1], 0.1 + SECONDS_OF_QUIET),
        ([0, 0.2], SECONDS_OF_QUIET),
        ([number / 30 for number in range(100)], MOST_SECONDS),
    ],
    ids=["nobody types", "a key", "some keys", "a later key", "a key that is held"],
)
def test_work_waits_while_somebody_types_but_not_for_ever(keys: list[float], waited: float) -> None:
    clock = Clock(keys)
    clock.sleep(0)
    clock.watch.give_way()
    assert clock.now == pytest.approx(waited, abs=0.02)


def test_slips_are_read_one_by_one_with_a_rest_before_each(tmp_path: Path) -> None:
    rests: list[int] = []
    for name in ("mia", "leo", "eve"):
        write(tmp_path, Slip(name))
    folder = SlipFolder(tmp_path, {})
    assert len(folder.read(lambda: rests.append(1)).slips) == len(rests) == 3
    write(tmp_path, Slip("tess"))
    folder.read(lambda: rests.append(1))
    assert len(rests) == 4, "what did not change is not read again"


async def test_a_key_is_noted(make_app: MakeApp) -> None:
    clock = Clock([])
    async with driving(make_app("theories")) as driver:
        driver.app.state.typing = clock.watch
        clock.watch.give_way()
        assert clock.now == 0
        await driver.press("j")
        clock.watch.give_way()
        assert clock.now == pytest.approx(SECONDS_OF_QUIET, abs=0.02)
