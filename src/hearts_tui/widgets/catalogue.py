"""A list with the keys of hearts, which keeps its place when its entries change."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hearts_tui.widgets import keys


class Catalogue(OptionList, inherit_bindings=False):
    """Entries with an id each; Textual's option list with the keys of the table."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.LIST.bindings]

    @property
    def current(self) -> str | None:
        """The id of the entry under the cursor."""
        option = self.highlighted_option
        return option.id if option else None

    @property
    def ids(self) -> list[str | None]:
        """The ids of all entries, from top to bottom."""
        return [option.id for option in self.options]

    def fill(self, entries: Iterable[tuple[str, Visual]], current: str | None = None) -> None:
        """Replace all entries; the cursor goes to ``current``, or stays on the id it was on."""
        wanted = current or self.current
        row = self.highlighted or 0
        offset = self.scroll_offset
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(Option(visual, id=entry_id) for entry_id, visual in entries)
            self.highlighted = self._index(wanted, row)
        self.scroll_to(y=offset.y, animate=False, immediate=True)
        self.scroll_to_highlight()

    def action_page_down(self) -> None:
        """Go down by a page; without a height there is none, which Textual does not expect."""
        if self.size.height:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """Go up by a page, where there is one."""
        if self.size.height:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def on_resize(self) -> None:
        """Keep the cursor in sight when the window changes."""
        self.call_after_refresh(self.scroll_to_highlight)

    def redraw(self, entry_id: str, visual: Visual) -> None:
        """Replace the drawing of one entry."""
        self.replace_option_prompt(entry_id, visual)

    def go_to(self, entry_id: str) -> None:
        """Put the cursor on an entry."""
        self.highlighted = self.get_option_index(entry_id)

    def _index(self, wanted: str | None, row: int) -> int | None:
        if not self.option_count:
            return None
        ids = self.ids
        return ids.index(wanted) if wanted in ids else min(row, len(ids) - 1)
