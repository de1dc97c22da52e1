"""What the eye meets: columns, one grey, one cursor, windows that keep their size."""

from itertools import pairwise
from pathlib import Path

import pytest
from rich.color import Color
from textual.geometry import Region

from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.compose import build_app
from hearts_tui.domain.address import Section
from hearts_tui.terminal.capabilities import Capabilities
from hearts_tui.widgets.big_digits import BigDigits
from tests.conftest import NOW, MakeApp
from tests.screens.driving import SIZES, Driver, driving


def lines(driver: Driver) -> list[str]:
    return driver.text.split("\n")


def color_of(driver: Driver, words: str) -> Color | None:
    """Return the color in which some words stand, at the first place that has them."""
    for strip in driver.app.screen._compositor.render_strips():
        for segment in strip:
            if words in segment.text:
                return segment.style.color if segment.style else None
    raise AssertionError(words)


def grounds(driver: Driver, region: Region) -> set[Color | None]:
    """Return the colors of the ground in a part of the terminal, spaces included."""
    strips = driver.app.screen._compositor.render_strips()
    return {
        segment.style.bgcolor if segment.style else None
        for strip in strips[region.y : region.bottom]
        for segment in strip.crop(region.x, region.right)
    }


def window(driver: Driver) -> Region:
    return driver.app.screen.query_one(".window").region


@pytest.mark.parametrize("start", ["news", "countdown", "cast"])
@pytest.mark.parametrize("look", ["auto", "light"])
async def test_the_details_of_a_list_have_the_grey_of_its_caption(
    make_app: MakeApp, config: Path, start: str, look: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(f'theme = "{look}"\n')
    detail = {"news": "Nov 11, 2026", "countdown": "Apr 10, 2027", "cast": "Sofia Carson"}[start]
    async with driving(make_app(start)) as driver:
        caption = driver.caption.split("·")[-1].strip()
        assert color_of(driver, detail) == color_of(driver, caption)


async def test_options_show_no_cursor_while_the_list_has_the_focus(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        options = driver.app.screen.query_one(".options").region
        assert len(grounds(driver, options)) == 1
        await driver.press("enter")
        assert len(grounds(driver, options)) == 2


@pytest.mark.parametrize("key", ["t", "comma", "question_mark", "i", "b", "ctrl+p"])
@pytest.mark.parametrize("size", SIZES)
async def test_a_window_keeps_its_size_while_one_filters(
    make_app: MakeApp, key: str, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.press(key)
        before = window(driver)
        await driver.press("slash")
        assert window(driver) == before
        await driver.type("fi")
        assert window(driver) == before
        await driver.type("zz")
        assert window(driver) == before


async def test_topics_of_theories_stand_in_a_column(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        topics = {theory.topic for theory in driver.app.state.library.theories}
        left = [line[:33].rstrip() for line in lines(driver)[2:-1]]
        ends = {len(line) for line in left if line.split("  ")[-1].strip() in topics}
        assert len(ends) == 1


async def test_the_help_tells_of_all_screens_in_one_line(make_app: MakeApp) -> None:
    async with driving(make_app("news"), (120, 60)) as driver:
        await driver.press("question_mark")
        assert "1 to 6" in driver.text
        assert driver.text.count("Go to a screen") == 1
        assert "Go to Cast" not in driver.text


async def test_the_help_tells_of_a_key_of_ones_own_for_a_screen(
    make_app: MakeApp, config: Path
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('[keys]\n"go.cast" = "C"\n')
    async with driving(make_app("news"), (120, 60)) as driver:
        await driver.press("question_mark")
        assert "Go to Cast" in driver.text


@pytest.mark.parametrize("start", ["news", "cast", "tracks", "countdown", "theories", "film"])
async def test_sources_have_a_blank_line_above(make_app: MakeApp, start: str) -> None:
    async with driving(make_app(start)) as driver:
        for _ in range(6):
            story = driver.page.splitlines()
            for above, line in pairwise(story):
                assert not (line.startswith("Source") and above)
            assert not [1 for a, b in pairwise(story[1:]) if not a and not b]
            await driver.press("j")


@pytest.mark.parametrize("who", ["cassie", "luke"])
async def test_many_mentions_wait_behind_a_line_that_shows_them(
    make_app: MakeApp, who: str
) -> None:
    async with driving(make_app("cast"), (120, 40)) as driver:
        driver.screen.open_at(who)
        await driver.settle()
        (more,) = [line for line in side(driver) if line.startswith("and ")]
        links = driver.screen.side.document.links
        place = list(links).index(f"more:cast/{who}")
        driver.screen.split_view.focus_pane(driver.screen.side)
        await driver.press(*["tab"] * (place + 1), "enter")
        after = driver.screen.side.document
        assert "and " not in [line[:4] for line in after.plain.splitlines()]
        assert len(after.links) == len(links) - 1 + int(more.split()[1])


def side(driver: Driver) -> list[str]:
    return driver.screen.side.document.plain.splitlines()


async def test_hidden_titles_are_alike(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('sequel_rumors = "hide"\n')
    async with driving(make_app("news"), (120, 300)) as driver:
        hidden = [line[:36].strip() for line in lines(driver) if "░" in line[:36]]
        assert len(hidden) > 1
        assert set(hidden) == {"░░░ hidden sequel rumor"}


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 50)])
async def test_the_welcome_has_its_title_the_question_a_face_and_the_links_in_sight(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app(first_visit=True), size) as driver:
        assert "Have you seen the film?" in driver.text
        assert "Wedding film or divorce drama?" in driver.text
        column = driver.screen.reader.region.x
        assert "█" in lines(driver)[1][column:] or "█" in lines(driver)[2][column:]
        reader = driver.screen.reader
        assert max(len(line.rstrip()) for line in lines(driver)) <= size[0]
        assert reader.virtual_size.width <= reader.size.width


async def test_in_the_widest_windows_the_clock_stands_beside_the_list(make_app: MakeApp) -> None:
    async with driving(make_app("countdown"), (200, 50)) as driver:
        screen = driver.screen
        assert screen.item_list.region.bottom == 49
        assert screen.item_list.region.y == 2
        digits = screen.query_one(BigDigits).region
        assert digits.x > screen.item_list.region.right
        assert digits.right <= 200
        assert digits.height > 10
        assert screen.reader.region.x > screen.item_list.region.right
        assert screen.reader.region.y > digits.bottom


@pytest.mark.parametrize(("size", "most"), [((120, 40), 18), ((80, 24), 12)])
async def test_the_clock_leaves_the_list_its_room(
    make_app: MakeApp, size: tuple[int, int], most: int
) -> None:
    async with driving(make_app("countdown"), size) as driver:
        assert driver.screen.item_list.region.y - 1 <= most


async def test_the_palette_finds_dates_and_theories_of_ones_own(make_app: MakeApp) -> None:
    async with driving(make_app("countdown")) as driver:
        await driver.press("a")
        await driver.type("Watch party")
        await driver.press("enter")
        await driver.type("2027-02-14")
        await driver.press("enter", "ctrl+s")
        await driver.press("5", "a")
        await driver.type("Who sings first?")
        await driver.press("enter")
        await driver.type("Cassie")
        await driver.press("enter")
        await driver.type("Luke")
        await driver.press("ctrl+s", "1", "ctrl+p")
        await driver.type("watch party")
        await driver.press("enter")
        assert driver.screen.listing.section == "countdown"
        assert "Watch party" in driver.page
        await driver.press("ctrl+p")
        await driver.type("sings first")
        await driver.press("enter")
        assert driver.screen.listing.section == "theories"
        assert driver.shown(".question") == "Who sings first?"


async def test_scroll_bars_are_quiet_in_16_colors(config: Path) -> None:
    environ = {"HEARTS_CONFIG_DIR": str(config), "HEARTS_NOW": NOW}
    app = build_app(environ, content_folder(), Section.NEWS, Capabilities(colours="16"))
    async with driving(app) as driver:
        assert driver.screen.item_list.styles.scrollbar_color.ansi == 8
