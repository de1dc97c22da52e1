"""The news feed by keyboard."""

import tomllib
from pathlib import Path

import pytest
from textual.widgets import OptionList

from hearts_tui.screens.dialogs import ChoiceDialog
from hearts_tui.widgets.item_list import ItemList
from hearts_tui.widgets.reader import Reader
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving

WIDE, NORMAL, _ = SIZES
NEWEST = "no-public-confirmation"


def marks(config: Path) -> dict[str, dict[str, object]]:
    return tomllib.loads((config / "marks.toml").read_text()).get("marks", {})


def choices(driver: Driver) -> list[str]:
    return driver.app.screen.query_one(ItemList).ids


async def test_the_newest_is_on_top_with_its_status_and_sources(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        assert driver.screen.listed[:2] == ["today", NEWEST]
        await driver.press("j")
        assert driver.page.startswith("So, is the sequel real?\n~ rumor · Nov 23, 2026 · sequel\n")
        for text in ("How sure?", "Sources: ", "Related"):
            assert text in driver.page


@pytest.mark.parametrize("size", SIZES)
async def test_the_feed_stands_under_its_months(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app(), size) as driver:
        assert "November 2026" in driver.text
        assert "~ Nov 23, 2026 · sequel" in driver.text
        feed = driver.app.screen.query_one(ItemList)
        headings = [str(o.prompt) for o in feed.options if o.id is None]
        assert headings[:2] == ["November 2026", "July 2026"]
        assert len(headings) == len(set(headings))


async def test_what_sources_disagree_on_stands_side_by_side(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("slash")
        await driver.type("cameras in texas")
        await driver.press("enter", "enter")
        assert driver.page.count("┃ ") >= 2


async def test_opening_an_item_reads_it_and_m_takes_it_back(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app()) as driver:
        before = driver.caption
        assert before == "all topics · 131"
        await driver.press("j", "enter", "escape")
        assert driver.caption == "all topics · 131 · 130 unread"
        assert "●" in driver.text
        assert "read" in marks(config)[f"news/{NEWEST}"]
        await driver.press("m")
        assert driver.caption == before
        assert "●" not in driver.text
        assert marks(config) == {}
    async with driving(make_app()) as driver:
        assert driver.caption == before


async def test_a_star_is_kept_and_listed(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app()) as driver:
        await driver.press("j", "f")
        assert "★ So, is the sequel real?" in driver.text
        assert "★ starred" in driver.page
    async with driving(make_app()) as driver:
        assert "★ So, is the sequel real?" in driver.text
        await driver.press("t", "j", "enter")
        assert driver.caption == "starred · 1"
        assert driver.screen.listed == [NEWEST]
        await driver.press("f", "T", "j")
        assert "★" not in driver.text
    assert marks(config) == {}


async def test_no_stars_is_told_in_a_sentence(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("t", "j", "enter")
        assert driver.caption == "starred · 0"
        assert driver.page == "No stars yet. Press f on what you want to keep, T for all topics."
        await driver.press("T")
        assert driver.caption == "all topics · 131"


@pytest.mark.parametrize("size", SIZES)
async def test_a_topic_is_chosen_from_a_list_with_counts(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app(), size) as driver:
        await driver.press("t")
        assert isinstance(driver.app.screen, ChoiceDialog)
        assert "All topics · 131" in driver.text
        found = choices(driver)
        assert found[:2] == ["all", "starred"]
        assert len(found) == len(set(found)) >= 8
        await driver.press("j", "j", "enter")
        topic = found[2]
        assert driver.caption == f"{topic} · {len(driver.screen.listed)}"
        assert driver.screen.item.topic == topic
        assert "today" not in driver.screen.listed
        await driver.press("t", "escape")
        assert driver.caption.startswith(f"{topic} · ")
        await driver.press("T")
        assert driver.caption.startswith("all topics · 131")
        await driver.press("T")
        assert driver.notices == "You're seeing all topics."


async def test_a_topic_is_found_by_its_name(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("t", "slash")
        await driver.type("mus")
        await driver.press("enter", "enter")
        assert driver.caption.startswith("music · ")


async def test_a_broken_file_is_named_and_the_other_screens_go_on(
    make_app: MakeApp, broken_news: Path
) -> None:
    async with driving(make_app(content=broken_news)) as driver:
        assert "Left out: news.toml: not valid TOML" in driver.notices
        await driver.press("j", "k", "enter", "escape", "f", "m", "x", "T", "n", "M", "u")
        await driver.press("t", "escape", "slash", "a", "escape")
        await driver.press("2")
        assert "Cassie Salazar" in driver.text


async def test_markup_in_the_content_is_only_text(make_app: MakeApp, hostile: Path) -> None:
    async with driving(make_app(content=hostile)) as driver:
        assert "[@click=app.quit]press[/]" in driver.text
        await driver.press("j")
        assert "[/] [bold" in driver.page
        await driver.press("j", "enter", "escape", "5", "1")
        assert driver.app.is_running


async def test_n_goes_to_the_next_unread(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("y")
        ids = driver.screen.listed
        await driver.press("j", "m", "g", "n")
        assert driver.screen.current == ids[2]
        await driver.press("G", "n")
        assert driver.screen.current == ids[2]


async def test_all_is_marked_read_and_that_is_taken_back(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("j", "m", "M")
        assert driver.caption == "all topics · 131"
        assert driver.notices == "130 marked read. u undoes that."
        assert len(marks(config)) == 131
        await driver.press("n")
        assert driver.notices == "You've read everything here."
        await driver.press("M")
        assert driver.notices == "You've read everything here."
        await driver.press("u")
        assert driver.notices == "Unread again."
        assert "· 130 unread" in driver.caption
        await driver.press("u")
        assert driver.notices == "Nothing to undo."


async def test_no_empty_tables_are_left_in_the_file(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("j", "m", "M", "u")
    assert [list(entry) for entry in marks(config).values()] == [["read"]]
    assert (config / "marks.toml").read_text().count("[marks") == 1


async def test_messages_take_each_other_s_place(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("y", "u", "T", "m", "M")
        assert driver.notices == "131 marked read. u undoes that."


async def test_keys_for_headlines_say_so_where_there_is_none(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("y")
        for key in ("m", "f"):
            driver.app.clear_notifications()
            await driver.press(key)
            assert driver.notices == "Pick a headline first."


async def test_an_item_is_rated_and_the_rating_is_kept(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("j", "plus", "plus", "plus", "minus")
        assert "★★☆☆☆" in driver.page
        assert "2/5" in driver.text
    async with driving(make_app("news")) as driver:
        await driver.press("j")
        assert "★★☆☆☆" in driver.page
        await driver.press("minus", "minus", "minus")
        assert "☆" not in driver.page
        assert "/5" not in driver.text


@pytest.mark.parametrize("words", ["no second purple hearts in netflix", "november 2026 sequel"])
async def test_the_filter_looks_into_text_topic_and_date(make_app: MakeApp, words: str) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("slash")
        await driver.type(words)
        assert driver.screen.listed[0] == NEWEST


async def test_the_filter_looks_into_passages(make_app: MakeApp, content_copy: Path) -> None:
    file = content_copy / "news.toml"
    passage = """
[[news.parts]]
heading = "A passage"
text = "Somewhere a zeppelin passes."
status = "confirmed"
spoiler = "none"
sources = ["netflix-top-10"]

[[news]]
id = "veterans-day-2026"
"""
    text = file.read_text()
    assert '\n[[news]]\nid = "veterans-day-2026"\n' in text
    file.write_text(text.replace('\n[[news]]\nid = "veterans-day-2026"\n', passage, 1))
    async with driving(make_app("news", content=content_copy)) as driver:
        await driver.press("slash")
        await driver.type("zeppelin")
        assert driver.screen.listed == [NEWEST]
        assert driver.caption == "all topics · 1"


async def test_how_we_know_is_one_key_away(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("b")
        assert "How we know" in driver.text
        await driver.press("escape")
        assert driver.screen.listing.section == "news"
        assert driver.app.screen.query(OptionList)


def aside(driver: Driver) -> str:
    return driver.app.screen.query_one(".side", Reader).document.plain


async def test_a_tall_window_shows_a_face_and_what_goes_with_the_news(make_app: MakeApp) -> None:
    async with driving(make_app(), WIDE) as driver:
        driver.screen.go_to("veterans-day-2026")
        assert "Luke Morrow\nA brand-new Marine" in aside(driver)
        assert "Goes with it\n· Veterans Day\nEvery November 11" in driver.page
        assert "Veterans Day" not in aside(driver)
        pixels = driver.text.count("▀")
        assert pixels > 20
        await driver.resize(*NORMAL)
        assert driver.text.count("▀") == 0
        assert "Goes with it" not in driver.page
        await driver.resize(*WIDE)
        assert driver.text.count("▀") == pixels


async def test_no_face_and_no_song_stand_beside_what_touches_on_health(make_app: MakeApp) -> None:
    async with driving(make_app(), WIDE) as driver:
        driver.screen.go_to("help-for-veterans")
        assert "988" in driver.page
        assert driver.text.count("▀") == 0
        assert "Listen along" not in driver.page


async def test_what_goes_with_the_news_is_not_told_where_it_is_hidden(make_app: MakeApp) -> None:
    async with driving(make_app(), WIDE) as driver:
        for item in driver.screen.listing.items:
            driver.screen.go_to(item.id)
            assert "░" not in driver.page.partition("Goes with it")[2]
            if driver.screen.listing.hidden.covers(item):
                assert "Goes with it" not in driver.page


async def test_all_of_the_news_has_its_text_in_sight(make_app: MakeApp) -> None:
    async with driving(make_app(), WIDE) as driver:
        reader = driver.screen.reader
        for item in driver.screen.listing.items:
            driver.screen.go_to(item.id)
            if "Goes with it" in driver.page:
                rows = driver.document.get_height({}, reader.size.width - 1)
                assert rows <= reader.size.height + 2, item.id
