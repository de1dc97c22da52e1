"""The line above a list in which a filter is typed, made when it is first asked for."""

from typing import TYPE_CHECKING

from textual.widget import Widget

from hearts_tui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from hearts_tui.widgets.filter_box import FilterBox


class LazyFilterBox:
    """A filter box above a list; most lists never need one."""

    def __init__(self) -> None:
        self._box: FilterBox | None = None

    @property
    def text(self) -> str:
        """What is typed."""
        return self._box.value if self._box else ""

    @property
    def problem(self) -> str:
        """What of it can't be meant, in a sentence; empty where all of it can."""
        if not self.text:
            return ""
        from hearts_tui.domain.query import parse_query

        return parse_query(self.text).problem

    @property
    def came_from(self) -> str | None:
        """The entry that the list's cursor was on when the typing began, while it is needed."""
        return self._box.came_from if self._box else None

    async def show(self, above: ItemList) -> Widget:
        """Show the line above a list, and return the line."""
        if self._box is None:
            from hearts_tui.widgets.filter_box import FilterBox

            self._box = FilterBox()
            await above.screen.mount(self._box, before=above)
        self._box.display = True
        if not self.text:
            self._box.came_from = above.current
        return self._box

    def end(self) -> None:
        """Forget where the cursor came from, unless something is typed."""
        if self._box is not None and not self.text:
            self._box.came_from = None

    def clear(self) -> None:
        """Drop what is typed, and go on in the list."""
        if self._box is not None:
            self._box.action_clear()

    def drop(self) -> None:
        """Drop what is typed; the focus stays where it is."""
        if self._box is not None:
            self._box.drop()
