"""The film by keyboard."""

from pathlib import Path

import pytest

from hearts_tui.domain.address import Section
from hearts_tui.widgets.document import Document
from hearts_tui.widgets.reader import Reader
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving

WIDE, NORMAL, SMALL = SIZES


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


def aside(driver: Driver) -> str:
    return driver.app.screen.query_one(".side", Reader).document.plain


@pytest.mark.usefixtures("has_seen_the_film")
async def test_a_tall_window_shows_what_goes_with_a_scene(make_app: MakeApp) -> None:
    async with driving(make_app("film"), WIDE) as driver:
        assert "█" in driver.text
        assert "A night shift, a band, a table of Marines" in driver.page
        assert "Cassie Salazar\nA broke singer-songwriter" in aside(driver)
        assert "Drinks, deliveries, piano lessons" in driver.page.split("→ ")[1]
        await driver.press(*"jjjjjjjjjjjjj")
        assert "Scene 14 of 20" in driver.page
        assert "♪ I Hate the Way\nTrack 2 · Whisky a Go Go" in driver.page
        assert "tracks/i-hate-the-way" in driver.document.links
        beside = driver.app.screen.query_one(".side", Reader).document
        assert "tracks/i-hate-the-way" not in beside.links


@pytest.mark.usefixtures("has_seen_the_film")
async def test_no_scene_leaves_a_third_of_the_page_blank(make_app: MakeApp) -> None:
    async with driving(make_app("film"), WIDE) as driver:
        reader = driver.screen.reader
        height = reader.size.height
        for scene in (page for page in driver.screen.listed if page.startswith("scene-")):
            driver.screen.go_to(scene)
            rows = driver.document.get_height({}, reader.size.width - 1)
            assert height * 2 / 3 < rows <= height, scene


@pytest.mark.usefixtures("has_seen_the_film")
async def test_the_largest_window_shows_a_second_face_and_what_comes_next(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("film"), (200, 50)) as driver:
        assert "Cassie Salazar\n" in aside(driver)
        assert "Luke Morrow\n" in aside(driver)
        large = driver.text.count("█")
        await driver.resize(*WIDE)
        assert "Luke Morrow\nA brand-new Marine" not in aside(driver)
        small = driver.text.count("█")
        assert small < large
        await driver.resize(*NORMAL)
        assert driver.text.count("█") < small
        assert "A night shift" not in driver.page
        await driver.resize(*WIDE)
        assert driver.text.count("█") == small


async def test_a_hidden_scene_shows_nothing_of_it(make_app: MakeApp) -> None:
    async with driving(make_app("film"), WIDE) as driver:
        await driver.press("g")
        assert driver.screen.current == "scene-01-the-bar"
        assert "▀" not in driver.text
        assert "A night shift" not in driver.page
        assert "Drinks, deliveries" not in driver.page
        assert "three jobs, a band" not in aside(driver)


async def test_a_place_does_not_tell_where_a_hidden_scene_plays_a_song(make_app: MakeApp) -> None:
    async with driving(make_app("film"), WIDE) as driver:
        driver.screen.go_to("place-hollywood-bowl")
        assert "♪ I Didn't Know\nTrack 4\n" in driver.page


@pytest.mark.usefixtures("has_seen_the_film")
async def test_a_page_about_a_song_tells_itself_where_it_plays(make_app: MakeApp) -> None:
    async with driving(make_app("film"), WIDE) as driver:
        driver.screen.go_to("song-03-come-back-home")
        assert "♪ Come Back Home\nTrack 1\n" in driver.page


async def test_a_rumor_that_goes_with_a_page_carries_its_sign(make_app: MakeApp) -> None:
    async with driving(make_app("film"), (120, 45)) as driver:
        driver.screen.go_to("place-the-bar")
        assert "→ Austin, Texas\n~ rumor  " in driver.page
        driver.screen.go_to("place-three-counties")
        assert "· Austin, Texas\n~ rumor  " in driver.page
