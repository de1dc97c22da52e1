"""Emblems and portraits in the cast, and the title on the about page."""

from pathlib import Path

import pytest
from PIL import Image

from hearts_tui.domain.address import Section
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving


@pytest.mark.parametrize("size", SIZES)
async def test_an_emblem_is_shown_and_goes_away(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("cast"), size) as driver:
        await driver.press("p")
        assert "▀" in driver.text
        assert "A microphone and a heart" in driver.page
        await driver.press("p")
        assert driver.screen.SECTION == "cast"


async def test_who_has_none_is_told_of(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("G", "p")
        assert "There is no picture of" in driver.notices


async def test_a_portrait_of_the_user_s_own_takes_its_place(
    make_app: MakeApp, config: Path
) -> None:
    folder = config / "portraits"
    folder.mkdir(parents=True)
    Image.new("RGB", (30, 30), (200, 30, 30)).save(folder / "cassie.png")
    (folder / "luke.png").write_text("no picture")
    async with driving(make_app("cast")) as driver:
        await driver.press("p")
        assert "Your own picture" in driver.page
        await driver.press("escape", "j", "p")
        assert "luke.png is no PNG picture." in driver.notices
        assert "dog tags" in driver.page


async def test_plain_characters_stand_in_where_there_are_no_colours(make_app: MakeApp) -> None:
    app = make_app("cast")
    app.state.has_pixels = False
    async with driving(app) as driver:
        await driver.press("p")
        art = driver.page.partition("A microphone")[0]
        assert art.isascii()
        assert art.strip()


async def test_a_covered_one_is_not_shown(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('spoilers = "none"\n')
    async with driving(make_app("cast")) as driver:
        covered = [p.id for p in driver.app.state.library.people if p.spoiler != "none"]
        for name in covered[:1]:
            driver.screen.open_at(name)
            await driver.press("p")
            assert "This one is covered" in driver.notices


@pytest.mark.parametrize("section", list(Section))
async def test_the_title_stands_on_the_about_page_where_there_is_room(
    make_app: MakeApp, section: Section
) -> None:
    async with driving(make_app(section)) as driver:
        await driver.press("i")
        assert "▄" in driver.text
        await driver.resize(40, 12)
        assert "▄▄▄" not in driver.text
        assert "About hearts" in driver.text
