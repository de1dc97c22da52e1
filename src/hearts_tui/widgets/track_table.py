"""A table with the keys of hearts."""

from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widgets import DataTable

from hearts_tui.widgets import keys


class TrackTable(DataTable[Text], inherit_bindings=False):
    """Textual's table, with a cursor that marks whole rows and the keys of the table of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.LIST.bindings]

    def __init__(self, *, classes: str) -> None:
        super().__init__(cursor_type="row", classes=classes, zebra_stripes=False, cell_padding=0)

    @property
    def current(self) -> str | None:
        """The key of the row under the cursor."""
        if not self.row_count:
            return None
        return self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value

    def go_to(self, key: str) -> None:
        """Put the cursor on a row."""
        self.move_cursor(row=self.get_row_index(key), animate=False)

    def action_select(self) -> None:
        """Do what Enter does in every list."""
        self.action_select_cursor()

    def action_first(self) -> None:
        """Go to the top."""
        self.move_cursor(row=0, animate=False)

    def action_last(self) -> None:
        """Go to the end."""
        self.move_cursor(row=self.row_count - 1, animate=False)
