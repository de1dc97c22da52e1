"""A list with the keys of hearts, which keeps its place when its entries change."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Offset
from textual.reactive import var
from textual.strip import Strip
from textual.timer import Timer
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hearts_tui.widgets import keys
from hearts_tui.widgets.key_group import KeyGroup
from hearts_tui.widgets.sure_timer import set_sure_timer

_LONG, _AT_ONCE = 400, 80
"""Entries that make a list a long one, and how many of it come at once: more than windows show."""

_LATER, _PAUSE = 500, 0.25
"""Entries that follow at a time, and the seconds between, in which keys have their turn."""

_BAR = "▌"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between entries, which the cursor passes over."""

    text: str


Row = str | Heading
"""The id of an entry, or a heading."""


class ItemList(OptionList, inherit_bindings=False):
    """Entries with an id each, and headings; Textual's option list with the keys of the table."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.LIST.bindings]

    moves: var[int] = var(0, init=False)
    """How often the cursor came to an entry, but for ``fill`` and ``place``.

    Whoever watches this shows the entry in the same frame as the list; the message that tells of it
    comes after that frame.
    """

    _is_quiet = False
    _draw: Callable[[str], Visual]
    _coming: Sequence[Row] = ()
    _later: Timer | None = None

    @property
    def current(self) -> str | None:
        """The id of the entry under the cursor."""
        option = self.highlighted_option
        return option.id if option else None

    @property
    def marked_cell(self) -> Offset:
        """The first cell of the entry under the cursor, counted from the first in sight."""
        self._update_lines()
        line = self._index_to_line.get(-1 if self.highlighted is None else self.highlighted, 0)
        return Offset(0, line - self.scroll_offset.y)

    @property
    def ids(self) -> list[str]:
        """The ids of all entries, from top to bottom."""
        shown = [option.id for option in self.options if option.id is not None]
        return [*shown, *(row for row in self._coming if isinstance(row, str))]

    def fill(
        self, rows: Sequence[Row], draw: Callable[[str], Visual], current: str | None = None
    ) -> None:
        """Replace all rows; the cursor goes to ``current``, or stays on the id it was on.

        Of a long list only the beginning is drawn at once, so that a key is answered soon; the rest
        follows by itself. ``draw`` draws the entry of an id.
        """
        wanted = current or self.current
        place = rows.index(wanted) if wanted in rows else _entry_near(rows, self.highlighted or 0)
        count = (place or 0) + _AT_ONCE if len(rows) > _LONG else len(rows)
        offset = self.scroll_offset
        self._draw, self._coming = draw, list(rows[count:])
        with self._quietly():
            self.set_options(map(self._option, rows[:count]))
            self.highlighted = place
        self.scroll_to(y=offset.y, animate=False, immediate=True)
        self.scroll_to_highlight()
        self._wait_for_more()

    def _option(self, row: Row) -> Option:
        if isinstance(row, Heading):
            return Option(row.text, disabled=True)
        return Option(self._draw(row), id=row)

    def _wait_for_more(self) -> None:
        if self._later is not None:
            self._later.stop()
        self._later = set_sure_timer(self, _PAUSE, self._add_some) if self._coming else None

    def _add_some(self) -> None:
        self._add(_LATER)
        self._wait_for_more()

    def _add(self, count: int) -> None:
        rows, self._coming = self._coming[:count], self._coming[count:]
        self.add_options(map(self._option, rows))

    def complete(self) -> None:
        """Draw what is still to come of a long list."""
        self._add(len(self._coming))

    def action_last(self) -> None:
        """Go to the end."""
        self.complete()
        super().action_last()

    def action_cursor_down(self) -> None:
        """Go down; the last entry is the end."""
        if self.current != next(reversed(self.ids), None):
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go up; the first entry is the end. What stands above it comes into sight."""
        if self.current != next(iter(self.ids), None):
            super().action_cursor_up()
        else:
            self.scroll_home(animate=False)

    def action_page_down(self) -> None:
        """Go down by a page; without a height there is none, which Textual does not expect."""
        self.complete()
        if self.size.height:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """Go up by a page, where there is one."""
        if self.size.height:
            super().action_page_up()  # type: ignore[no-untyped-call]
        if self.highlighted is None:
            # Nothing but a heading was there, which is no place for the cursor.
            self.action_first()

    def on_resize(self) -> None:
        """Keep the cursor in sight when the window changes."""
        self.call_after_refresh(self.scroll_to_highlight)

    def scroll_to_highlight(self, top: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Bring the cursor into sight: from beyond an edge to the middle, not line by line.

        One jump in half a window of keys sends less than a list that moves with each key, and shows
        what comes next; on top stands a whole entry. Part of Textual's option list.
        """
        del top
        row = self.highlighted
        if row is None or not self.is_mounted:
            return
        self._update_lines()
        if row not in self._index_to_line:
            return
        y, height = self._index_to_line[row], self._heights[row]
        above, room = self.scroll_offset.y, self.scrollable_content_region.height
        if y < above or y + height > above + room:
            middle = y - max(0, room - height) // 2
            whole = min(start for start in self._index_to_line.values() if start >= middle)
            self.scroll_to(y=whole, animate=False, immediate=True)

    def redraw(self, entry_id: str, visual: Visual) -> None:
        """Replace the drawing of one entry."""
        if entry_id not in self._coming:
            self.replace_option_prompt(entry_id, visual)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Tell of the cursor's new place; part of Textual's option list."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and not self._is_quiet:
            self.moves += 1

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        self._is_quiet = True
        try:
            with self.prevent(OptionList.OptionHighlighted):
                yield
        finally:
            self._is_quiet = False

    def place(self, entry_id: str) -> None:
        """Put the cursor on an entry without telling of it."""
        with self._quietly():
            self.go_to(entry_id)

    def go_to(self, entry_id: str) -> None:
        """Put the cursor on an entry."""
        if entry_id in self._coming:
            self.complete()
        self.highlighted = self.get_option_index(entry_id)


def _entry_near(rows: Sequence[Row], place: int) -> int | None:
    """Return the index of the entry at a place, or of the nearest one; None where there is none."""
    entries = [index for index, row in enumerate(rows) if isinstance(row, str)]
    return min(entries, key=lambda index: abs(index - place), default=None)


class BarCursorList(ItemList):
    """The list of a screen. Its cursor is a bar in the padding, along all lines of an entry.

    To change the ground under an entry means to send its letters once more, a bar a few bytes.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar-cursor-list--bar"}
    KEYS: ClassVar[KeyGroup] = keys.LIST
    """Its bindings, under a heading for the help."""

    def __init__(self) -> None:
        super().__init__(classes="items", compact=True, markup=False)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight; part of Textual's line API."""
        strip = super().render_line(y)
        if not self._is_of_current(y + self.scroll_offset.y):
            return strip
        bar = Segment(_BAR, self.get_visual_style("bar-cursor-list--bar").rich_style)
        return Strip([bar, *strip.crop(1)])

    def _is_of_current(self, line: int) -> bool:
        row = self.highlighted
        if row is None or row not in self._index_to_line:
            return False
        top = self._index_to_line[row]
        return top <= line < top + self._heights[row]
