"""Theories that have a last day of voting, by keyboard."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving

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


@pytest.mark.parametrize("size", SIZES)
async def test_the_page_tells_the_last_day_and_then_that_votes_are_closed(
    make_app: MakeApp, closing_content: Path, size: tuple[int, int]
) -> None:
    app = make_app("theories", content=closing_content)
    async with driving(app, size) as driver:
        assert "· last day to vote: Nov 23, 2026" in driver.page
        assert "last day" not in await page_of_next(driver)
        app.state.clock = lambda: AFTER
        await driver.press("k")
        assert "· votes closed after Nov 23, 2026" in driver.page
        assert "closed" not in await page_of_next(driver)


async def page_of_next(driver: Driver) -> str:
    await driver.press("j")
    return driver.page


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_closed_is_open_no_more(
    make_app: MakeApp, closing_content: Path, size: tuple[int, int]
) -> None:
    app = make_app("theories", content=closing_content)
    async with driving(app, size) as driver:
        await driver.press("t")
        assert driver.screen.listed[0] == "t01"
        assert driver.caption.startswith("open 21 ")
        app.state.clock = lambda: AFTER
        await driver.press("t", "t", "t", "t")
        assert driver.caption.startswith("open 20 ")
        assert "t01" not in driver.screen.listed
        await driver.press("t", "t", "t", "g")
        assert driver.screen.current == "t01"
        assert "closed" in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_a_verdict_is_told_to_close_the_votes(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("theories"), size) as driver:
        await driver.press("V", "g", "enter")
        assert "· decided, votes are closed" in driver.page
        await driver.press("V", "G", "enter")
        assert "closed" not in driver.page
