"""What there is to see around a page about the film: a drawing, a face, the song, what follows."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.film import FilmGroup, FilmPage
from hearts_tui.domain.item import Item, Status
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.tracks import Track
from hearts_tui.screens.portraits import Portraits
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.badges import badge
from hearts_tui.widgets.document import Block, Figure, Paragraph
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.links import link

_ROWS = 34
"""Cells of the window from which on there is room for more than the text."""

_ROWS_FOR_PICTURES = 46
"""Cells from which on there is room for a second face, and for a drawing of what comes next."""

_BROAD, _BROAD_TEXT, _TEXT = 170, 72, 46
"""Columns of a window from which on its text is as broad as it gets; how broad, and before."""

_AROUND = 20
"""Rows that a page takes besides its text: its head, its foot, and the lines of the window."""

_DRAWING = 8
"""Rows of a drawing."""

_CRISIS_LINE = 4
"""Rows of the line that stands below a passage that needs it."""

_SONG_ROWS, _TEASER_ROWS = 5, 3


def has_room(window: Size) -> bool:
    """Return whether a window has room for more than the text."""
    return window.height >= _ROWS


@dataclass(frozen=True, slots=True)
class Sights:
    """What stands around the text of a page, and what it links to."""

    picture: Sequence[Content] = ()
    facts: Sequence[Paragraph] = ()
    after: Sequence[Paragraph] = ()
    side: Sequence[Paragraph] = ()
    linked: Sequence[Address] = ()


class FilmSights:
    """Finds what there is to see around the pages about the film."""

    def __init__(self, state: AppState) -> None:
        self._state = state
        self._portraits = Portraits(state)

    def around(
        self, item: FilmPage, window: Size, *, wide: bool, linked: Collection[Address]
    ) -> Sights:
        """Return what a window has room for; ``wide`` where it has a side pane.

        What is ``linked`` elsewhere on the page is not told of again.
        """
        if not has_room(window):
            return Sights()
        picture = self._portraits.at_head(item.picture, window) if item.picture else ()
        facts = [Paragraph(Content("")), quiet(item.summary)]
        if not wide:
            return Sights(picture, facts)
        faces = self._faces(item, 2 if window.height >= _ROWS_FOR_PICTURES else 1)
        song = self._song(item)
        taken = [*faces, *([song[0]] if song else [])]
        room = self._room(item, window) - (_SONG_ROWS if song else 0)
        teasers = self._teasers(item, {*taken, *linked}, room // _TEASER_ROWS)
        after = [*(song[1] if song else ()), *(heading("Goes with it") if teasers else ())]
        for address in teasers:
            after += self._teaser(address)
        side = [line for face in faces for line in self._face(face, window)]
        return Sights(picture, facts, after, side, [*taken, *teasers])

    def teaser(self, page: FilmPage, window: Size, *, drawn: str) -> list[Block]:
        """Return the line on a page that comes next, in the largest windows with its drawing.

        What is ``drawn`` on the page already is not drawn again.
        """
        if not has_room(window):
            return []
        if window.height < _ROWS_FOR_PICTURES or page.picture in ("", drawn):
            return [Paragraph(_summary(page), 2)]
        picture = self._portraits.at_head(page.picture, window)
        return [Figure(picture, [Paragraph(_summary(page))])]

    def _room(self, item: FilmPage, window: Size) -> int:
        """Return about how many rows the text leaves."""
        width = _BROAD_TEXT if window.width >= _BROAD else _TEXT
        texts = [*item.body.split("\n\n"), *(part.text for part in item.parts)]
        rows = sum(len(text) // width + 2 for text in texts) + 2 * len(item.parts)
        chart = len(item.chart.bars) + 2 if item.chart else 0
        crisis = _CRISIS_LINE if item.sensitive else 0
        drawing = _DRAWING if window.height >= _ROWS_FOR_PICTURES else 0
        return window.height - _AROUND - drawing - rows - chart - crisis

    def _open(self, item: FilmPage) -> Iterator[tuple[Address, Item]]:
        """Yield what a page is related to and the reader may see."""
        for address in item.related:
            found = self._state.index.get(address)
            if found is not None and not self._state.spoiler_filter.hides(found.spoiler, address):
                yield address, found

    def _faces(self, item: FilmPage, most: int) -> list[Address]:
        """Return the people of a page who have an emblem that isn't its drawing already."""
        people = [
            address
            for address, _ in self._open(item)
            if address.section is Section.CAST
            and address.id != item.picture
            and self._portraits.find(address.id).value is not None
        ]
        return people[:most]

    def _face(self, address: Address, window: Size) -> list[Paragraph]:
        person = self._state.index[address]
        art = self._portraits.at_head(address.id, window)
        name = Paragraph(link(person.title, address))
        return [Paragraph(Content("")), *map(Paragraph, art), name, quiet(person.summary)]

    def _song(self, item: FilmPage) -> tuple[Address, list[Paragraph]] | None:
        """Return the first song of the album that a page is about, with where it plays."""
        for address, song in self._open(item):
            if isinstance(song, Track) and song.number is not None:
                scene = "" if self._hides_scene(item, address) else song.scene
                where = " · ".join(filter(None, (f"Track {song.number}", scene)))
                title = Paragraph(link(song.title, address), 2, "♪ ")
                lines = [Paragraph(Content.styled(where, "$text-muted"), 2)]
                lines.append(Paragraph(Content.styled(song.summary, "$text-muted"), 2))
                return address, [*heading("Listen along"), title, *lines]
        return None

    def _hides_scene(self, item: FilmPage, song: Address) -> bool:
        """Return whether to leave out where a song plays; pages about songs tell it themselves."""
        return item.group is FilmGroup.SONGS or self._state.spoiler_filter.hides(Spoiler.FILM, song)

    def _teasers(self, item: FilmPage, taken: Collection[Address], most: int) -> list[Address]:
        """Return what else a page goes with, as much of it as has room."""
        others = [address for address, _ in self._open(item) if address not in taken]
        return others[: max(0, most)]

    def _teaser(self, address: Address) -> list[Paragraph]:
        item = self._state.index[address]
        title = Paragraph(link(item.title, address), 2, "· ")
        return [title, Paragraph(_summary(item), 2)]


def _summary(item: Item) -> Content:
    """Return the line on an item, after its sign where it isn't simply so."""
    told = Content.styled(item.summary, "$text-muted")
    is_so = item.status in (Status.CONFIRMED, Status.THEORY)
    return told if is_so else Content.assemble(badge(item.status), "  ", told)
