"""The palette finds every item by its title or its words, and nothing that is covered."""

import asyncio

from textual.command import CommandPalette

from tests.conftest import MakeApp
from tests.screens.driving import Driver, driving


async def look_for(driver: Driver, words: str, found: str) -> None:
    """Type into the palette until something is found."""
    await driver.press("ctrl+p")
    await driver.type(words)
    await driver.until(found)


async def test_an_item_is_found_by_its_title_and_opened(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await look_for(driver, "come back home", "Tracks")
        await driver.press("enter")
        assert not isinstance(driver.app.screen, CommandPalette)
        assert driver.screen.current == "come-back-home"
        await driver.press("backspace")
        assert driver.screen.SECTION == "news"


async def test_the_shorter_of_two_titles_that_match_alike_comes_first(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await look_for(driver, "luke", "Luke Morrow")
        await driver.press("enter")
        assert driver.screen.current == "luke"


async def test_an_item_is_found_by_a_word_of_its_text(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await look_for(driver, "childhood", "Frankie")


async def test_what_is_covered_is_not_found(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        theory = next(t for t in driver.app.state.library.theories if t.spoiler == "leak")
        await driver.press("ctrl+p")
        await driver.type(theory.title)
        async with asyncio.timeout(10):
            while "No matches found" not in driver.text:
                await driver.rest()
        assert driver.text.count(theory.title) == 1
