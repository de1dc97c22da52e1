"""Theories that have a last day of voting, by keyboard."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving

AFTER = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def closing_content(content_copy: Path) -> Path:
    """The content, with a first theory that closes on the day of the tests."""
    theories = content_copy / "theories.toml"
    text = theories.read_text().replace('id = "t01"\n', 'id = "t01"\ncloses = 2026-11-23\n', 1)
    theories.write_text(text)
    return content_copy


def votes(config: Path) -> dict[str, dict[str, object]]:
    return tomllib.loads((config / "ballot.toml").read_text()).get("votes", {})


@pytest.mark.parametrize("size", SIZES)
async def test_after_the_last_day_a_vote_stays_as_it_is(
    make_app: MakeApp, config: Path, closing_content: Path, size: tuple[int, int]
) -> None:
    app = make_app("theories", content=closing_content)
    async with driving(app, size) as driver:
        await driver.press("enter", "enter", "plus")
        before = votes(config)
        assert (before["t01"]["option"], before["t01"]["confidence"]) == ("wedding", 75)
        app.state.clock = lambda: AFTER
        for keys in (["plus"], ["w"], ["u"], ["j", "enter"]):
            app.clear_notifications()
            await driver.press(*keys)
            assert "Votes closed after Nov 23, 2026." in driver.notices
            assert votes(config) == before


async def test_a_note_can_still_be_written_and_undone_after_the_last_day(
    make_app: MakeApp, config: Path, closing_content: Path
) -> None:
    app = make_app("theories", content=closing_content)
    async with driving(app) as driver:
        await driver.press("enter", "enter")
        app.state.clock = lambda: AFTER
        await driver.press("n")
        await driver.type("told you")
        await driver.press("enter")
        assert votes(config)["t01"]["note"] == "told you"
        await driver.press("u")
        assert "note" not in votes(config)["t01"]
