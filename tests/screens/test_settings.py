"""The settings window, by keyboard."""

import tomllib
from pathlib import Path

import pytest
from textual.widgets import Input

from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.widgets.item_list import ItemList
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving


@pytest.mark.parametrize("size", SIZES)
async def test_the_colours_change_at_once_and_stay(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.open_setting("colors")
        await driver.press("j", "j", "enter")
        assert driver.app.theme == "hearts-light"
        assert "Colors          light" in driver.text
        assert driver.app.screen.query_one(ItemList).current == "theme"
        await driver.press("escape")
        assert driver.screen.listing.section == "news"
    assert tomllib.loads((config / "settings.toml").read_text())["theme"] == "light"
    async with driving(make_app("news"), size) as driver:
        assert driver.app.theme == "hearts-light"


async def test_esc_leaves_everything_as_it_was(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("comma", "enter", "escape", "escape")
        assert driver.screen.listing.section == "news"
    assert not (config / "settings.toml").exists()


async def test_a_zone_that_nobody_knows_is_told_of(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("news")) as driver:
        await driver.open_setting("zone")
        await driver.type("Mars")
        await driver.press("enter")
        assert "Unknown time zone. Example: Europe/Berlin." in driver.text
        assert not (config / "settings.toml").exists()
        await driver.press("home", "right", "delete", "delete", "delete")
        await driver.press("backspace")
        await driver.type("Europe/Berlin")
        await driver.press("enter")
        assert "Time zone       Europe/Berlin" in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_for_others_is_given_and_taken_back(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.open_setting("name on boards")
        await driver.type(" mia  of Austin, and then too much")
        await driver.press("enter")
        assert "Name on boards  mia of Austin" in driver.text
        assert driver.app.state.settings.board_name == "mia of Austin, and the"
        await driver.press("escape")
    kept = tomllib.loads((config / "settings.toml").read_text())
    assert kept["board_name"] == "mia of Austin, and the"
    async with driving(make_app("news"), size) as driver:
        await driver.open_setting("name on boards")
        await driver.press(*["backspace"] * 22, "enter")
        assert "Name on boards  none yet" in driver.text
        await driver.press("escape")
    assert tomllib.loads((config / "settings.toml").read_text())["board_name"] == ""


@pytest.mark.parametrize("size", SIZES)
async def test_s_opens_the_two_switches(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("cast"), size) as driver:
        await driver.press("s")
        assert driver.app.screen.query_one(ItemList).ids[:2] == ["seen_film", "sequel_rumors"]
        assert driver.app.screen.query_one(ItemList).current == "seen_film"
        await driver.press("enter", "j", "enter")
        assert "Seen the film?  yes" in driver.text
        await driver.press("j", "enter", "j", "enter")
        assert "Sequel rumors   show" in driver.text
        assert driver.app.screen.query_one(ItemList).current == "sequel_rumors"
        await driver.press("escape")
        spoilers = driver.app.state.spoiler_filter
        assert not any(map(spoilers.is_beyond, Spoiler))
    saved = tomllib.loads((config / "settings.toml").read_text())
    assert (saved["seen_film"], saved["sequel_rumors"]) == ("yes", "show")


async def test_a_note_tells_what_a_setting_does(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("comma")
        assert "hides the plot of the 2022 film" in driver.text
        await driver.press("j", "j", "j")
        assert "nothing moves by itself" in driver.text


async def test_hours_are_written_as_the_user_likes(make_app: MakeApp) -> None:
    async with driving(make_app("countdown")) as driver:
        driver.screen.open_at("film-release")
        assert "07:00" in driver.page
        await driver.open_setting("clock")
        await driver.press("G", "enter", "escape")
        assert "7:00 am" in driver.page


async def test_the_help_and_the_about_page_are_searched(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("question_mark", "slash")
        await driver.type("whole list")
        assert driver.page == "News\nMMark the whole list read"
        await driver.type("xyz")
        assert driver.page == "Nothing here matches."
        await driver.press("escape", "escape", "i", "slash")
        await driver.type("nobody who")
        assert driver.page.count("\n") == 0


@pytest.mark.parametrize("key", ["q", "escape"])
@pytest.mark.parametrize("opening", ["comma", "question_mark", "i", "b", "s"])
async def test_a_dialog_closes_on_q_and_on_escape(
    make_app: MakeApp, opening: str, key: str
) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press(opening)
        assert driver.app.screen.is_modal
        await driver.press(key)
        assert driver.screen.listing.section == "news"
        assert driver.app.is_running


@pytest.mark.parametrize(
    ("size", "columns"), [((200, 50), 2), ((120, 40), 2), ((80, 24), 1), ((40, 12), 1)]
)
async def test_the_help_stands_in_two_columns_where_there_is_room(
    make_app: MakeApp, size: tuple[int, int], columns: int
) -> None:
    async with driving(make_app("news"), size) as driver:
        await driver.press("j", "question_mark")
        assert driver.page.startswith("News\n")
        line = next(line for line in driver.text.splitlines() if "Go to the next unread" in line)
        beside = line.partition("Go to the next unread")[2].strip(" │▏▌▁▂▃▄▅▆▇█")
        assert bool(beside) is (columns == 2)
        assert "Go to the next link" in driver.page
        assert "Open the link" in driver.page


@pytest.mark.parametrize("opening", ["comma", "s"])
async def test_a_dialog_does_not_wrap_around(make_app: MakeApp, opening: str) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press(opening)
        item_list = driver.app.screen.query_one(ItemList)
        await driver.press("k")
        assert item_list.current == item_list.ids[0]
        await driver.press("G", "j")
        assert item_list.current == item_list.ids[-1]


async def test_in_a_narrow_window_an_action_wraps_beside_its_key(make_app: MakeApp) -> None:
    async with driving(make_app("news"), (40, 12)) as driver:
        await driver.press("comma", "G", "enter")
        lines = driver.text.split("\n")
        first = next(n for n, line in enumerate(lines) if "Star it, or take the" in line)
        assert lines[first + 1].index("star away") == lines[first].index("Star it")


async def test_what_could_be_typed_does_not_look_like_what_was(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("ctrl+p")
        line = driver.app.screen.query_one(".line")
        y, (x, _) = line.region.y, line.content_region.offset
        assert driver.app.screen.get_style_at(x + 2, y).italic
        await driver.type("abc")
        assert not driver.app.screen.get_style_at(x + 1, y).italic


async def test_with_less_motion_the_seconds_stand_still(make_app: MakeApp) -> None:
    async with driving(make_app("countdown")) as driver:
        assert "seconds" in driver.text
        await driver.open_setting("animation")
        await driver.press("G", "enter", "escape")
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
                await driver.open_setting("animation")
                await driver.press("G", "enter", "escape")


async def test_the_note_is_on_what_a_filter_leads_to(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("comma", "slash")
        await driver.type("reader")
        assert "never side by side" in " ".join(driver.text.split())
