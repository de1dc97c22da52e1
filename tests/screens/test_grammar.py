"""What holds on all five screens, at all sizes, by keyboard alone."""

from itertools import pairwise
from pathlib import Path

import pytest

from hearts_tui.domain.address import Section
from hearts_tui.widgets import keys
from hearts_tui.widgets.item_list import ItemList
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving

SCREENS = [section.value for section in Section]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("start", SCREENS)
async def test_enter_goes_in_and_escape_comes_back_and_never_quits(
    make_app: MakeApp, start: str, size: tuple[int, int]
) -> None:
    async with driving(make_app(start), size) as driver:
        first = driver.screen.current
        assert driver.screen.focused is driver.screen.item_list
        await driver.press("j")
        second = driver.screen.current
        assert second != first
        await driver.press("enter")
        assert driver.screen.focused is not driver.screen.item_list
        assert driver.screen.focused is not None
        assert driver.screen.focused.region.height > 0
        await driver.press("escape", "escape", "escape")
        assert driver.screen.focused is driver.screen.item_list
        assert driver.screen.current == second
        await driver.press("k")
        assert driver.screen.current == first
        assert driver.app.is_running


@pytest.mark.parametrize("start", SCREENS)
async def test_the_list_is_walked_from_end_to_end(make_app: MakeApp, start: str) -> None:
    async with driving(make_app(start)) as driver:
        await driver.press("g")
        first = driver.screen.current
        await driver.press("G")
        last = driver.screen.current
        assert last != first
        await driver.press("home")
        assert driver.screen.current == first
        await driver.press("ctrl+d")
        lower = driver.screen.current
        assert lower != first
        await driver.press("ctrl+u")
        assert driver.screen.current == first
        await driver.press("down", "up", "end")
        assert driver.screen.current == last


@pytest.mark.parametrize("start", SCREENS)
async def test_tab_goes_round_all_panes(make_app: MakeApp, start: str) -> None:
    async with driving(make_app(start)) as driver:
        panes = driver.screen.panes
        seen = [driver.screen.focused]
        for pane in panes:
            # In the reading pane, Tab goes through its links first.
            links = driver.sheet.links if pane is driver.screen.reader else ()
            await driver.press(*["tab"] * (len(links) + 1))
            seen.append(driver.screen.focused)
        assert seen == [*panes, panes[0]]
        await driver.press("shift+tab")
        assert driver.screen.focused is panes[-1]


async def test_the_number_keys_go_to_the_screens_and_the_place_is_kept(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("j", "j")
        kept = driver.screen.current
        for number, section in enumerate(Section, 1):
            await driver.press(str(number))
            assert driver.screen.SECTION is section
            assert driver.page
        await driver.press("1")
        assert driver.screen.current == kept


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("start", SCREENS)
async def test_a_filter_narrows_the_list_and_escape_clears_it(
    make_app: MakeApp, start: str, size: tuple[int, int]
) -> None:
    async with driving(make_app(start), size) as driver:
        before = driver.caption
        await driver.press("slash")
        await driver.type("zzzz")
        assert driver.screen.current is None
        assert driver.caption == "nothing matches"
        assert "Nothing here matches" in driver.page
        await driver.press("escape")
        assert driver.caption == before
        assert driver.screen.current is not None
        assert driver.screen.focused is driver.screen.item_list


@pytest.mark.parametrize("start", ["news", "cast", "countdown", "theories"])
async def test_from_an_edge_the_list_moves_on_to_what_comes_next(
    make_app: MakeApp, config: Path, start: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('spoilers = "leak"\n')
    async with driving(make_app(start)) as driver:
        item_list = driver.app.screen.query_one(ItemList)
        places = [item_list.scroll_offset.y]
        await driver.press("g")
        for _ in range(12):
            await driver.press("j")
            places.append(item_list.scroll_offset.y)
        moves = [after - before for before, after in pairwise(places) if after != before]
        assert 1 <= len(moves) < 6
        assert max(moves) >= item_list.size.height // 3
        place, width = item_list.region.offset, item_list.size.width
        top = driver.text.splitlines()[place.y][place.x + 3 : place.x + width].strip()
        assert any(item.title.startswith(top) for item in driver.screen.items)


@pytest.mark.parametrize("level", ["film", "leak"])
@pytest.mark.parametrize("start", SCREENS)
async def test_nothing_is_cut_off_in_a_list(
    make_app: MakeApp, config: Path, start: str, level: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(f'spoilers = "{level}"\n')
    async with driving(make_app(start), size=(80, 600)) as driver:
        region = driver.screen.item_list.region
        lines = driver.text.splitlines()[region.y : region.bottom]
        seen = [text for line in lines if (text := line[region.x : region.right]).strip()]
        assert len(seen) >= len(driver.screen.listed)
        assert [line for line in seen if "…" in line] == []


@pytest.mark.parametrize("start", SCREENS)
async def test_the_first_that_a_filter_finds_is_shown_and_stays(
    make_app: MakeApp, start: str
) -> None:
    async with driving(make_app(start)) as driver:
        await driver.press("G", "slash", "e")
        first = driver.screen.listed[0]
        assert driver.screen.current == first
        await driver.press("escape")
        assert driver.screen.current == first


async def test_a_filter_stays_while_one_reads(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("slash")
        await driver.type("galitzine plays")
        await driver.press("enter")
        assert driver.screen.current is not None
        narrowed = driver.caption
        await driver.press("enter", "escape")
        assert driver.caption == narrowed
        await driver.press("escape")
        assert driver.caption == "◆ 12 characters · ◇ 17 makers"


@pytest.mark.parametrize("start", SCREENS)
async def test_every_key_of_the_help_is_bound_where_the_help_says(
    make_app: MakeApp, start: str
) -> None:
    async with driving(make_app(start)) as driver:
        bound: set[str] = set()
        for pane in driver.screen.panes:
            driver.screen.focus_pane(pane)
            await driver.rest()
            bound |= driver.screen.active_bindings.keys()
        told = {
            key
            for group in driver.screen.help_groups
            for binding in group.bindings
            for key in binding.key.split(",")
        }
        assert told <= bound


@pytest.mark.parametrize("start", SCREENS)
async def test_help_and_about_open_scroll_and_close(make_app: MakeApp, start: str) -> None:
    async with driving(make_app(start)) as driver:
        for key, title in (("question_mark", "Help"), ("i", "About hearts")):
            await driver.press(key)
            assert title in driver.text
            await driver.press("j", "G", "g", "1", key)
            assert driver.screen.SECTION.value == start


async def test_the_about_page_says_that_this_is_not_official(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("i")
        assert "a fan work, not official" in driver.page


async def test_the_palette_goes_to_a_screen(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("ctrl+p")
        await driver.type("countd")
        await driver.press("enter")
        assert driver.screen.SECTION is Section.COUNTDOWN


async def test_q_quits(make_app: MakeApp) -> None:
    app = make_app()
    async with driving(app) as driver:
        await driver.press("q")
    assert app.return_code == 0


@pytest.mark.parametrize("start", SCREENS)
async def test_a_window_that_is_too_small_says_so_and_the_place_is_kept(
    make_app: MakeApp, start: str
) -> None:
    async with driving(make_app(start)) as driver:
        await driver.press("j")
        kept = driver.screen.current
        for size in ((29, 24), (80, 7), (1, 1)):
            await driver.resize(*size)
            if size != (1, 1):
                assert "Too small" in driver.text
        for size in ((30, 8), (40, 12), (200, 60), (80, 24)):
            await driver.resize(*size)
            assert "Too small" not in driver.text
            assert driver.screen.current == kept


@pytest.mark.parametrize("start", SCREENS)
async def test_what_is_read_stays_in_front_when_the_window_shrinks(
    make_app: MakeApp, start: str
) -> None:
    async with driving(make_app(start)) as driver:
        await driver.press("enter")
        reading = driver.screen.focused
        await driver.resize(40, 12)
        assert driver.screen.focused is reading
        assert reading is not None
        assert reading.region.height > 0
        assert driver.screen.item_list.region.height == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("start", SCREENS)
async def test_help_and_quit_are_always_in_the_key_bar(
    make_app: MakeApp, start: str, size: tuple[int, int]
) -> None:
    async with driving(make_app(start), size) as driver:
        assert driver.text.splitlines()[-1].endswith(" ? help  q quit ")


async def test_the_spoiler_level_masks_shows_and_is_kept(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("j")
        assert "░" in driver.text
        assert "custody" not in driver.text
        await driver.press("x")
        assert "custody" in driver.text
        await driver.press("x")
        assert "custody" not in driver.text
        await driver.press("s")
        assert "spoilers: trailer" in driver.text
        assert "custody" in driver.text
    async with driving(make_app("theories")) as driver:
        assert "spoilers: trailer" in driver.text


async def test_no_key_of_the_table_is_given_twice_in_one_place() -> None:
    for group in (keys.EVERYWHERE, keys.PANES, keys.SPOILERS, keys.LIST, keys.READING, keys.NEWS):
        given = [key for binding in group.bindings for key in binding.key.split(",")]
        assert len(given) == len(set(given)), group.heading


async def test_the_mouse_does_what_the_keys_do(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("Header", offset=(20, 0))
        await pilot.pause()
        assert isinstance(app.screen.query_one(".catalogue").parent, object)
        assert app.current_mode == "cast"
        await pilot.click(".catalogue", offset=(5, 2))
        await pilot.pause()
        assert app.screen.query_one(".catalogue").current == "luke"  # type: ignore[attr-defined]
        await pilot.click("Footer", offset=(78, 0))
        await pilot.pause()
    assert app.return_code == 0


async def test_paging_where_there_is_no_room_ends_nothing(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.resize(20, 5)
        await driver.press("pagedown", "pageup", "ctrl+d", "ctrl+u")
        await driver.press("ctrl+p", "pagedown", "pageup")
        await driver.resize(80, 24)
        await driver.press("ctrl+p")
        await driver.resize(20, 5)
        await driver.press("pagedown")
        await driver.resize(80, 24)
        assert driver.screen.current is not None


async def test_a_list_shows_what_is_said_and_enter_what_stands_behind_it(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("j")
        glance = driver.page
        assert "Enter: how sure, sources and more" in driver.text
        assert "Sources" not in glance
        await driver.press("enter")
        whole = driver.page
        assert whole.startswith(glance)
        assert "Sources" in whole
        assert "Enter: how sure" not in driver.text
        await driver.press("f", "f", "escape", "f", "f")
        assert driver.page == whole
        await driver.press("j", "k")
        assert driver.page == glance


@pytest.mark.parametrize(
    ("start", "words"), [("cast", "luke morrow"), ("news", "deployed, inj"), ("theories", "ptsd")]
)
async def test_who_listens_is_told_without_scrolling(
    make_app: MakeApp, config: Path, start: str, words: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('spoilers = "leak"\n')
    async with driving(make_app(start)) as driver:
        await driver.press("slash")
        await driver.type(words)
        await driver.press("enter")
        for text in ("Dial 988", "838255", "local emergency", "Enter: how sure, sources and more"):
            assert text in driver.text


async def test_the_wheel_reads_on(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        assert "Sources" not in driver.page
        await driver.turn_wheel(60, 10)
        assert "Sources" in driver.page
        assert driver.screen.focused is driver.screen.item_list


@pytest.mark.parametrize("keys", [("enter",), ("tab",), ("x", "x"), ("l",)])
@pytest.mark.parametrize("start", ["news", "cast", "tracks", "countdown", "theories"])
async def test_many_ways_lead_to_the_whole_page(
    make_app: MakeApp, start: str, keys: tuple[str, ...]
) -> None:
    async with driving(make_app(start)) as driver:
        await driver.press("j")
        assert "Sources" not in driver.page
        await driver.press(*keys)
        assert "Sources" in driver.page


@pytest.mark.parametrize("start", ["news", "cast", "tracks", "countdown", "theories"])
async def test_a_page_that_fits_is_shown_whole(make_app: MakeApp, start: str) -> None:
    async with driving(make_app(start), (160, 200)) as driver:
        await driver.press("j", "j")
        assert "Sources" in driver.page
        assert "Enter: how sure" not in driver.text
        await driver.resize(80, 24)
        assert "Sources" not in driver.page
