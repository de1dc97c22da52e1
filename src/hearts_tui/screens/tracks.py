"""The tracklist."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import DataTable

from hearts_tui.domain.address import Section
from hearts_tui.domain.spoilers import mask
from hearts_tui.domain.tracks import Place, Track, TrackOrder, in_order
from hearts_tui.screens.list_detail import ClaimPages
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.badges import badge_text
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.list_item import fitted
from hearts_tui.widgets.track_table import TrackTable

_STAR = "★"

_PLACES = {
    Place.ALBUM: "On the album of the 2022 film.",
    Place.SEQUEL: "Named for the said sequel; not on the album of the 2022 film.",
    Place.ELSEWHERE: "Not on the album of the 2022 film.",
}


_ANY = 10_000
"""More cells than a window is wide."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what it holds, its width in cells and the windows it is for."""

    heading: str
    text: Callable[[Track], str]
    width: int
    windows: range = range(_ANY)
    sorts: TrackOrder | None = None


def _surnames(track: Track) -> str:
    return ", ".join(name.split()[-1] for name in track.writers) or "-"


_COLUMNS = (
    Column("No", lambda t: str(t.number or "-").rjust(2), 2, sorts=TrackOrder.NUMBER),
    Column("Title", lambda t: t.title, 18, range(78), sorts=TrackOrder.TITLE),
    Column("Title", lambda t: t.title, 25, range(78, _ANY), sorts=TrackOrder.TITLE),
    Column("Performer", lambda t: t.performer, 12, range(60, 78), TrackOrder.PERFORMER),
    Column("Performer", lambda t: t.performer, 24, range(78, _ANY), TrackOrder.PERFORMER),
    Column("Writers", _surnames, 18, range(96, 118)),
    Column("Writers", lambda t: ", ".join(t.writers) or "-", 30, range(118, _ANY)),
    Column("From", lambda t: t.place.value, 9, range(106, _ANY)),
    Column("Status", lambda t: badge_text(t.status), 14, sorts=TrackOrder.STATUS),
)
"""Below a width of 78 cells, performers and long titles are cut; the page has them in full."""

_STRETCHED = {"Title": 1, "Performer": 1}
"""Who gets the room that is left, in shares."""

_EDGES = 6
"""Cells that no column has: the star, the padding and the scroll bar."""


class TracksScreen(ClaimPages[Track]):
    """A sortable table of songs over a page about the one under the cursor."""

    SECTION = Section.TRACKS
    CSS_PATH = "tracks.tcss"
    STACKED = True
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.TRACKS,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.TRACKS.bindings]

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._order = TrackOrder.NUMBER

    def make_list(self) -> Widget:
        """Make an empty table."""
        return TrackTable(classes="catalogue")

    @property
    def table(self) -> TrackTable:
        """The table."""
        return self.query_one(".catalogue", TrackTable)

    @property
    def current(self) -> str | None:
        """The id of the song under the cursor."""
        return self.table.current

    @property
    def listed(self) -> Sequence[str | None]:
        """The ids of the songs in the table."""
        return [key.value for key in self.table.rows]

    def go_to(self, item_id: str) -> None:
        """Put the cursor on a song."""
        with self.prevent(DataTable.RowHighlighted):
            self.table.go_to(item_id)

    @property
    def items(self) -> Sequence[Track]:
        """The songs in the chosen order."""
        return in_order(self.state.library.tracks, self._order)

    @property
    def caption(self) -> str:
        """The order and the count."""
        return f"{len(self.shown)} songs · by {self._order} · {_STAR} favourite"

    def texts(self, item: Track) -> Iterable[str]:
        """Look into performer, writers and album as well."""
        return *super().texts(item), item.performer, item.work, *item.writers

    def notes(self, item: Track) -> Sequence[str]:
        """Return the favourite's star."""
        return (f"{_STAR} favourite" if self.is_starred(item) else "",)

    def before_body(self, item: Track) -> list[Paragraph]:
        """Tell performer, writers, where the song is from and where it stands."""
        writers = ", ".join(item.writers) or "not known"
        number = f"Track {item.number} of " if item.number else ""
        return [
            Paragraph(Content.assemble(("Performed by ", "$text-muted"), item.performer)),
            Paragraph(Content.assemble(("Written by ", "$text-muted"), writers)),
            Paragraph(Content.assemble(("From ", "$text-muted"), f"{number}{item.work}")),
            Paragraph(Content(_PLACES[item.place])),
            GAP,
        ]

    def fill(self, *, from_top: bool = False) -> None:
        """Lay the table out for the present width and fill it."""
        table, current = self.table, self.current
        columns = self._fitting_columns()
        with self.prevent(DataTable.RowHighlighted):
            table.clear(columns=True)
            table.add_column("", width=2, key="star")
            for column, width in columns:
                sign = "▾" if column.sorts is self._order else ""
                table.add_column(Text(f"{column.heading}{sign}"), width=width, key=column.heading)
            for track in self.shown:
                table.add_row(*self._cells(track, columns), key=track.id)
            if not from_top and current in {track.id for track in self.shown}:
                table.go_to(current)
        self.report_faults()

    def action_star(self) -> None:
        """Make the song a favourite, or not."""
        if self.item is not None:
            self.toggle_star(self.item)
            self.table.update_cell(self.item.id, "star", self._star(self.item))

    def action_next_order(self) -> None:
        """Sort by the next column that can be sorted by."""
        self._sort(self._order.next())

    @on(DataTable.HeaderSelected)
    def _heading_clicked(self, event: DataTable.HeaderSelected) -> None:
        for column in _COLUMNS:
            if column.heading == event.column_key.value and column.sorts is not None:
                self._sort(column.sorts)

    @on(DataTable.RowHighlighted)
    def _cursor_moved(self) -> None:
        self.show_current()

    @on(DataTable.RowSelected)
    def _opened(self) -> None:
        self.open_current()

    def on_resize(self, event: Resize) -> None:
        """Lay the table out anew: which columns there are depends on the width."""
        del event
        self.fill()

    def _sort(self, order: TrackOrder) -> None:
        self._order = order
        self.fill()
        self.update_caption()

    def _cells(self, track: Track, columns: list[tuple[Column, int]]) -> list[Text]:
        hidden = self.state.spoiler_filter.hides(track.spoiler, str(self.address(track.id)))
        cells = [self._star(track)]
        for column, width in columns:
            text = column.text(track)
            covered = hidden and column.heading != "Status"
            cells.append(Text(fitted(mask(text) if covered else text, width - 1)))
        return cells

    def _fitting_columns(self) -> list[tuple[Column, int]]:
        room = self.app.size.width
        columns = [column for column in _COLUMNS if room in column.windows]
        spare = max(0, room - _EDGES - sum(column.width + 1 for column in columns))
        shares = sum(_STRETCHED.get(column.heading, 0) for column in columns)
        return [(c, c.width + 1 + spare * _STRETCHED.get(c.heading, 0) // shares) for c in columns]

    def _star(self, track: Track) -> Text:
        return Text(_STAR if self.is_starred(track) else " ")
