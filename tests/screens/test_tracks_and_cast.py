"""The tracklist by keyboard."""

import tomllib
from pathlib import Path

from tests.conftest import MakeApp
from tests.screens.driving import driving


async def test_the_album_stands_first_and_in_order(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        lines = [line for line in driver.text.splitlines() if "✓ confirmed" in line]
        assert [line.split()[0] for line in lines[:8]] == [str(n) for n in range(1, 9)]


async def test_o_sorts_by_one_column_after_the_other(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        assert driver.caption.startswith("15 songs · by number")
        await driver.press("o", "g")
        assert driver.caption.startswith("15 songs · by title")
        assert driver.screen.current == "applause"
        await driver.press("o")
        assert "by performer" in driver.caption
        assert driver.screen.current == "applause"
        await driver.press("o", "o")
        assert "by number" in driver.caption


async def test_a_favourite_is_kept(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("tracks")) as driver:
        await driver.press("j", "f")
        assert "★ favourite" in driver.page
    async with driving(make_app("tracks")) as driver:
        await driver.press("j")
        assert "★ favourite" in driver.page
    kept = tomllib.loads((config / "marks.toml").read_text())["marks"]
    assert list(kept) == ["tracks/i-hate-the-way"]


async def test_a_song_that_the_article_names_says_why_it_is_not_on_the_album(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("tracks")) as driver:
        await driver.press("slash")
        await driver.type("look at us now")
        await driver.press("enter")
        assert driver.screen.current == "look-at-us-now"
        assert "✗ contradicted" in driver.page
        assert "Not on the album of the 2022 film." in driver.page
