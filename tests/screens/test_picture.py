"""Emblems and portraits in the cast, and the title on the about page."""

from pathlib import Path

import pytest
from PIL import Image

from hearts_tui.domain.address import Section
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving

WIDE, USUAL, NARROW = SIZES

MOST_ROWS = 10
"""Lines that a picture at the head of a page takes."""


def portrait(config: Path, size: tuple[int, int], name: str = "cassie") -> None:
    """Put a red picture into the user's folder."""
    folder = config / "portraits"
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, (200, 30, 30)).save(folder / f"{name}.png")


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_an_emblem_stands_beside_the_name(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("cast"), size) as driver:
        head = driver.text.splitlines()[1]
        assert head.index("▄") < head.index("Cassie Salazar")
        assert "p picture" not in driver.text
        await driver.press("p")
        assert driver.screen.listing.section == "cast"


async def test_a_narrow_window_shows_it_on_a_key(make_app: MakeApp) -> None:
    async with driving(make_app("cast"), NARROW) as driver:
        await driver.press("enter")
        assert "p shows the picture" in driver.text
        assert "▀" not in driver.text
        await driver.press("p")
        assert "▀" in driver.text
        assert "A microphone and a heart" in driver.page
        await driver.press("p")
        assert driver.screen.listing.section == "cast"


async def test_it_comes_and_goes_with_the_size_of_the_window(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.resize(76, 24)
        assert "▀" not in driver.text
        assert "p picture" in driver.text
        await driver.resize(80, 24)
        assert "▀" in driver.text
        assert "p picture" not in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_offered_for_who_has_none(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("cast"), size) as driver:
        await driver.press("G")
        assert "picture" not in driver.text + driver.page
        await driver.press("p")
        assert driver.screen.listing.section == "cast"
        assert driver.notices == ""


async def test_a_small_portrait_of_the_user_s_own_takes_the_emblem_s_place(
    make_app: MakeApp, config: Path
) -> None:
    portrait(config, (20, 2 * MOST_ROWS))
    async with driving(make_app("cast")) as driver:
        rows = [line for line in driver.text.splitlines() if "█" * 20 in line]
        assert len(rows) == MOST_ROWS
        assert "p picture" not in driver.text


@pytest.mark.parametrize("size", [(30, 30), (44, 10), (600, 800)])
async def test_a_larger_one_is_shown_on_a_key(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    portrait(config, size)
    async with driving(make_app("cast")) as driver:
        assert "█" not in driver.text
        assert "p picture" in driver.text
        await driver.press("p")
        assert "█" in driver.text
        assert "Your own picture" in driver.page


async def test_a_portrait_that_can_t_be_read_is_told_of_and_the_emblem_stays(
    make_app: MakeApp, config: Path
) -> None:
    portrait(config, (8, 8), "cassie")
    (config / "portraits" / "luke.png").write_text("no picture")
    async with driving(make_app("cast")) as driver:
        await driver.press("j")
        assert "luke.png is no PNG picture." in driver.notices
        assert "▀" in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_plain_characters_stand_in_where_there_are_no_colors(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    app = make_app("cast")
    app.state.has_pixels = False
    async with driving(app, size) as driver:
        assert "▀" not in driver.text
        await driver.press("enter", *(["p"] if size == NARROW else []))
        assert ".---." in driver.text


async def test_a_hidden_one_is_neither_shown_nor_offered(
    make_app: MakeApp, content_copy: Path
) -> None:
    cast = content_copy / "cast.toml"
    cast.write_text(cast.read_text().replace('spoiler = "none"', 'spoiler = "film"'))
    async with driving(make_app("cast", content=content_copy), NARROW) as driver:
        await driver.press("enter", "p")
        assert driver.screen.listing.section == "cast"
        assert "picture" not in driver.page
        await driver.press("x", "p")
        assert "A microphone and a heart" in driver.page


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
