"""What the app tells stands at the foot of the screen, where it covers nothing."""

from pathlib import Path

import pytest

from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving

LONG = "Your settings can't be saved: " + "word " * 30 + "end."


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.split("\n")]


@pytest.mark.parametrize("size", SIZES)
async def test_a_passing_message_stands_in_place_of_the_keys_and_then_they_are_back(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.press("j")
        before = lines(driver.text)
        driver.app.notify("Counting down to a day.", timeout=60)
        await driver.until("Counting down to a day.")
        after = lines(driver.text)
        assert after[-1].strip() == "Counting down to a day."
        assert after[:-1] == before[:-1]
        driver.app.notify("For a moment.", timeout=0.05)
        await driver.until("q quit")
        assert lines(driver.text) == before


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_warning_is_whole_and_covers_neither_text_nor_keys(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        before = lines(driver.text)
        driver.app.notify(LONG, severity="warning")
        await driver.until("end.")
        after = lines(driver.text)
        told = [line.strip() for line in after if line.strip() in LONG and line.strip()]
        assert " ".join(told) == LONG
        assert after[-1] == before[-1]
        room = size[1] - 1 - len(told)
        assert driver.screen.split_view.size.height == room - 1
        await driver.press("escape")
        assert lines(driver.text) == before


async def test_the_cursor_stays_in_sight_where_a_warning_takes_its_row(make_app: MakeApp) -> None:
    async with driving(make_app("cast"), (40, 12)) as driver:
        await driver.press("ctrl+d")
        driver.app.notify(LONG, severity="warning")
        await driver.until("end.")
        item_list = driver.screen.item_list
        assert item_list.highlighted is not None
        row = item_list._index_to_line[item_list.highlighted] - item_list.scroll_offset.y
        assert 0 <= row < item_list.size.height


async def test_warnings_that_have_no_room_wait_until_the_first_are_read(make_app: MakeApp) -> None:
    async with driving(make_app("news"), (40, 12)) as driver:
        driver.app.notify(LONG, severity="warning", timeout=0.05)
        driver.app.notify("The second.", severity="error", timeout=60)
        driver.app.notify("The second.", severity="error", timeout=60)
        await driver.until("The second.")
        assert "end." not in driver.text
        assert driver.text.count("The second.") == 1


async def test_a_warning_stays_on_all_screens_and_what_is_passing_does_not(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("news")) as driver:
        driver.app.notify("A warning.", severity="warning")
        driver.app.notify("In passing.")
        await driver.until("In passing.")
        await driver.press("3")
        assert "A warning." in driver.text
        assert "In passing." not in driver.text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["comma", "question_mark", "ctrl+p"])
async def test_a_window_gives_room_to_a_message(
    make_app: MakeApp, size: tuple[int, int], key: str
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.press(key, "ctrl+c")
        assert lines(driver.text)[-1].strip() == "Press Esc to go back, then q to quit."
        window = driver.app.screen.query_one(".window").region
        assert window.bottom <= size[1] - 1


async def test_what_a_window_tells_in_passing_goes_with_it(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("comma", "ctrl+c")
        assert "Press Esc to go back" in driver.text
        await driver.press("escape")
        assert "Press Esc to go back" not in driver.text
        assert "q quit" in driver.text


async def test_markup_in_a_message_is_text(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('theme = "[bold]x[/]"\n')
    async with driving(make_app("news"), (120, 40)) as driver:
        assert "[bold]x[/]" in driver.text
