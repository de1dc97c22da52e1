"""The tracklist."""

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.item import Status
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.status_words import sign
from hearts_tui.domain.tracks import PLACE_HEADINGS, Place, Track, TrackOrder, in_order
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.marker import STAR
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.item_page import quiet
from hearts_tui.widgets.list_item import Entry
from hearts_tui.widgets.pixel_art import picture_lines

_SLEEVE = "sleeve"
"""The name of the picture at the head of the album's songs."""
_SLEEVE_COLUMNS, _SLEEVE_ROWS = 80, 20
"""Cells that a window has at least where a page has room for it."""


class TracksScreen(BaseScreen):
    """The album as a record sleeve, then the songs of the rumor and the mix-ups."""

    SECTION = Section.TRACKS
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.TRACKS,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.TRACKS.bindings]

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._order = TrackOrder.NUMBER
        self._had_room = True

    @property
    def items(self) -> Sequence[Track]:
        """The songs of each place in the chosen order."""
        return in_order(self.state.library.tracks, self._order, self._rating)

    def _rating(self, track: Track) -> int:
        return self.marker.rating(self.address(track.id))

    @property
    def caption(self) -> str:
        """The counts, and the order where it is not the album's."""
        on_album = sum(track.place is Place.ALBUM for track in self.shown)
        more = len(self.shown) - on_album
        tracks = f"{on_album} track{'s' if on_album != 1 else ''}"
        order = "" if self._order is TrackOrder.NUMBER else f"by {self._order}"
        return " · ".join(filter(None, (tracks, f"{more} more" if more else "", order)))

    def rows(self, items: Sequence[Track]) -> Sequence[Row]:
        """Return the songs under the heading of where they stand."""
        rows: list[Row] = []
        for place, title in PLACE_HEADINGS.items():
            songs = [track.id for track in items if track.place is place]
            rows += [Heading(self._heading(place, title)), *songs] if songs else []
        return rows

    def _heading(self, place: Place, title: str) -> str:
        album = self.state.library.album
        return f"{title} · {album.length}" if place is Place.ALBUM and album else title

    def entry(self, item: Track) -> Visual:
        """Draw number, title and length over where it plays and what the reader made of it."""
        address = self.address(item.id)
        detail = " · ".join(filter(None, (self._where(item), self.marker.stars(address))))
        favorite = STAR if self.marker.is_starred(address) else ""
        note = " ".join(filter(None, (item.length, favorite)))
        return Entry(self._mark(item), self.hidden.title_of(item), note=note, detail=detail)

    def _where(self, item: Track) -> str:
        """Return where the film plays a song, or who sings one that is elsewhere."""
        if item.place is Place.ALBUM:
            hidden = self.state.spoiler_filter.hides(Spoiler.FILM, self.address(item.id))
            return "" if hidden else item.scene
        return "" if self.hidden.covers(item) else item.performer

    def _mark(self, item: Track) -> str:
        """Return the number on the album, or the sign of a rumor."""
        if item.place is Place.SEQUEL:
            return f" {sign(item.status)}"
        return f"{item.number or '':>2}"

    def page(self, item: Track) -> Page:
        """Return the page of a song; those of the album have the sleeve at its head."""
        address = self.address(item.id)
        favorite = f"{STAR} favorite" if self.marker.is_starred(address) else ""
        number = f"Track {item.number}" if item.number else ""
        return self.pages.build(
            item,
            Extras(
                notes=(number, item.length, favorite, self.marker.stars(address)),
                facts=self._credits(item),
                picture=self._sleeve if item.place is Place.ALBUM and self._has_room else (),
                shows_status=item.status is not Status.CONFIRMED,
            ),
        )

    def _credits(self, item: Track) -> list[Paragraph]:
        """Return who sings and who wrote a song, and what it can be found on."""
        album = self.state.library.album if item.place is Place.ALBUM else None
        writers = " and ".join(item.writers)
        facts = [Paragraph(Content(item.performer))]
        facts += [quiet(f"Written by {writers}")] if writers else []
        facts.append(quiet(item.work))
        facts += [quiet(f"{album.year} · {album.length}")] if album else []
        return facts

    @property
    def _has_room(self) -> bool:
        columns, rows = self.app.size
        return columns >= _SLEEVE_COLUMNS and rows >= _SLEEVE_ROWS

    @cached_property
    def _sleeve(self) -> Sequence[Content]:
        found = self.state.picture(_SLEEVE).value
        return picture_lines(found, has_pixels=self.state.has_pixels) if found else []

    def on_resize(self, event: Resize) -> None:
        """Bring the sleeve where there is room for it now, or take it away."""
        del event
        if self._has_room != self._had_room:
            self._had_room = self._has_room
            if self.current is not None:
                self.show_current(from_top=False)

    def action_next_order(self) -> None:
        """Sort by the next thing that can be sorted by."""
        self._order = self._order.next()
        self.refresh_all()
        self.tell(f"Sorted by {self._order}.", 2)
