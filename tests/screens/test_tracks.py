"""The tracklist by keyboard."""

import tomllib
from pathlib import Path

import pytest

from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving

RATED = """
[marks."tracks/sweet-caroline"]
rating = 5
[marks."tracks/i-didnt-know"]
rating = 3
[marks."tracks/applause"]
rating = 1
"""


@pytest.fixture
def has_seen_the_film(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('seen_film = "yes"\n')


@pytest.mark.parametrize("size", SIZES)
async def test_the_album_stands_first_by_number_and_without_signs(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("tracks"), size) as driver:
        assert driver.caption == "8 tracks · 7 more"
        lines = [line for line in driver.text.splitlines() if "✓" in line]
        assert lines == []
        assert "The album · 23:22" in driver.text
        assert driver.screen.listed[0] == "come-back-home"
        assert driver.screen.listed[7] == "come-back-home-stripped"


async def test_only_a_rumored_song_carries_a_sign(make_app: MakeApp) -> None:
    async with driving(make_app("tracks"), (120, 40)) as driver:
        lines = driver.text.splitlines()
        assert any(line.startswith("  ~ Scars and Stars") for line in lines)
        assert any(line.startswith("    Applause") for line in lines)
        assert any(line.startswith("▌ 1 Come Back Home") for line in lines)


async def test_a_hidden_rumor_does_not_tell_who_sings(make_app: MakeApp) -> None:
    async with driving(make_app("tracks"), (120, 40)) as driver:
        driver.screen.open_at("scars-and-stars")
        await driver.rest()
        assert "Scars and Stars" in driver.text
        assert "Carson and Galitzine" not in driver.text
        await driver.press("x")
        assert driver.text.count("Carson and Galitzine (rumored)") == 2


async def test_where_a_song_plays_is_for_those_who_have_seen_the_film(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        assert "Whisky a Go Go" not in driver.text
        await driver.press("j", "x")
        assert "Whisky a Go Go" in driver.text


@pytest.mark.usefixtures("has_seen_the_film")
async def test_the_list_tells_where_the_film_plays_a_song(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        assert "Whisky a Go Go" in driver.text
        assert "Hollywood Bowl" in driver.text


async def test_the_sleeve_stands_beside_the_credits_where_there_is_room(make_app: MakeApp) -> None:
    async with driving(make_app("tracks"), (80, 24)) as driver:
        heart = "▀▀▀▀"
        assert heart in driver.text
        assert "Track 1\nSofia Carson\nWritten by Sofia Carson and Justin Tranter" in driver.page
        assert "2022 · 23:22" in driver.page
        await driver.press("G")
        assert heart not in driver.text
    async with driving(make_app("tracks"), (40, 12)) as driver:
        await driver.press("enter")
        assert "Written by Sofia Carson" in driver.text
        assert heart not in driver.text
        await driver.resize(80, 24)
        assert heart in driver.text
        await driver.resize(60, 24)
        assert heart not in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_says_that_a_song_of_the_album_is_confirmed(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("tracks"), size) as driver:
        side = driver.screen.side.document.plain
        assert "confirmed" not in driver.page + side
        assert "Sources: Wikipedia" in driver.page + side
        await driver.press("G")
        assert "Written by Diane Warren" in driver.page


async def test_o_sorts_under_the_headings(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "marks.toml").write_text(RATED)
    headings = ["The album", "Rumored for the sequel", "Great song, wrong soundtrack"]
    async with driving(make_app("tracks"), (120, 40)) as driver:
        await driver.press("o")
        assert driver.caption.endswith("by title")
        assert driver.screen.listed[:2] == ["blue-side-of-the-sky", "come-back-home"]
        assert driver.screen.listed[-4] == "applause"
        await driver.press("o")
        assert driver.caption.endswith("by your rating")
        assert driver.screen.listed[:3] == ["sweet-caroline", "i-didnt-know", "come-back-home"]
        assert driver.screen.listed[-4] == "applause"
        assert all(heading in driver.text for heading in headings)
        await driver.press("o")
        assert driver.caption == "8 tracks · 7 more"


async def test_a_favorite_and_its_stars_are_kept(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("tracks")) as driver:
        await driver.press("j", "f", "+", "+")
        assert "★ favorite · ★★☆☆☆" in driver.page
    async with driving(make_app("tracks")) as driver:
        await driver.press("j")
        assert "★ favorite · ★★☆☆☆" in driver.page
        assert driver.text.splitlines()[5].startswith("▌   ★★☆☆☆")
    kept = tomllib.loads((config / "marks.toml").read_text())["marks"]
    assert list(kept) == ["tracks/i-hate-the-way"]


async def test_a_song_of_another_soundtrack_says_so(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        await driver.press("slash")
        await driver.type("look at us now")
        await driver.press("enter")
        assert driver.screen.current == "look-at-us-now"
        assert driver.caption == "0 tracks · 1 more"
        assert "Great song, wrong soundtrack" in driver.text
        assert "✗ debunked" in driver.page


async def test_a_pack_without_an_album_shows_its_songs(make_app: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "tracks.toml").write_text(
        """
[[track]]
id = "one"
title = "One"
summary = "A song."
status = "confirmed"
spoiler = "none"
number = 1
length = "3:21"
performer = "Somebody"
work = "A record"
place = "album"
sources = []
rows = []
body = "Listen."
"""
    )
    async with driving(make_app("tracks", content=tmp_path)) as driver:
        assert "The album" in driver.text
        assert "The album ·" not in driver.text
        assert "Track 1 · 3:21\nSomebody\nA record\n" in driver.page
        assert "3:21" in driver.text.splitlines()[3]
