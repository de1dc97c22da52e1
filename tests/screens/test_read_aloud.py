"""With the setting for screen readers a line of the screen is a line of text, and nothing else."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.widgets.option_list import Option

from hearts_tui.domain.address import Section
from hearts_tui.widgets.item_list import ItemList
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving

SCREENS = [section.value for section in Section]
READ_ALOUD = 'screen_reader = "on"\nseen_film = "yes"\nsequel_rumors = "show"\n'
ALL_SIZES = [*SIZES, (200, 50)]
GOES_IN = {"countdown": "l"}
WINDOWS = {
    "settings": ("comma",),
    "one setting": ("comma", "enter"),
    "keys": ("comma", "G", "enter"),
    "help": ("question_mark",),
    "palette": ("ctrl+p",),
    "about": ("i",),
    "how we know": ("b",),
    "score": ("5", "c"),
    "own theory": ("5", "a"),
    "verdict": ("5", "enter", "j", "enter", "V"),
    "note": ("5", "enter", "enter", "n"),
    "zone": ("comma", "slash", "z", "o", "n", "e", "enter", "enter"),
    "name on boards": ("comma", "slash", "b", "o", "a", "r", "d", "enter", "enter"),
    "sequel": ("4", "e"),
    "date": ("4", "a"),
    "topics": ("t",),
    "vote of the day": ("v",),
    "welcome": ("W",),
}
_DRAWN = re.compile("[\u2500-\u259f◆◇○\\\\]")
"""Lines, bars, blocks and rings; and the stroke that pictures in ASCII have and texts haven't."""


@pytest.fixture(autouse=True)
def settings(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(READ_ALOUD)


def assert_nothing_is_drawn(driver: Driver) -> None:
    drawn = [line for line in driver.text.splitlines() if _DRAWN.search(line)]
    assert drawn == [], driver.text


@pytest.mark.parametrize("size", ALL_SIZES)
@pytest.mark.parametrize("start", SCREENS)
async def test_the_list_and_the_page_never_share_a_line(
    make_app: MakeApp, start: str, size: tuple[int, int]
) -> None:
    async with driving(make_app(start), size) as driver:
        screen, view = driver.screen, driver.screen.split_view
        list_pane, page_pane, side_pane = (
            view.query_one(name) for name in (".list-pane", ".reading-pane", ".side-pane")
        )
        assert (list_pane.display, page_pane.display, side_pane.display) == (True, False, False)
        assert list_pane.region.width == size[0]
        assert_nothing_is_drawn(driver)
        await driver.press("j", GOES_IN.get(start, "enter"))
        assert (list_pane.display, page_pane.display, side_pane.display) == (False, True, False)
        assert page_pane.region.width == size[0]
        assert_nothing_is_drawn(driver)
        await driver.press("escape")
        assert screen.focused is screen.item_list


@pytest.mark.parametrize(("size", "has_pixels"), [((80, 24), False), ((120, 40), True)])
@pytest.mark.parametrize("window", WINDOWS)
async def test_a_window_has_the_whole_screen_and_no_drawing(
    make_app: MakeApp, window: str, size: tuple[int, int], *, has_pixels: bool
) -> None:
    app = make_app()
    app.state.has_pixels = has_pixels
    async with driving(app, size) as driver:
        await driver.press(*WINDOWS[window])
        for box in app.screen.query(".window"):
            assert box.region == app.screen.region
        assert_nothing_is_drawn(driver)
        # A braille display shows this line and no other.
        assert driver.text.splitlines()[app.cursor_position.y].strip()


async def test_the_day_itself_is_told_in_words(make_app: MakeApp) -> None:
    async with driving(make_app("countdown", "2027-07-29T15:00:00Z"), (120, 40)) as driver:
        assert "Anniversary of the film" in driver.text
        assert_nothing_is_drawn(driver)


async def test_the_clock_stands_still_between_two_minutes(make_app: MakeApp) -> None:
    async with driving(make_app("countdown")) as driver:
        assert " 247 d 12:00 · Jul 29, 2027" in driver.text


def _columns_of(places: Sequence[tuple[int, int]]) -> set[int]:
    return {x for x, _ in places}


@pytest.mark.parametrize("start", SCREENS)
async def test_the_cursor_never_moves_to_the_right_by_one(make_app: MakeApp, start: str) -> None:
    # Fenrir takes that for a letter that was typed, and spells all that has changed.
    async with driving(make_app(start)) as driver:
        places = [driver.app.cursor_position]
        for key in ("j", GOES_IN.get(start, "enter"), "escape", "slash", "enter", "comma", "enter"):
            await driver.press(key)
            places.append(driver.app.cursor_position)
        assert _columns_of(places) == {0}, places


async def test_an_entry_takes_one_line_where_it_fits(make_app: MakeApp) -> None:
    async with driving(make_app("countdown"), (80, 24)) as driver:
        await driver.press("j", "k")
        row = driver.text.splitlines()[driver.app.cursor_position.y]
        assert " ".join(row.split()) == "Anniversary of the film Jul 29, 2027 · in 247 days"


async def test_a_vote_is_told_once_in_its_row_and_once_below(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
        row = driver.text.splitlines()[driver.app.cursor_position.y]
        assert row.split() == ["◉", "Wedding", "film", "70%"]
        assert driver.text.count("Saved: Wedding film, 70%.") == 1
        await driver.press("escape")
        row = driver.text.splitlines()[driver.app.cursor_position.y]
        assert "drama?" in row
        assert "you: Wedding film 70%" in row


async def test_the_note_of_a_setting_says_which_one_it_is_of(make_app: MakeApp) -> None:
    # Where something else changes, the row under the cursor is not read.
    async with driving(make_app()) as driver:
        await driver.press("comma", "j")
        assert driver.shown(".note").startswith("Sequel rumors   show. Rumors that tell")


async def test_the_setting_is_taken_up_at_once_and_taken_back(make_app: MakeApp) -> None:
    async with driving(make_app("tracks"), (120, 40)) as driver:
        await driver.press("2")
        assert driver.screen.split_view.single
        await driver.open_setting("screen reader")
        await driver.press("k", "enter", "escape")
        for key in ("escape", "3"):
            assert not driver.screen.split_view.single
            assert "│" in driver.text or "▌" in driver.text
            await driver.press(key)
        await driver.open_setting("screen reader")
        await driver.press("j", "enter", "escape")
        for key in ("escape", "2"):
            assert driver.screen.split_view.single
            assert_nothing_is_drawn(driver)
            await driver.press(key)


async def test_the_palette_s_cursor_goes_along_with_the_choice(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("ctrl+p")
        await driver.type("luke")
        line = driver.app.cursor_position
        for key in ("down", "down", "up", "pagedown"):
            await driver.press(key)
            choices = driver.app.screen.query_one(ItemList)
            chosen = choices.highlighted_option
            assert isinstance(chosen, Option)
            assert driver.app.cursor_position.y == choices.region.y + choices.marked_cell.y
        await driver.press("s")
        assert driver.app.cursor_position.y == line.y
