"""Tracks: the album, and the songs that are said to belong to the story."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from hearts_tui.domain.item import Item, Passage
from hearts_tui.domain.spoilers import Spoiler


class Place(StrEnum):
    """Where a song stands, in the order of the list."""

    ALBUM = "album"
    SEQUEL = "sequel"
    ELSEWHERE = "elsewhere"


PLACE_HEADINGS = {
    Place.ALBUM: "The album",
    Place.SEQUEL: "Rumored for the sequel",
    Place.ELSEWHERE: "Great song, wrong soundtrack",
}
"""The headings of the places, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """The record with the songs of the film; ``length`` is its time as minutes and seconds."""

    year: int
    length: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Track(Item):
    """A song.

    ``number`` is its place on the album, ``length`` its time as minutes and seconds, and ``scene``
    where it plays in the film (plot, which not everybody has seen); each where it is known.
    """

    performer: str
    work: str
    place: Place
    number: int | None = None
    writers: tuple[str, ...] = ()
    length: str = ""
    scene: str = ""

    @property
    def details(self) -> Iterator[Passage]:
        """Who sings and wrote it, what it is on, and where it plays in the film."""
        for text in (self.performer, self.work, *self.writers):
            yield text, self.spoiler
        yield self.scene, max(self.spoiler, Spoiler.FILM, key=list(Spoiler).index)


class TrackOrder(StrEnum):
    """What the list can be sorted by."""

    NUMBER = "number"
    TITLE = "title"
    RATING = "your rating"

    def next(self) -> "TrackOrder":
        """Return the order that follows; after the last comes the first."""
        orders = list(TrackOrder)
        return orders[(orders.index(self) + 1) % len(orders)]


_AFTER_EVERY_NUMBER = 1_000


def in_order(
    tracks: Iterable[Track], order: TrackOrder, rating: Callable[[Track], int]
) -> list[Track]:
    """Sort the songs of each place, the album's first; equal ones keep the album's order.

    ``rating`` returns the stars that the reader gave a song, 0 for none.
    """
    keys: dict[TrackOrder, Callable[[Track], int | str]] = {
        TrackOrder.NUMBER: lambda track: track.number or _AFTER_EVERY_NUMBER,
        TrackOrder.TITLE: lambda track: track.title.casefold(),
        TrackOrder.RATING: lambda track: -rating(track),
    }
    places = list(Place)
    ordered = sorted(tracks, key=keys[TrackOrder.NUMBER])
    ordered.sort(key=keys[order])
    return sorted(ordered, key=lambda track: places.index(track.place))
