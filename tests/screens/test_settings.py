"""The settings window, by keyboard."""

import tomllib
from pathlib import Path

import pytest

from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving


@pytest.mark.parametrize("size", SIZES)
async def test_the_colours_change_at_once_and_stay(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.press("comma", "enter", "j", "j", "enter")
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
        await driver.press("comma", "G", "enter")
        await driver.type("Mars")
        await driver.press("enter")
        assert "Mars is no zone; one looks like Europe/Berlin." in driver.notices
        assert not (config / "settings.toml").exists()
        await driver.type("Europe/Berlin")
        await driver.press("enter")
        assert "Zone: Europe/Berlin" in driver.text
