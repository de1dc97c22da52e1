"""The pane that lists what a screen has, with a caption and a filter."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Generic

from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import Static

from hearts_tui.screens.item_filter import ItemFilter
from hearts_tui.screens.lazy_filter_box import LazyFilterBox
from hearts_tui.screens.listing import ItemT, Listing
from hearts_tui.widgets.item_list import ItemList


class ListPane(Generic[ItemT]):
    """Shows a listing, or what a typed filter lets through of it.

    ``filter`` is the line to type in, ``caption`` the line above all. The cursor is on ``current``,
    which is the id of an item or of another entry.
    """

    def __init__(self, listing: Listing[ItemT], item_list: ItemList) -> None:
        self.caption = Static(markup=False, classes="caption")
        self.item_list = item_list
        self._listing = listing
        self.filter = LazyFilterBox()
        self._item_filter: ItemFilter[ItemT] = ItemFilter(listing.address)

    @property
    def widgets(self) -> list[Widget]:
        """What the pane is made of, from top to bottom."""
        return [self.caption, self.item_list]

    @property
    def query_text(self) -> str:
        """What is typed as a filter."""
        return self.filter.text

    @property
    def shown(self) -> Sequence[ItemT]:
        """The items that the filter lets through."""
        state = self._listing.state
        return self._item_filter.apply(
            self._listing.items, self.query_text, state.spoiler_filter, state.marks.read
        )

    @property
    def current(self) -> str | None:
        """The id of the entry under the cursor."""
        return self.item_list.current

    @property
    def listed(self) -> Sequence[str]:
        """The ids of the entries in the list."""
        return self.item_list.ids

    def fill(self, *, from_top: bool = False, keeps_cursor: bool = True) -> None:
        """Fill the list with what the filter lets through, and write its caption.

        The cursor goes to the top, stays where it is, or goes to where a list begins.
        """
        items = {item.id: item for item in self.shown}
        first = () if self.query_text else self._listing.first_rows
        rows = [*first, *self._listing.rows(list(items.values()))]
        came_from = self.filter.came_from or self._listing.starting_at
        start = None if self.current and keeps_cursor else came_from
        if from_top:
            start = next((row for row in rows if isinstance(row, str)), None)
        self.item_list.fill(rows, partial(self._draw, items), start)
        self._update_caption()

    def _draw(self, items: Mapping[str, ItemT], entry_id: str) -> Visual:
        item, listing = items.get(entry_id), self._listing
        return listing.entry(item) if item is not None else listing.other_entry(entry_id)

    async def open_filter(self) -> Widget:
        """Show the line to type a filter in, and return it."""
        return await self.filter.show(above=self.item_list)

    def go_to(self, entry_id: str) -> bool:
        """Put the cursor on an entry, whatever filter is in its way; False where it is gone."""
        if entry_id not in self.listed:
            self.filter.drop()
            self._listing.show_all()
            self.fill()
        if entry_id not in self.listed:
            return False
        self.item_list.place(entry_id)
        return True

    def redraw(self, item: ItemT) -> None:
        """Draw one entry anew, and the caption."""
        if item.id in self.listed:
            self.item_list.redraw(item.id, self._listing.entry(item))
        self._update_caption()

    def _update_caption(self) -> None:
        """Write the line above the list."""
        found = self.listed or not self.query_text
        text = self._listing.caption(self.shown) if found else "nothing matches"
        problem = self.filter.problem
        if problem or self.caption.has_class("-problem"):
            # What can't be meant needs more room than the caption has.
            self.caption.set_class(bool(problem), "-problem")
            self.caption.update(problem or text)
        else:
            self.caption.update(text, layout=False)
