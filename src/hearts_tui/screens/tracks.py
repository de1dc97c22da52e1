"""The tracklist."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.tracks import Place, Track, TrackOrder, in_order
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.marker import STAR
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.list_item import Entry

_HEADINGS = {
    Place.ALBUM: "The album",
    Place.SEQUEL: "Rumored for the sequel",
    Place.ELSEWHERE: "Great song, wrong soundtrack",
}


class TracksScreen(BaseScreen):
    """The album as a record sleeve, then the songs of the rumor and the mix-ups."""

    SECTION = Section.TRACKS
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.TRACKS,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.TRACKS.bindings]

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._order = TrackOrder.NUMBER

    @property
    def items(self) -> Sequence[Track]:
        """The songs in the chosen order."""
        return in_order(self.state.library.tracks, self._order)

    @property
    def caption(self) -> str:
        """The count, and the order where it is not the album's."""
        album = sum(track.place is Place.ALBUM for track in self.shown)
        order = "" if self._order is TrackOrder.NUMBER else f" · by {self._order}"
        return f"{album} tracks · {len(self.shown) - album} more{order}"

    def texts(self, item: Track) -> Iterable[str]:
        """Look into performer, writers and album as well."""
        return *super().texts(item), item.performer, item.work, *item.writers

    def rows(self, items: Sequence[Track]) -> Sequence[Row]:
        """Return the songs under the heading of where they stand, in the album's order."""
        if self._order is not TrackOrder.NUMBER:
            return [track.id for track in items]
        rows: list[Row] = []
        for place, title in _HEADINGS.items():
            songs = [track.id for track in items if track.place is place]
            rows += [Heading(title), *songs] if songs else []
        return rows

    def entry(self, item: Track) -> Visual:
        """Draw number and title over where it plays and what the reader made of it."""
        address = self.address(item.id)
        scene = "" if self.state.spoiler_filter.hides(Spoiler.FILM, address) else item.scene
        starred = STAR if self.marker.is_starred(address) else ""
        who = "" if item.place is Place.ALBUM else item.performer
        notes = (who, scene, item.length, starred, self.marker.stars(address))
        number = f"{item.number:2}" if item.number else "  "
        return Entry(number, self.title_of(item), detail=" · ".join(filter(None, notes)))

    def page(self, item: Track) -> Page:
        """Return the page of a song, with its credits."""
        address = self.address(item.id)
        starred = f"{STAR} favorite" if self.marker.is_starred(address) else ""
        writers = ", ".join(item.writers) or "writer unknown"
        where = f"Track {item.number}, {item.work}" if item.number else item.work
        facts = [
            Paragraph(Content.assemble(("By ", "$text-muted"), item.performer)),
            Paragraph(Content.assemble(("Written by ", "$text-muted"), writers)),
            Paragraph(Content(where)),
        ]
        notes = (starred, self.marker.stars(address), item.length)
        return self.pages.build(item, Extras(notes=notes, facts=facts))

    def action_next_order(self) -> None:
        """Sort by the next thing that can be sorted by."""
        self._order = self._order.next()
        self.refresh_all()
        self.tell(f"Sorted by {self._order}.", 2)
