"""The songs: the album, the rumored ones and the mix-ups."""

from collections.abc import Mapping, Sequence

from hearts_tui.domain.address import Section
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.tracks import PLACE_HEADINGS, Track, TrackOrder, in_order
from hearts_tui.printing.document import Entry, Field, told
from hearts_tui.printing.noun import Noun
from hearts_tui.printing.view import View


def _by_place(view: View, items: Sequence[Track]) -> Mapping[str, Sequence[Track]]:
    del view
    grouped = {
        heading: [track for track in items if track.place is place]
        for place, heading in PLACE_HEADINGS.items()
    }
    return {heading: tracks for heading, tracks in grouped.items() if tracks}


def _fields(view: View, item: Track) -> Sequence[Field]:
    address = NOUN.address(item)
    known = [Field("number", item.number, f"Track {item.number}" if item.number else "")]
    known += [told("length", item.length), Field("place", item.place.value)]
    rating = view.marks.ratings.get(str(address))
    mine = [Field("starred", str(address) in view.marks.starred), Field("rating", rating)]
    if view.hides(item, address):
        return [*known, *mine]
    written = f"Written by {' and '.join(item.writers)}" if item.writers else ""
    scene = "" if view.spoilers.hides(Spoiler.FILM, address) else item.scene
    return [
        *known,
        told("performer", item.performer, is_detail=True),
        Field("writers", [*item.writers], written, is_detail=True),
        told("work", item.work, is_detail=True),
        told("scene", scene),
        *mine,
    ]


def _album(view: View) -> Entry:
    album = view.library.album
    if album is None:
        return Entry(title="")
    return Entry(title="", fields=[Field("year", album.year), Field("length", album.length)])


NOUN: Noun[Track] = Noun(
    section=Section.TRACKS,
    title="Tracks",
    items=lambda view: in_order(view.library.tracks, TrackOrder.NUMBER, lambda _: 0),
    groups=_by_place,
    fields=_fields,
    summed_up=_album,
    shows_status=False,
)
