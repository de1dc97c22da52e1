"""What the day itself is celebrated with."""

from dataclasses import replace
from datetime import date

import pytest

from hearts_tui.content.pack import Pack
from hearts_tui.domain.celebration import headline, scene_of, song_of
from hearts_tui.domain.film import FilmGroup
from hearts_tui.domain.tracks import Place
from tests.domain.dating import milestone

FILM = milestone("every 07-29", since=2022)


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2023, "One year ago today"),
        (2026, "Four years ago today"),
        (2032, "Ten years ago today"),
        (2033, "11 years ago today"),
        (2990, "968 years ago today"),
    ],
)
def test_an_anniversary_says_how_long_ago_it_was(year: int, words: str) -> None:
    assert headline(FILM, date(year, 7, 29)) == words


def test_other_days_say_that_it_is_today() -> None:
    other = milestone("every 04-10")
    assert headline(other, date(2027, 4, 10)) == "Today's the day"
    assert headline(replace(other, sensitive=True), date(2027, 4, 10)) == "Today"


def test_every_year_has_a_song_of_the_album_and_a_scene_and_the_next_has_others(
    pack: Pack,
) -> None:
    days = [date(year, 7, 29) for year in range(2026, 2046)]
    songs = [song for day in days if (song := song_of(pack, day))]
    scenes = [scene for day in days if (scene := scene_of(pack, day))]
    assert {song.place for song in songs} == {Place.ALBUM}
    assert {scene.group for scene in scenes} == {FilmGroup.SCENES}
    assert len(songs) == len(scenes) == len(days)
    assert len({*songs}) == 8
    assert len({*scenes}) == 20
