"""The line in which a filter is typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FilterBox(Input):
    """A one-line input that filters while one types; hidden while it is empty and unused.

    One that ``keeps_place`` leaves its row blank then, so that a window keeps its size; where the
    style sheet has no room for a blank row, it has one for as long as it is used.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "leave", "to the list", key_display="Enter", id="filter.leave"),
        Binding("escape", "clear", "clear", key_display="Esc", id="filter.clear"),
    ]

    class Left(Message):
        """The user is done typing and wants to go on in the list."""

    def __init__(self, *, keeps_place: bool = False) -> None:
        super().__init__(placeholder="type to filter", compact=True, classes="filter")
        self.cursor_blink = False
        self.came_from: str | None = None
        """The entry that the list's cursor was on when the typing began, while it is needed."""
        self._keeps_place = keeps_place
        self.show(is_used=False)

    def show(self, *, is_used: bool) -> None:
        """Show or hide the line."""
        if not self._keeps_place:
            self.display = is_used
            return
        self.visible = is_used
        if is_used:
            self.display = True
        else:
            self.styles.clear_rule("display")

    def open(self) -> None:
        """Start typing."""
        self.show(is_used=True)
        self.focus()

    def drop(self) -> None:
        """Drop the filter; whoever is typing elsewhere goes on there."""
        self.value = ""
        self.came_from = None
        self.show(is_used=False)

    def action_leave(self) -> None:
        """Go to the list; the filter stays while there is text in it."""
        self.show(is_used=bool(self.value))
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Drop the filter and go to the list."""
        self.value = ""
        self.action_leave()
