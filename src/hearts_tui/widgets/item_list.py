"""A list with the keys of hearts, which keeps its place when its entries change."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar

from textual.binding import BindingType
from textual.reactive import var
from textual.timer import Timer
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hearts_tui.widgets import keys

_LONG, _AT_ONCE = 400, 80
"""Entries that make a list a long one, and how many of it come at once: more than windows show."""

_LATER, _PAUSE = 500, 0.25
"""Entries that follow at a time, and the seconds between, in which keys have their turn."""


class ItemList(OptionList, inherit_bindings=False):
    """Entries with an id each; Textual's option list with the keys of the table."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.LIST.bindings]

    moves: var[int] = var(0, init=False)
    """How often the cursor came to an entry, but for ``fill`` and ``place``.

    Whoever watches this shows the entry in the same frame as the list; the message that tells of it
    comes after that frame.
    """

    _is_quiet = False
    _draw: Callable[[str], Visual]
    _coming: Sequence[str] = ()
    _later: Timer | None = None

    @property
    def current(self) -> str | None:
        """The id of the entry under the cursor."""
        option = self.highlighted_option
        return option.id if option else None

    @property
    def ids(self) -> list[str | None]:
        """The ids of all entries, from top to bottom."""
        return [*(option.id for option in self.options), *self._coming]

    def fill(
        self, ids: Sequence[str], draw: Callable[[str], Visual], current: str | None = None
    ) -> None:
        """Replace all entries; the cursor goes to ``current``, or stays on the id it was on.

        Of a long list only the beginning is drawn at once, so that a key is answered soon; the rest
        follows by itself. ``draw`` draws the entry of an id.
        """
        wanted = current or self.current
        row = min(self.highlighted or 0, len(ids) - 1)
        place = ids.index(wanted) if wanted in ids else row
        count = max(place, 0) + _AT_ONCE if len(ids) > _LONG else len(ids)
        offset = self.scroll_offset
        self._draw, self._coming = draw, list(ids[count:])
        with self._quietly():
            self.set_options(Option(draw(entry_id), id=entry_id) for entry_id in ids[:count])
            self.highlighted = place if ids else None
        self.scroll_to(y=offset.y, animate=False, immediate=True)
        self.scroll_to_highlight()
        self._wait_for_more()

    def _wait_for_more(self) -> None:
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(_PAUSE, self._add_some) if self._coming else None

    def _add_some(self) -> None:
        self._add(_LATER)
        self._wait_for_more()

    def _add(self, count: int) -> None:
        ids, self._coming = self._coming[:count], self._coming[count:]
        self.add_options(Option(self._draw(entry_id), id=entry_id) for entry_id in ids)

    def complete(self) -> None:
        """Draw what is still to come of a long list."""
        self._add(len(self._coming))

    def action_last(self) -> None:
        """Go to the end."""
        self.complete()
        super().action_last()

    def action_cursor_up(self) -> None:
        """Go up; from the top to the end."""
        if not self.highlighted:
            self.complete()
        super().action_cursor_up()

    def action_page_down(self) -> None:
        """Go down by a page; without a height there is none, which Textual does not expect."""
        self.complete()
        if self.size.height:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """Go up by a page, where there is one."""
        if self.size.height:
            super().action_page_up()  # type: ignore[no-untyped-call]

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
