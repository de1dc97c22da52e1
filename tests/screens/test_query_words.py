"""The words of a query in the filter of a list and in the palette."""

import pytest
from textual.widgets import Static

from hearts_tui.domain.item import Status
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving


async def type_in(driver: Driver, text: str) -> None:
    names = {":": "colon", " ": "space", "-": "minus"}
    await driver.press(*(names.get(char, char) for char in text))


@pytest.mark.parametrize("size", SIZES)
async def test_a_list_is_narrowed_down_by_conditions(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app(), size) as driver:
        await driver.press("slash")
        await type_in(driver, "status:rumor topic:music")
        shown = driver.screen.list_pane.shown
        assert shown
        assert {(item.status, item.topic) for item in shown} == {(Status.RUMOR, "music")}
        assert [*driver.screen.listed] == [item.id for item in shown]


@pytest.mark.parametrize("size", SIZES)
async def test_what_makes_no_sense_is_told_whole_and_nothing_is_lost(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app(), size) as driver:
        await driver.press("slash")
        await type_in(driver, "music since:2026-13")
        caption = driver.screen.query_one(".caption", Static)
        told = "since:2026-13? A day is 2026-01-31, a month 2026-01, a year 2026."
        assert str(caption.content) == told
        assert " ".join(told.split()) in " ".join(
            " ".join(line.strip() for line in lines(caption)).split()
        )
        assert driver.screen.list_pane.query_text == "music since:2026-13"
        found = [item.id for item in driver.screen.list_pane.shown]
        assert found
        await driver.press("backspace", "backspace", "0", "1")
        assert "A day is" not in str(caption.content)
        assert caption.size.height == 1
        assert len(driver.screen.list_pane.shown) <= len(found)


def lines(line: Static) -> list[str]:
    return [line.render_line(row).text for row in range(line.size.height)]


async def test_unread_goes_by_what_was_read(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("slash")
        await type_in(driver, "unread")
        before = len(driver.screen.list_pane.shown)
        await driver.press("enter", "m")
        await driver.press("slash")
        assert len(driver.screen.list_pane.shown) == before - 1


async def test_the_palette_takes_the_same_words(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("ctrl+p")
        await type_in(driver, "status:debunked abba")
        assert "Lay All Your Love on Me" in driver.text
        await type_in(driver, " since:x")
        assert "since:x? A day is 2026-01-31" in driver.text
        assert "Lay All Your Love on Me" in driver.text


async def test_the_help_tells_of_them(make_app: MakeApp) -> None:
    for start in ("news", "theories"):
        async with driving(make_app(start), (120, 60)) as driver:
            await driver.press("question_mark", "G")
            assert "status:rumor" in driver.text
