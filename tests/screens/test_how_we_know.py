"""The page that checks the rumor, by keyboard."""

from pathlib import Path

import pytest
from textual.widgets import Input

from hearts_tui.domain.rumor_check import Verdict
from hearts_tui.widgets.item_page import HOW_WE_KNOW
from hearts_tui.widgets.reader import Reader
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving


@pytest.fixture
def sees_everything(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('seen_film = "yes"\nsequel_rumors = "show"\n')


def top_line(driver: Driver) -> str:
    """Return the first line of the page that is in sight."""
    region = driver.app.screen.query_one(Reader).region
    return driver.text.splitlines()[region.y][region.x : region.right].strip()


@pytest.mark.parametrize("size", SIZES)
async def test_the_statements_are_grouped_and_counted(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.press("b")
        groups = driver.app.state.library.rumor_check.by_verdict()
        places = [driver.page.index(f"({len(groups[verdict])})") for verdict in Verdict]
        assert places == sorted(places)
        for verdict in Verdict:
            line = next(each for each in driver.page.splitlines() if f" {verdict} " in each)
            assert line.endswith(str(len(groups[verdict])))
        assert driver.page.rindex("The signs") > places[-1]


async def test_what_is_hidden_takes_one_line_a_group(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("b")
        assert driver.page.count("are hidden as spoilers") == 3
        assert "░" not in driver.page
        statements = driver.app.state.library.rumor_check.statements
        hidden = [each.says for each in statements if each.spoiler != "none"]
        assert not any(says in driver.page for says in hidden)
        await driver.press("slash")
        await driver.type(hidden[0])
        assert driver.page == "Nothing here matches."


@pytest.mark.usefixtures("sees_everything")
@pytest.mark.parametrize("size", SIZES)
async def test_n_goes_to_the_next_wrong_one_and_capital_n_back(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.press("b")
        wrong = driver.app.state.library.rumor_check.by_verdict()[Verdict.WRONG]
        await driver.press("N" if size == (80, 24) else "n")
        for number in (0, 1, 2):
            if size != (80, 24):
                assert top_line(driver).startswith(f"✗ {wrong[number].says[:20]}")
            await driver.press("n")
        await driver.press(*["n"] * len(wrong))
        assert f"✗ {wrong[-1].says[:20]}" in driver.text
        await driver.press(*["N"] * len(wrong))
        assert top_line(driver).startswith(f"✗ {wrong[0].says[:20]}")


@pytest.mark.parametrize("size", SIZES)
async def test_a_link_is_reached_by_tab_and_followed(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("tracks"), size) as driver:
        await driver.press("b", "tab", "tab")
        target = driver.document.links[1]
        await driver.press("enter")
        assert str(driver.screen.listing.address(driver.screen.current or "")) == target
        await driver.press("backspace")
        assert driver.screen.listing.section == "tracks"


async def test_enter_without_a_marked_link_marks_the_first(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        await driver.press("b")
        target = driver.document.links[0]
        await driver.press("enter", "enter")
        assert str(driver.screen.listing.address(driver.screen.current or "")) == target


async def test_n_and_enter_lead_to_the_page_of_a_wrong_statement(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        wrong = driver.app.state.library.rumor_check.by_verdict()[Verdict.WRONG]
        first = next(each for each in wrong if each.spoiler == "none")
        await driver.press("b", "n", "enter")
        assert driver.screen.listing.address(driver.screen.current or "") == first.item


async def test_the_filter_finds_statements_with_what_is_so(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("b", "slash")
        await driver.type("lance corporal")
        assert "✗ Luke is a Marine sergeant.\n" in driver.page
        assert "A lance corporal, and new at it." in driver.page
        assert "What it gets right" not in driver.page
        await driver.press("enter", "n")
        assert not isinstance(driver.app.focused, Input)
        await driver.press("enter")
        assert driver.screen.listing.section in ("news", "cast")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", ["lance corporal", "azqx"])
async def test_esc_after_a_filter_leads_back_to_where_one_was(
    make_app: MakeApp, size: tuple[int, int], words: str
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.press("b", "space", "space", "j")
        line = top_line(driver)
        await driver.press("slash")
        await driver.type(words)
        assert top_line(driver) != line
        await driver.press("escape")
        assert top_line(driver) == line


async def test_a_rumor_links_to_it(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("j", "enter")
        await driver.press(*["tab"] * (driver.document.links.index(HOW_WE_KNOW) + 1))
        await driver.press("enter")
        assert "What it gets right" in driver.page
