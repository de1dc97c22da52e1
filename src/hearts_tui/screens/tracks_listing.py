"""The songs: how they are listed, and their pages."""

from collections.abc import Callable, Sequence
from functools import cached_property

from textual.content import Content
from textual.geometry import Size
from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.item import Status
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.status_words import sign
from hearts_tui.domain.tracks import PLACE_HEADINGS, Place, Track, TrackOrder, in_order
from hearts_tui.screens.listing import Listing
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.item_page import quiet
from hearts_tui.widgets.list_item import Entry
from hearts_tui.widgets.pixel_art import picture_lines
from hearts_tui.widgets.stars import STAR

_SLEEVE = "sleeve"
"""The name of the picture at the head of the album's songs."""
_SLEEVE_COLUMNS, _SLEEVE_ROWS = 80, 20
"""Cells that a window has at least where a page has room for it."""


class TracksListing(Listing[Track]):
    """The album as a record sleeve, then the songs of the rumor and the mix-ups.

    ``window`` tells the size of the window, which the sleeve may have no room in.
    """

    def __init__(self, state: AppState, window: Callable[[], Size]) -> None:
        super().__init__(state, Section.TRACKS)
        self.order = TrackOrder.NUMBER
        self._window = window

    @property
    def items(self) -> Sequence[Track]:
        """The songs of each place in the chosen order."""
        return in_order(self.state.library.tracks, self.order, self.rating)

    def caption(self, shown: Sequence[Track]) -> str:
        """Return the counts, and the order where it is not the album's."""
        on_album = sum(track.place is Place.ALBUM for track in shown)
        more = len(shown) - on_album
        tracks = f"{on_album} track{'s' if on_album != 1 else ''}"
        order = "" if self.order is TrackOrder.NUMBER else f"by {self.order}"
        return " · ".join(filter(None, (tracks, f"{more} more" if more else "", order)))

    def rows(self, shown: Sequence[Track]) -> Sequence[Row]:
        """Return the songs under the heading of where they stand."""
        rows: list[Row] = []
        for place, title in PLACE_HEADINGS.items():
            songs = [track.id for track in shown if track.place is place]
            rows += [Heading(self._heading(place, title)), *songs] if songs else []
        return rows

    def _heading(self, place: Place, title: str) -> str:
        album = self.state.library.album
        return f"{title} · {album.length}" if place is Place.ALBUM and album else title

    def entry(self, item: Track) -> Visual:
        """Draw number, title and length over where it plays and what the reader made of it."""
        detail = " · ".join(filter(None, (self._where(item), self.stars(item))))
        favorite = STAR if self.is_starred(item) else ""
        note = " ".join(filter(None, (item.length, favorite)))
        in_one, title = self.state.settings.is_read_aloud, self.hidden.title_of(item)
        return Entry(self._mark(item), title, note=note, detail=detail, compact=in_one)

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
        favorite = f"{STAR} favorite" if self.is_starred(item) else ""
        number = f"Track {item.number}" if item.number else ""
        return self.pages.build(
            item,
            Extras(
                notes=(number, item.length, favorite, self.stars(item)),
                facts=self._credits(item),
                picture=self._sleeve if item.place is Place.ALBUM and self.has_room else (),
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
    def has_room(self) -> bool:
        """Whether the window has room for the sleeve."""
        columns, rows = self._window()
        is_large = columns >= _SLEEVE_COLUMNS and rows >= _SLEEVE_ROWS
        return is_large and not self.state.settings.is_read_aloud

    @cached_property
    def _sleeve(self) -> Sequence[Content]:
        found = self.state.picture(_SLEEVE).value
        return picture_lines(found, has_pixels=self.state.has_pixels) if found else []
