"""What goes with a page and has room beside or below its text: faces, a song, other pages."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Item, Status
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.tracks import Track
from hearts_tui.screens.portraits import Portraits
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.badges import badge
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.links import link

_ROWS, _MOST_ROWS = 34, 46
"""Cells of the window from which on there is room for more than the text, and for a lot."""

_BROAD, _BROAD_TEXT, _TEXT = 170, 72, 46
"""Columns of a window from which on its text is as broad as it gets; how broad, and before."""

_CRISIS_LINE = 4
"""Rows of the line that stands below a passage that needs it."""

_SONG_ROWS, _TEASER_ROWS = 5, 3


def has_room(window: Size) -> bool:
    """Return whether a window has room for more than the text."""
    return window.height >= _ROWS


def has_much_room(window: Size) -> bool:
    """Return whether it has room for a lot more."""
    return window.height >= _MOST_ROWS


@dataclass(frozen=True, slots=True)
class Company:
    """What goes with a page: below its text, beside it, and what that links to."""

    after: Sequence[Paragraph] = ()
    side: Sequence[Paragraph] = ()
    linked: Sequence[Address] = ()


class Companions:
    """Finds what goes with the pages of a section, as far as the reader may see it."""

    def __init__(self, state: AppState, portraits: Portraits) -> None:
        self._state = state
        self._portraits = portraits

    def of(
        self,
        item: Item,
        window: Size,
        taken: int,
        *,
        linked: Collection[Address] = (),
        drawn: str = "",
        tells_scene: bool = True,
    ) -> Company:
        """Return what there is room for in a window with a side pane.

        ``taken`` are the rows of the window that hold no text of the page. What is ``linked`` or
        ``drawn`` elsewhere on it is left out. With ``tells_scene`` a song has where it plays.
        """
        if not has_room(window) or not self._state.is_loaded:
            return Company()
        # What touches on health has neither a face beside it nor a song.
        most = 0 if item.sensitive else 2 if has_much_room(window) else 1
        faces = self._faces(item, drawn, most)
        song = None if item.sensitive else self._song(item)
        used = [*faces, *([song[0]] if song else [])]
        room = window.height - taken - _rows_of(item, window) - (_SONG_ROWS if song else 0)
        teasers = self._others(item, {*used, *linked}, room // _TEASER_ROWS)
        after = self._song_lines(*song, tells_scene=tells_scene) if song else []
        after += heading("Goes with it") if teasers else []
        for address in teasers:
            after += self._teaser(address)
        side = [line for face in faces for line in self._face(face, window)]
        return Company(after, side, [*used, *teasers])

    def _open(self, item: Item) -> Iterator[tuple[Address, Item]]:
        """Yield what a page is related to and the reader may see."""
        for address in item.related:
            found = self._state.index.get(address)
            if found is not None and not self._state.spoiler_filter.hides(found.spoiler, address):
                yield address, found

    def _faces(self, item: Item, drawn: str, most: int) -> list[Address]:
        """Return the people of a page who have an emblem that isn't drawn on it already."""
        people = [
            address
            for address, _ in self._open(item)
            if address.section is Section.CAST
            and address.id != drawn
            and self._portraits.find(address.id).value is not None
        ]
        return people[:most]

    def _face(self, address: Address, window: Size) -> list[Paragraph]:
        person = self._state.index[address]
        art = self._portraits.at_head(address.id, window)
        name = Paragraph(link(person.title, address))
        return [GAP, *map(Paragraph, art), name, quiet(person.summary)]

    def _song(self, item: Item) -> tuple[Address, Track] | None:
        """Return the first song of the album that a page is about."""
        songs = (
            (address, song)
            for address, song in self._open(item)
            if isinstance(song, Track) and song.number is not None
        )
        return next(songs, None)

    def _song_lines(self, address: Address, song: Track, *, tells_scene: bool) -> list[Paragraph]:
        tells_scene &= not self._state.spoiler_filter.hides(Spoiler.FILM, address)
        where = (f"Track {song.number}", song.scene if tells_scene else "")
        return [
            *heading("Listen along"),
            Paragraph(link(song.title, address), 2, "♪ "),
            Paragraph(Content.styled(" · ".join(filter(None, where)), "$text-muted"), 2),
            Paragraph(line_on(song), 2),
        ]

    def _others(self, item: Item, told: Collection[Address], most: int) -> list[Address]:
        """Return what else a page goes with, as much of it as has room."""
        others = [address for address, _ in self._open(item) if address not in told]
        return others[: max(0, most)]

    def _teaser(self, address: Address) -> list[Paragraph]:
        item = self._state.index[address]
        return [Paragraph(link(item.title, address), 2, "· "), Paragraph(line_on(item), 2)]


def line_on(item: Item) -> Content:
    """Return the line on an item, after its sign where it isn't simply so."""
    told = Content.styled(item.summary, "$text-muted")
    is_so = item.status in (Status.CONFIRMED, Status.THEORY)
    return told if is_so else Content.assemble(badge(item.status), "  ", told)


def _rows_of(item: Item, window: Size) -> int:
    """Return about how many rows the text of an item takes."""
    width = _BROAD_TEXT if window.width >= _BROAD else _TEXT
    accounts = [f"{account.says} {' '.join(account.sources)}" for account in item.accounts]
    texts = [*item.body.split("\n\n"), *(part.text for part in item.parts), *accounts]
    rows = sum(len(text) // width + 2 for text in texts) + 2 * len(item.parts)
    chart = len(item.chart.bars) + 2 if item.chart else 0
    crisis = _CRISIS_LINE * sum((item.sensitive, *(part.sensitive for part in item.parts)))
    return rows + chart + crisis
