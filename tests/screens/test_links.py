"""Links between the pages, by keyboard and by mouse."""

import pytest

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.web_address import is_web_address
from hearts_tui.widgets.document import Document
from hearts_tui.widgets.item_page import HOW_WE_KNOW, MORE_MENTIONS
from hearts_tui.widgets.links import address_of
from hearts_tui.widgets.markdown import to_paragraphs
from hearts_tui.widgets.reader import Reader
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving


def place(driver: Driver) -> str:
    """Return the address of what is in front."""
    current = driver.screen.current
    assert current is not None
    return str(driver.screen.listing.address(current))


@pytest.mark.parametrize("size", SIZES)
async def test_a_link_is_followed_and_one_finds_the_way_back(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("cast"), size) as driver:
        await driver.press("j", "j", "enter")
        assert place(driver) == "cast/frankie"
        links = driver.document.links
        await driver.press("tab", "enter")
        assert place(driver) == links[0]
        assert isinstance(driver.screen.focused, Reader)
        second = driver.document.links[0]
        await driver.press("tab", "enter")
        assert place(driver) == second
        await driver.press("backspace")
        assert place(driver) == links[0]
        await driver.press("ctrl+o")
        assert place(driver) == "cast/frankie"
        await driver.press("backspace", "right_square_bracket", "right_square_bracket")
        assert place(driver) == second
        await driver.press("right_square_bracket")
        assert place(driver) == second


async def test_a_click_on_a_link_follows_it(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("enter", "space")
        x, y, address = next(
            (x, y, address)
            for y in range(24)
            for x in range(80)
            if (address := address_of(driver.screen.get_style_at(x, y).meta))
        )
        await driver.click(x, y)
        assert place(driver) == address
        await driver.press("backspace")
        assert place(driver) == "cast/cassie"


async def test_tab_goes_through_the_links_and_on_to_the_next_pane(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("tab")
        assert isinstance(driver.screen.focused, Reader)
        count = len(driver.document.links)
        assert count > 2
        await driver.press(*["tab"] * (count - 1))
        assert isinstance(driver.screen.focused, Reader)
        await driver.press("shift+tab", "tab", "tab")
        assert driver.screen.focused is driver.screen.item_list
        # The last link that stays in hearts opens the page that checks the rumor.
        kinds = [is_web_address(link) for link in driver.document.links]
        assert kinds == sorted(kinds), "links to the web come after all others"
        await driver.press(*["shift+tab"] * (kinds.count(True) + 3), "enter")
        assert place(driver) != "cast/cassie"


def test_a_link_that_goes_over_two_lines_of_its_file_is_one_link() -> None:
    text = "See [the *rumored*\ndate](news/a), [b](news/b) and [c](news/b)."
    assert Document(to_paragraphs(text)).links == ["news/a", "news/b", "news/b"]


async def test_tab_in_the_list_leads_to_the_first_link_in_sight(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("j")
        target = driver.document.links[0]
        await driver.press("tab")
        assert driver.app.screen.query_one(Reader).scroll_offset.y == 0
        await driver.press("enter")
        assert place(driver) == target


async def test_tab_goes_on_from_what_is_in_sight(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("j", "l", "G")
        reader = driver.app.screen.query_one(Reader)
        bottom = reader.scroll_offset.y
        assert bottom
        await driver.press("tab")
        assert reader.scroll_offset.y == bottom
        assert reader.marked_link is not None


async def test_a_link_leads_to_an_item_that_a_filter_hides(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("slash")
        await driver.type("cassie")
        await driver.press("enter", "enter")
        target = driver.document.links[-1]
        await driver.press("shift+tab", "shift+tab", "shift+tab")
        driver.app.navigation.go_to(Address.parse("cast/riley"))
        await driver.press("g")
        assert place(driver) == "cast/riley"
        assert target


@pytest.mark.parametrize("start", list(Section))
async def test_every_link_of_every_page_leads_to_a_page(make_app: MakeApp, start: str) -> None:
    async with driving(make_app(start)) as driver:
        index = driver.app.state.index
        links: set[str] = set()
        for item in driver.screen.listing.items:
            page = driver.screen.listing.page(item)
            assert page is not None
            links |= {*page.whole.links, *page.story.links, *page.beside.links}
        links = {link for link in links if not is_web_address(link)}
        addresses = {link.removeprefix(MORE_MENTIONS) for link in links - {HOW_WE_KNOW}}
        assert addresses
        assert [name for name in addresses if Address.parse(name) not in index] == []


@pytest.mark.parametrize("each", [10, pytest.param(1, marks=pytest.mark.slow)])
async def test_every_page_can_be_gone_to(make_app: MakeApp, each: int) -> None:
    async with driving(make_app("news")) as driver:
        for address in [*driver.app.state.index][::each]:
            driver.app.navigation.go_to(address)
            await driver.settle()
            assert place(driver) == str(address)
            assert driver.page
