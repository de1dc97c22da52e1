"""Tracks: the album, and the songs that are said to belong to the story."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from hearts_tui.domain.item import Item, Status


class Place(StrEnum):
    """Where a song stands."""

    ALBUM = "album"
    SEQUEL = "sequel"
    ELSEWHERE = "elsewhere"


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


class TrackOrder(StrEnum):
    """What the table can be sorted by."""

    NUMBER = "number"
    TITLE = "title"
    PERFORMER = "performer"
    STATUS = "status"

    def next(self) -> "TrackOrder":
        """Return the order that follows; after the last comes the first."""
        orders = list(TrackOrder)
        return orders[(orders.index(self) + 1) % len(orders)]


_AFTER_EVERY_NUMBER = 1_000

_KEYS: dict[TrackOrder, Callable[[Track], tuple[int, str]]] = {
    TrackOrder.NUMBER: lambda track: (track.number or _AFTER_EVERY_NUMBER, ""),
    TrackOrder.TITLE: lambda track: (0, track.title.casefold()),
    TrackOrder.PERFORMER: lambda track: (0, track.performer.casefold()),
    TrackOrder.STATUS: lambda track: (list(Status).index(track.status), ""),
}


def in_order(tracks: Iterable[Track], order: TrackOrder) -> list[Track]:
    """Sort tracks; equal ones keep the album's order, songs without a number come last."""
    by_number = sorted(tracks, key=_KEYS[TrackOrder.NUMBER])
    return sorted(by_number, key=_KEYS[order])
