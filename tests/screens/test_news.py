"""The news feed by keyboard."""

import tomllib
from pathlib import Path

from hearts_tui.domain.item import Status
from tests.conftest import MakeApp
from tests.screens.driving import driving


def marks(config: Path) -> dict[str, dict[str, object]]:
    return tomllib.loads((config / "marks.toml").read_text()).get("marks", {})


async def test_the_newest_is_on_top_with_its_status_and_sources(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        assert "No public page confirms a sequel" in driver.text
        await driver.press("enter")
        for text in ("✓ confirmed", "How sure is this?", "Sources", "Goes with"):
            assert text in driver.page


async def test_what_sources_disagree_on_stands_side_by_side(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("slash")
        await driver.type("million hours?")
        await driver.press("enter", "enter")
        assert driver.page.count("| ") >= 4


async def test_opening_an_item_reads_it_and_m_takes_it_back(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app()) as driver:
        before = driver.caption
        await driver.press("enter", "escape")
        assert driver.caption != before
        assert "read" in marks(config)["news/no-public-confirmation"]
        await driver.press("m")
        assert driver.caption == before
        assert marks(config) == {}
    async with driving(make_app()) as driver:
        assert driver.caption == before


async def test_a_star_is_kept(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app()) as driver:
        await driver.press("f")
        assert "★" in driver.text
    async with driving(make_app()) as driver:
        assert "★" in driver.text
        await driver.press("f")
        assert "★" not in driver.text
    assert marks(config) == {}


async def test_topics_are_gone_through_one_by_one(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        everything = driver.caption
        seen = []
        while True:
            await driver.press("t")
            if driver.caption == everything:
                break
            seen.append(driver.caption.split(" · ")[0])
            assert driver.screen.current is not None
        assert len(seen) == len(set(seen)) >= 6
        await driver.press("T")
        assert driver.caption.startswith(seen[-1])


async def test_a_broken_file_is_named_and_the_other_screens_go_on(
    make_app: MakeApp, broken_news: Path
) -> None:
    async with driving(make_app(content=broken_news)) as driver:
        assert "Left out: news.toml: not valid TOML" in driver.page
        await driver.press("j", "k", "enter", "escape", "f", "m", "x", "t", "slash", "a", "escape")
        await driver.press("2")
        assert "Cassie Salazar" in driver.text


async def test_markup_in_the_content_is_only_text(make_app: MakeApp, hostile: Path) -> None:
    async with driving(make_app(content=hostile)) as driver:
        assert "[@click=app.quit]press[/]" in driver.text
        assert "[/] [bold" in driver.page
        await driver.press("j", "enter", "escape", "5", "1")
        assert driver.app.is_running


async def test_n_goes_to_the_next_unread(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        ids = driver.screen.listed
        await driver.press("j", "m", "g", "n")
        assert driver.screen.current == ids[2]
        await driver.press("G", "n")
        assert driver.screen.current == ids[0]


async def test_all_is_marked_read_and_that_is_taken_back(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("m", "M")
        assert "· 0 unread" in driver.caption
        assert "129 marked read. u takes it back." in driver.notices
        assert len(marks(config)) == 130
        await driver.press("n")
        await driver.press("u")
        assert driver.notices == "Unread again."
        assert "· 129 unread" in driver.caption
        assert [list(entry) for entry in marks(config).values()] == [["read"]]
        assert (config / "marks.toml").read_text().count("\n[") == 1
        await driver.press("u")
        assert "· 129 unread" in driver.caption


async def test_an_item_is_rated_and_the_rating_is_kept(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("plus", "plus", "plus", "minus")
        assert "★★☆☆☆" in driver.page
    async with driving(make_app("news")) as driver:
        assert "★★☆☆☆" in driver.page
        await driver.press("minus", "minus", "minus")
        assert "☆" not in driver.page


async def test_what_each_status_means_is_one_key_away(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        await driver.press("b")
        for status in Status:
            assert str(status) in driver.page
        await driver.press("b")
        assert driver.screen.SECTION == "tracks"
