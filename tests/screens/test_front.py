"""The entry above the feed: a welcome once, then what one may have missed."""

import tomllib
from pathlib import Path

import pytest

from hearts_tui.widgets.reader import Reader
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving

LAST_TIME = "[visits]\nlast = 2026-11-01T21:04:00Z\n"


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_reader_is_welcomed_and_every_key_does_what_it_means(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app(first_visit=True), size) as driver:
        assert "Welcome" in driver.text
        assert "How much may be told?" in driver.page
        await driver.press("s")
        assert "the said teaser" in driver.notices
        await driver.press("5")
        assert driver.screen.SECTION == "theories"
        await driver.press("1", "j")
        assert driver.screen.current == driver.screen.listed[1]
        await driver.press("q")
    assert driver.app.return_code == 0


async def test_the_welcome_is_one_screen(make_app: MakeApp) -> None:
    async with driving(make_app(first_visit=True)) as driver:
        assert "know what happened" in driver.text
        assert driver.app.screen.query_one(Reader).max_scroll_y == 0


async def test_a_visit_is_kept_and_ends_the_welcome(make_app: MakeApp, config: Path) -> None:
    app = make_app(first_visit=True)
    async with driving(app) as driver:
        file = config / "marks.toml"
        while not file.exists():
            await driver.rest()
    assert tomllib.loads(file.read_text())["visits"]["last"] == app.state.clock()
    async with driving(make_app()) as driver:
        assert "Welcome" not in driver.text


async def test_nothing_new_shows_nothing(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        assert "Since your last visit" not in driver.text
        assert driver.screen.current == driver.screen.listed[0] != "front"


@pytest.mark.parametrize("size", SIZES)
async def test_what_came_about_stands_above_the_feed(
    make_app: MakeApp, config: Path, content_copy: Path, size: tuple[int, int]
) -> None:
    config.mkdir()
    (config / "marks.toml").write_text(LAST_TIME)
    (config / "settings.toml").write_text('hours = "12"\n')
    news, theories = content_copy / "news.toml", content_copy / "theories.toml"
    head, first, second, rest = news.read_text().split("[[news]]", 3)
    first, second = f"\nchanged = 2026-11-20{first}", f"\nchanged = 2026-10-20{second}"
    news.write_text("[[news]]".join([head, first, second, rest]))
    told = 'changed = 2026-11-21\noutcome = "neither"\nid = "t01"'
    theories.write_text(theories.read_text().replace('id = "t01"', told, 1))
    async with driving(make_app(content=content_copy), size) as driver:
        await driver.until("Since your last visit")
        assert driver.screen.current == "front"
        assert "1 new · 1 date · 1 settled" in driver.text
        assert "You were here on 1 Nov 2026, 9:04 pm." in driver.page
        assert "11 Nov 2026: Veterans Day" in driver.page
        assert "Theories: Wedding film or divorce drama?" in driver.page
        await driver.press("slash")
        await driver.type("wedding")
        assert "Since your last visit" not in driver.text
