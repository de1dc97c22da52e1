"""The settings window, by keyboard."""

import tomllib
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving


@pytest.mark.parametrize("size", SIZES)
async def test_the_colours_change_at_once_and_stay(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.open_setting("colours")
        await driver.press("j", "j", "enter")
        assert driver.app.theme == "hearts-light"
        assert "Colours: light" in driver.text
        await driver.press("escape")
        assert driver.screen.SECTION == "news"
    assert tomllib.loads((config / "settings.toml").read_text())["theme"] == "light"
    async with driving(make_app("news"), size) as driver:
        assert driver.app.theme == "hearts-light"


async def test_esc_leaves_everything_as_it_was(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("comma", "enter", "escape", "escape")
        assert driver.screen.SECTION == "news"
    assert not (config / "settings.toml").exists()


async def test_a_zone_that_nobody_knows_is_told_of(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("news")) as driver:
        await driver.open_setting("zone")
        await driver.type("Mars")
        await driver.press("enter")
        assert "Mars is no zone; one looks like Europe/Berlin." in driver.text
        assert not (config / "settings.toml").exists()
        await driver.press("home", "right", "delete", "delete", "delete")
        await driver.press("backspace")
        await driver.type("Europe/Berlin")
        await driver.press("enter")
        assert "Zone: Europe/Berlin" in driver.text


async def test_how_much_is_told_is_a_setting_too(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("j")
        assert "custody" not in driver.text
        await driver.open_setting("how much may be told")
        await driver.press("G", "enter")
        assert "How much may be told: leak" in driver.text
        await driver.press("escape")
        assert "custody" in driver.text
        await driver.press("s", "comma")
        assert "How much may be told: none" in driver.text
    assert tomllib.loads((config / "settings.toml").read_text())["spoilers"] == "none"


async def test_hours_are_written_as_the_user_likes(make_app: MakeApp) -> None:
    async with driving(make_app("countdown")) as driver:
        driver.screen.open_at("film-release")
        assert "Where you are: 29 Jul 2022, 07:00." in driver.page
        await driver.open_setting("clock")
        await driver.press("G", "enter", "escape")
        assert "Where you are: 29 Jul 2022, 7:00 am." in driver.page


async def test_the_help_and_the_about_page_are_searched(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("question_mark", "slash")
        await driver.type("mark all")
        assert "MMark all of the list read" in driver.page
        assert "Topic" not in driver.page
        await driver.type("xyz")
        assert driver.page == "Nothing here matches."
        await driver.press("escape", "escape", "i", "slash")
        await driver.type("official")
        assert driver.page.count("\n") == 0


async def test_with_less_motion_the_seconds_stand_still(make_app: MakeApp) -> None:
    async with driving(make_app("countdown")) as driver:
        assert "152 d 12:00:00" in driver.shown(".hero-line")
        await driver.open_setting("moves")
        await driver.press("G", "enter", "escape")
        assert driver.shown(".hero-line") == "152 d 12:00"
        assert "seconds" not in driver.text
        assert "minutes" in driver.text


async def test_with_less_motion_no_cursor_blinks(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        for blinks in (True, False):
            await driver.press("ctrl+p")
            assert isinstance(driver.app.focused, Input)
            assert driver.app.focused.cursor_blink is blinks
            await driver.press("escape")
            if blinks:
                await driver.open_setting("moves")
                await driver.press("G", "enter", "escape")
