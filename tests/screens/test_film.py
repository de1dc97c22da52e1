"""The film by keyboard."""

from pathlib import Path

import pytest

from hearts_tui.domain.address import Section
from hearts_tui.widgets.document import Document
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving


@pytest.fixture
def has_seen_the_film(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('seen_film = "yes"\n')


async def show(driver: Driver, words: str) -> None:
    """Find a page by its words, and open it."""
    await driver.press("slash")
    await driver.type(words)
    await driver.press("enter", "enter")


async def test_the_first_page_is_one_without_plot(make_app: MakeApp) -> None:
    async with driving(make_app("film")) as driver:
        assert driver.screen.current == "book-the-town"
        assert "░" not in driver.page


@pytest.mark.usefixtures("has_seen_the_film")
@pytest.mark.parametrize("size", SIZES)
async def test_the_scenes_can_be_read_on_end_without_the_list(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("film"), size) as driver:
        assert driver.screen.current == "scene-01-the-bar"
        await driver.press("enter")
        assert "Scene 1 of 20" in driver.page
        for number in range(2, 21):
            await driver.press("n")
            assert f"Scene {number} of 20" in driver.page
            assert driver.screen.focused is driver.screen.reader
        await driver.press("p")
        assert "Scene 19 of 20" in driver.page


@pytest.mark.usefixtures("has_seen_the_film")
async def test_both_ends_are_told_of(make_app: MakeApp) -> None:
    async with driving(make_app("film")) as driver:
        await driver.press("p")
        assert driver.notices == "That's the first page."
        await driver.press("G", "n")
        assert driver.notices == "That's the last page."


@pytest.mark.usefixtures("has_seen_the_film")
async def test_links_at_the_foot_lead_to_the_scenes_around(make_app: MakeApp) -> None:
    async with driving(make_app("film"), (120, 40)) as driver:
        await driver.press("j", "tab")
        links = driver.document.links
        assert links[-2:] == ["film/scene-01-the-bar", "film/scene-03-the-second-song"]
        assert "← The bar\n→ The second song" in driver.page
        # Tab has marked the first link.
        await driver.press(*["tab"] * (len(links) - 1), "enter")
        assert driver.screen.current == "scene-03-the-second-song"
        await driver.press("backspace")
        assert driver.screen.current == "scene-02-three-jobs"


@pytest.mark.parametrize("size", SIZES)
async def test_a_hidden_scene_leads_to_what_has_no_plot(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("film"), size) as driver:
        await driver.press("g", "enter")
        assert driver.screen.current == "scene-01-the-bar"
        assert "Oceanside" not in driver.page
        assert "Seen the film? Press s" in driver.page
        assert "· How it was made" in driver.page
        assert "→ Three jobs and a balcony" in driver.page
        await driver.press("x")
        assert "Oceanside, a bar" in driver.page
        assert "Press s" not in driver.page


@pytest.mark.usefixtures("has_seen_the_film")
async def test_a_scene_gets_stars(make_app: MakeApp) -> None:
    async with driving(make_app("film")) as driver:
        await driver.press("j", "+", "+", "+", "f")
        assert "Scene 2 of 20 · ★ · ★★★☆☆" in driver.page
        assert "★★★☆☆" in driver.text
    async with driving(make_app("film")) as driver:
        await driver.press("j")
        assert "Scene 2 of 20 · ★ · ★★★☆☆" in driver.page


@pytest.mark.usefixtures("has_seen_the_film")
async def test_songs_lead_to_their_tracks(make_app: MakeApp) -> None:
    async with driving(make_app("film")) as driver:
        songs = [page for page in driver.screen.listed if page.startswith("song-")]
        assert len(songs) == 8
        for song in songs:
            driver.screen.open_at(song)
            assert any(link.startswith(f"{Section.TRACKS}/") for link in driver.document.links)


@pytest.mark.parametrize("size", SIZES)
async def test_a_chart_fits_the_page(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("film"), size) as driver:
        await show(driver, "240.48 hill")
        await driver.press(*["space"] * (size == (40, 12)))
        lines = driver.text.splitlines()
        (longest,) = [line for line in lines if "102.59" in line and "━" in line]
        (shortest,) = [line for line in lines if "To Sep 4" in line]
        assert longest.count("━") > 10
        assert 0 < shortest.count("━") < longest.count("━") / 5
        assert "7.52" in shortest


async def test_the_sign_of_a_page_says_something(make_app: MakeApp) -> None:
    async with driving(make_app("film"), (120, 40)) as driver:
        await show(driver, "budget 2.8")
        assert "~ rumor · By the numbers, " in driver.page
        await driver.press("escape", "escape", "g")
        assert "confirmed" not in driver.page + driver.screen.side.document.plain


async def test_glossary_stands_by_the_alphabet(make_app: MakeApp) -> None:
    async with driving(make_app("film")) as driver:
        words = [page for page in driver.screen.listed if page.startswith("word-")]
        index = {page.id: page.title.casefold() for page in driver.screen.listing.items}
        assert [index[word] for word in words] == sorted(index[word] for word in words)


async def test_a_task_for_the_reader_stands_out(make_app: MakeApp) -> None:
    async with driving(make_app("film")) as driver:
        await show(driver, "city hall")
        assert isinstance(driver.document, Document)
        marked = [
            block.content.plain[span.start : span.end]
            for block in driver.document._blocks
            for span in block.content.spans
            if span.style == "$secondary"
        ]
        assert marked == ["Rewatch task:"]
