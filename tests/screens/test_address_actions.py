"""Addresses leave by hand: copied by way of the terminal, or as a QR code."""

import pytest
from segno import make_qr
from textual.widgets import Static

from hearts_tui.domain.settings import SeenFilm
from hearts_tui.domain.web_address import is_web_address
from hearts_tui.screens.qr_dialog import QrDialog
from hearts_tui.widgets.qr_code import Form, qr_code
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving


async def go_to_source(driver: Driver) -> str:
    """Mark the first link that leads out of hearts, and return where it leads."""
    await driver.press("enter")
    number, url = next(
        (number, link) for number, link in enumerate(driver.document.links) if is_web_address(link)
    )
    await driver.press(*["tab"] * (number + 1))
    return url


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_in_front_is_copied(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("cast"), size) as driver:
        await driver.press("y")
        assert driver.app.clipboard == "hearts show cast/cassie"
        assert driver.notices == "Copied: hearts show cast/cassie"
        await driver.press("j", "enter", "y")
        assert driver.app.clipboard == "hearts show cast/luke"


async def test_of_a_link_its_address_is_copied(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("enter", "tab", "y")
        assert driver.app.clipboard == driver.document.links[0]


async def test_of_a_source_the_page_on_the_web_is_copied(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        url = await go_to_source(driver)
        await driver.press("y")
        assert driver.app.clipboard == url
        assert driver.notices == f"Copied: {url}"


async def test_a_source_is_not_opened_but_told_how_to_take_along(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        url = await go_to_source(driver)
        await driver.press("enter")
        assert driver.notices.startswith("hearts opens no web pages. y copies the link")
        assert driver.screen.reader.marked_link == url


async def test_the_question_whether_the_film_was_seen_goes_first(make_app: MakeApp) -> None:
    async with driving(make_app("news", first_visit=True)) as driver:
        await driver.press("y")
        assert driver.app.state.settings.seen_film is SeenFilm.YES
        assert driver.app.clipboard == ""
        await driver.press("j", "y")
        assert driver.app.clipboard == "hearts today"


async def test_the_welcome_has_no_address(make_app: MakeApp) -> None:
    async with driving(make_app("news", first_visit=True)) as driver:
        await driver.press("n", "y", "Q")
        assert driver.app.clipboard == ""
        assert driver.notices == "Nothing to copy here. Go to a link or an item first."


async def test_in_a_window_with_links_the_marked_one_is_copied(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("b", "y")
        assert driver.notices == "Nothing to copy here. Go to a link or an item first."
        await driver.press("tab", "y")
        assert driver.app.clipboard == driver.document.links[0]
        address = driver.document.links[0]
        await driver.press("Q")
        assert driver.shown(".qr-text") == address


def modules(text: str) -> list[list[bool]]:
    """Return the rows of a code, true where a module is white, with the border around it."""
    return [
        [not module for module in row] for row in make_qr(text, error="l").matrix_iter(border=2)
    ]


def drawn(driver: Driver) -> list[str]:
    """Return the lines of the code, without the blanks around them."""
    code = driver.app.screen.query_one(".qr-code", Static)
    region = code.content_region
    lines = driver.text.split("\n")[region.y : region.bottom]
    return [line[region.x : region.right] for line in lines]


@pytest.mark.parametrize("key", ["escape", "q", "Q"])
async def test_a_link_is_shown_as_a_code_with_its_text_below(make_app: MakeApp, key: str) -> None:
    async with driving(make_app("tracks"), (100, 40)) as driver:
        url = await go_to_source(driver)
        await driver.press("Q")
        assert isinstance(driver.app.screen, QrDialog)
        halves = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}
        rows = [[halves[cell][half] for cell in line] for line in drawn(driver) for half in (0, 1)]
        border, *code = rows
        assert code == modules(url)
        assert all(border)
        assert url in driver.text
        await driver.press("y")
        assert driver.app.clipboard == url
        await driver.press(key)
        assert not isinstance(driver.app.screen, QrDialog)
        assert driver.screen.reader.marked_link == url


def test_where_there_is_only_ascii_a_white_module_is_two_signs() -> None:
    lines = [line.plain for line in qr_code("cast/luke", Form(has_halves=False))]
    assert [[cell == "#" for cell in line[::2]] for line in lines] == modules("cast/luke")
    assert [line[::2] for line in lines] == [line[1::2] for line in lines]


async def test_where_the_window_is_too_small_it_says_how_large_it_must_be(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("cast"), (40, 12)) as driver:
        await driver.press("Q")
        shown = driver.shown(".qr-code")
        assert shown.startswith("This QR code needs a window of 29x17; this one has 40x12.")
        assert "y copies the link instead." in " ".join(driver.text.split())
        await driver.resize(30, 17)
        assert len(drawn(driver)) == 15
        await driver.resize(40, 12)
        assert driver.shown(".qr-code") == shown


async def test_actions_are_found_in_the_palette(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("ctrl+p")
        await driver.type("clipboard")
        await driver.press("enter")
        assert driver.app.clipboard == "hearts show cast/cassie"
        await driver.press("ctrl+p")
        await driver.type("qr code")
        await driver.press("enter")
        assert isinstance(driver.app.screen, QrDialog)
