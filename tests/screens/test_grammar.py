"""What holds on all screens, at all sizes, by keyboard alone."""

from itertools import pairwise
from pathlib import Path

import pytest

from hearts_tui.domain.address import Section
from hearts_tui.widgets import keys
from hearts_tui.widgets.item_list import ItemList
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving

SCREENS = [section.value for section in Section]
GOES_IN = {"countdown": "l"}
"""The key that opens the page of an entry, where Enter does something else."""
EVERYTHING = 'seen_film = "yes"\nsequel_rumors = "show"\n'
"""The settings of somebody for whom nothing is hidden."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("start", SCREENS)
async def test_enter_goes_in_and_escape_comes_back_and_never_quits(
    make_app: MakeApp, start: str, size: tuple[int, int]
) -> None:
    async with driving(make_app(start), size) as driver:
        first = driver.screen.current
        await driver.press("escape")
        assert driver.screen.focused is driver.screen.item_list
        await driver.press("j")
        second = driver.screen.current
        assert second != first
        await driver.press(GOES_IN.get(start, "enter"))
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
async def test_a_filter_without_a_match_leads_back_to_where_one_was(
    make_app: MakeApp, start: str
) -> None:
    async with driving(make_app(start)) as driver:
        await driver.press("j", "j", "j")
        place = driver.screen.current
        await driver.press("slash")
        await driver.type("azqx")
        assert driver.screen.current is None
        await driver.press("escape")
        assert driver.screen.current == place
        await driver.press("slash")
        await driver.type("azqx")
        await driver.press("enter", "escape")
        assert driver.screen.current == place


async def test_a_window_s_filter_without_a_match_leads_back_to_where_one_was(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("t", "j", "j")
        choices = driver.app.screen.query_one(ItemList)
        place = choices.current
        await driver.press("slash")
        await driver.type("azqx")
        assert choices.current is None
        await driver.press("escape")
        assert choices.current == place


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
        await driver.press("ctrl+u", "ctrl+u")
        assert driver.screen.current == first
        await driver.press("down", "up", "end")
        assert driver.screen.current == last


@pytest.mark.parametrize("start", SCREENS)
async def test_tab_goes_round_all_panes(make_app: MakeApp, start: str) -> None:
    async with driving(make_app(start)) as driver:
        panes = driver.screen.split_view.stops
        seen = [driver.screen.focused]
        for pane in panes:
            # In a text, Tab goes through its links first.
            while driver.screen.focused is pane:
                await driver.press("tab")
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
            assert driver.screen.listing.section is section
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
    (config / "settings.toml").write_text(EVERYTHING)
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
        assert any(item.title.startswith(top) for item in driver.screen.listing.items)


@pytest.mark.parametrize("settings", ["", EVERYTHING])
@pytest.mark.parametrize("start", SCREENS)
async def test_nothing_is_cut_off_in_a_list(
    make_app: MakeApp, config: Path, start: str, settings: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(settings)
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


async def test_a_filter_that_is_typed_offers_no_key_that_it_takes_as_text(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("slash")
        line = driver.text.splitlines()[-1]
        assert "Esc" in line
        assert "/ filter" not in line
        assert "? help" not in line


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
        assert driver.caption != narrowed


# In a small window pictures are apart from their pages, with a key to them.
@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@pytest.mark.parametrize("start", SCREENS)
async def test_every_key_of_the_help_is_bound_where_the_help_says(
    make_app: MakeApp, start: str, size: tuple[int, int]
) -> None:
    async with driving(make_app(start), size) as driver:
        bound: set[str] = set()
        for pane in driver.screen.split_view.stops:
            driver.screen.split_view.focus_pane(pane)
            await driver.rest()
            bound |= driver.screen.active_bindings.keys()
        told = {
            key
            for group in driver.screen.keys_in_use
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
            assert driver.screen.listing.section.value == start


async def test_the_about_page_says_that_this_is_not_official(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("i")
        assert "A fan work, not official." in driver.page
        assert "A fan work, not official." in driver.text


async def test_the_palette_goes_to_a_screen(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("ctrl+p")
        await driver.type("countd")
        await driver.press("enter")
        assert driver.screen.listing.section is Section.COUNTDOWN


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
        await driver.press(GOES_IN.get(start, "enter"))
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


async def test_x_shows_one_item_and_hides_it_again(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("slash")
        await driver.type("luke morrow")
        await driver.press("enter")
        hidden = driver.page
        assert "░" in hidden
        await driver.press("x")
        assert driver.page.count("░") < hidden.count("░")
        await driver.press("x")
        assert driver.page == hidden


async def test_x_says_so_where_nothing_is_hidden(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(EVERYTHING)
    async with driving(make_app("cast")) as driver:
        await driver.press("x")
        assert driver.notices == "Nothing is hidden here."


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_bar_offers_the_links_of_a_page(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("cast"), size) as driver:
        assert "next link" not in driver.text
        await driver.press("enter")
        assert driver.document.links
        assert driver.text.splitlines()[-1].startswith(" Tab next link ")


async def test_ctrl_c_says_how_to_quit(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("ctrl+c")
        assert driver.notices == "Press q to quit. Everything is saved already."
        await driver.press("comma", "ctrl+c")
        assert "Press Esc to go back, then q to quit." in driver.notices


@pytest.mark.parametrize(
    ("start", "words"),
    [("cast", "insulin"), ("cast", "peaches"), ("film", "very good dog"), ("tracks", "whisky")],
)
async def test_a_filter_finds_the_passages_of_a_page(
    make_app: MakeApp, config: Path, start: str, words: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(EVERYTHING)
    async with driving(make_app(start)) as driver:
        await driver.press("slash")
        await driver.type(words)
        assert driver.screen.listed


async def test_a_filter_finds_nothing_that_is_hidden(make_app: MakeApp) -> None:
    async with driving(make_app("film")) as driver:
        await driver.press("slash")
        await driver.type("very good dog")
        assert driver.screen.listed == []


async def test_no_key_of_the_table_is_given_twice_in_one_place() -> None:
    for group in (keys.EVERYWHERE, keys.PANES, keys.SPOILERS, keys.LIST, keys.READING, keys.NEWS):
        given = [key for binding in group.bindings for key in binding.key.split(",")]
        assert len(given) == len(set(given)), group.heading


async def test_the_mouse_does_what_the_keys_do(make_app: MakeApp) -> None:
    app = make_app()
    async with driving(app) as driver:
        await driver.click(driver.text.splitlines()[0].index("Cast"), 0)
        assert driver.screen.listing.section == "cast"
        row = next(y for y, line in enumerate(driver.text.splitlines()) if "Luke Morrow" in line)
        await driver.click(5, row)
        assert driver.screen.current == "luke"
        await driver.click(78, 23)
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
        await driver.press("escape", "escape")
        assert driver.screen.current is not None


@pytest.mark.parametrize("start", SCREENS)
async def test_a_page_is_whole_without_a_key(make_app: MakeApp, start: str) -> None:
    async with driving(make_app(start), (80, 200)) as driver:
        await driver.press("escape", "G")
        assert "Source" in driver.page
        before = driver.page
        await driver.press("enter")
        assert driver.page == before


@pytest.mark.parametrize(("start", "words"), [("cast", "luke morrow"), ("cast", "cassie salazar")])
async def test_the_crisis_line_stands_beside_its_passage_and_not_at_the_head(
    make_app: MakeApp, config: Path, start: str, words: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(EVERYTHING)
    async with driving(make_app(start)) as driver:
        await driver.press("slash")
        await driver.type(words)
        await driver.press("enter")
        assert "988" not in "\n".join(driver.page.splitlines()[:4])


async def test_the_wheel_scrolls_the_page_under_it(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(EVERYTHING)
    async with driving(make_app("cast")) as driver:
        await driver.turn_wheel(60, 10)
        assert driver.screen.reader.scroll_offset.y > 0
        assert driver.screen.focused is driver.screen.item_list
