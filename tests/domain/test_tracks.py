"""The order of the tracks."""

from hearts_tui.content.pack import Pack
from hearts_tui.domain.tracks import Place, Track, TrackOrder, in_order

STARS = {"sweet-caroline": 5, "i-hate-the-way": 2, "five-new-tracks": 4}


def stars(track: Track) -> int:
    return STARS.get(track.id, 0)


def test_each_place_keeps_its_songs_together_in_any_order(pack: Pack) -> None:
    for order in TrackOrder:
        places = [track.place for track in in_order(pack.tracks, order, stars)]
        assert places == sorted(places, key=list(Place).index)


def test_songs_without_stars_come_last_in_the_order_of_the_album(pack: Pack) -> None:
    ordered = [track.id for track in in_order(pack.tracks, TrackOrder.RATING, stars)]
    assert ordered[:4] == [
        "sweet-caroline",
        "i-hate-the-way",
        "come-back-home",
        "blue-side-of-the-sky",
    ]
    assert ordered[8] == "five-new-tracks"


def test_every_order_comes_round() -> None:
    order = TrackOrder.NUMBER
    for _ in TrackOrder:
        order = order.next()
    assert order is TrackOrder.NUMBER
