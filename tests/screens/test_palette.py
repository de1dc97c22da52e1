"""The palette finds what pages tell and what can be done, and nothing that is hidden."""

from pathlib import Path
from time import perf_counter

import pytest

from hearts_tui.domain.settings import Look
from hearts_tui.screens.commands import Command
from hearts_tui.screens.palette_dialog import Palette
from hearts_tui.widgets.item_list import ItemList
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving


async def look_for(driver: Driver, words: str) -> list[str]:
    """Type into the palette, and return what it lists."""
    await driver.press("ctrl+p")
    await driver.type(words)
    return found(driver)


def found(driver: Driver) -> list[str]:
    """Return the titles and addresses of what the palette lists."""
    palette = driver.app.screen
    assert isinstance(palette, Palette)
    listed = [palette._found[each] for each in palette.query_one(ItemList).ids]
    return [each.title if isinstance(each, Command) else str(each.address) for each in listed]


@pytest.fixture
def sees_everything(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('seen_film = "yes"\nsequel_rumors = "show"\n')


@pytest.mark.parametrize("size", SIZES)
async def test_an_item_is_found_by_its_title_and_opened(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        await look_for(driver, "come back home")
        assert "Tracks" in driver.text
        await driver.press("enter")
        assert driver.screen.current == "come-back-home"
        await driver.press("backspace")
        assert driver.screen.listing.section == "news"


async def test_the_shorter_of_two_titles_that_match_alike_comes_first(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        assert (await look_for(driver, "luke"))[0] == "cast/luke"


@pytest.mark.usefixtures("sees_everything")
@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("dog", "film/word-peaches"),
        ("childhood", "cast/frankie"),
        ("insulin", "cast/cassie"),
        ("PEACHES", "film/word-peaches"),
    ],
)
async def test_an_item_is_found_by_a_word_of_its_page(
    make_app: MakeApp, words: str, address: str
) -> None:
    async with driving(make_app("news")) as driver:
        listed = await look_for(driver, words)
        assert address in listed[:8]
        if words == "dog":
            assert listed[0] == address


@pytest.mark.usefixtures("sees_everything")
async def test_whole_words_come_first_and_scattered_letters_only_where_nothing_has_the_words(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("news")) as driver:
        listed = await look_for(driver, "dog")
        texts = {str(text.address): text for text in driver.app.state.searchable}
        assert all("dog" in texts[address].whole for address in listed)
        await driver.press("escape")
        assert "tracks/come-back-home" in await look_for(driver, "cmbckhm")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("score", "See your score"),
        ("vote", "Vote for it"),
        ("note", "Add a note to your vote"),
        ("theme", "Colors: auto, dark, light, contrast"),
        ("dark", "Colors: auto, dark, light, contrast"),
        ("verdict", "Set the verdict"),
        ("spoiler", "Choose what's a spoiler"),
        ("add a theory", "Add a theory of your own"),
        ("withdraw my vote", "Withdraw your vote"),
        ("star", "Star it, or take the star away"),
        ("rate", "Rate it a star higher"),
        ("quit", "Quit; everything is saved"),
        ("how we know", "See how we know"),
    ],
)
async def test_actions_are_found_by_the_words_that_people_use(
    make_app: MakeApp, words: str, title: str
) -> None:
    async with driving(make_app("news")) as driver:
        assert title in (await look_for(driver, words))[:4]


@pytest.mark.parametrize("size", SIZES)
async def test_an_action_goes_to_its_screen_first(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("cast"), size) as driver:
        await look_for(driver, "your score")
        await driver.press("enter")
        assert "Your score" in driver.text
        await driver.press("escape")
        assert driver.screen.listing.section == "theories"


async def test_what_acts_on_an_item_waits_for_one_to_be_picked(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await look_for(driver, "withdraw")
        await driver.press("enter")
        assert driver.screen.listing.section == "theories"
        assert driver.notices == "Pick one, then press w."


async def test_an_action_of_the_screen_in_front_is_done_there(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        await driver.press("j")
        await look_for(driver, "rate higher")
        await driver.press("enter")
        assert list(driver.app.state.marks.ratings.values()) == [1]
        assert driver.screen.listing.section == "tracks"


async def test_a_setting_is_changed_from_the_palette(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        await look_for(driver, "colors")
        await driver.press("enter", "G", "enter")
        assert driver.app.state.settings.theme is Look.CONTRAST
        assert driver.screen.listing.section == "tracks"


async def test_without_a_word_the_actions_of_the_screen_come_first(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        listed = await look_for(driver, "")
        assert "Sort the list another way" in listed[:4]
        await driver.press("down", "up", "escape")
        assert driver.screen.listing.section == "tracks"


async def test_what_is_hidden_is_not_found(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        assert "film/word-peaches" not in await look_for(driver, "very good dog")
        await driver.press("escape", "s", "enter", "j", "enter", "escape")
        assert "film/word-peaches" in await look_for(driver, "very good dog")


async def test_nothing_found_is_said(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        assert await look_for(driver, "qqqqqq") == []
        assert "No matches found." in driver.text
        await driver.press("enter", "backspace", "escape")
        assert driver.screen.listing.section == "news"


async def test_thousands_of_items_are_looked_through_between_two_keys(
    make_app: MakeApp, many_news: Path
) -> None:
    async with driving(make_app(content=many_news)) as driver:
        await look_for(driver, "")
        palette = driver.app.screen
        assert isinstance(palette, Palette)
        began = perf_counter()
        for query in ("w", "we", "wed", "q", "e", "wedding netflix"):
            palette._show(query)
        assert perf_counter() - began < 6 * 0.5
