"""A long walk over the board with random keys: what the screen calls saved is in the file."""

import random
from pathlib import Path

import pytest

from hearts_tui.domain.ballot import CANT_BE_TOLD, Kind, Verdict
from hearts_tui.store.ballot import BallotFile
from tests.conftest import MakeApp
from tests.screens.driving import Driver, driving

KEYS = [
    *("enter", "j", "k", "g", "G", "escape", "tab", "u", "u", "v", "V", "plus", "minus", "n", "x"),
    *("t", "o", "a", "e", "r", "c", "slash", "b", "ctrl+s", "backspace", "1", "5", "5", "s"),
]


@pytest.mark.parametrize("seed", range(2))
async def test_nothing_on_the_board_lies_about_what_is_saved(
    make_app: MakeApp, config: Path, seed: int
) -> None:
    chance = random.Random(seed)
    async with driving(make_app("theories")) as driver:
        for step in range(150):
            if step % 50 == 40:
                _meddle(config, chance)
            await driver.press(chance.choice(KEYS))
            _compare(driver, config)


def _meddle(config: Path, chance: random.Random) -> None:
    """Do what a careful editor or another session does to the ballot."""
    file = config / "ballot.toml"
    if chance.random() < 0.5 and file.exists():
        file.write_text(f"# mine\n{file.read_text()}")
    else:
        other = BallotFile(config)
        other.load()
        other.save(Kind.VERDICT, "t05", Verdict(CANT_BE_TOLD))


def _compare(driver: Driver, config: Path) -> None:
    """Compare the ballot in front with the file, once another session's change has come in."""
    shown = driver.app.state.ballot
    kept = BallotFile(config).load().value
    meddled = {"t05"} if shown.verdict("t05") != kept.verdict("t05") else set()
    assert shown.changed_from(kept) <= meddled
    assert "saving" not in driver.text
