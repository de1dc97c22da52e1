"""The reading pane."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.visual import Visual
from textual.widgets import Static

from hearts_tui.widgets import keys


class Reader(VerticalScroll, can_focus=True, inherit_bindings=False):
    """One sheet of text that scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.READING.bindings]

    def compose(self) -> ComposeResult:
        """Hold a single widget, so that a new text is one repaint."""
        yield Static(markup=False, classes="sheet")

    def show(self, sheet: Visual, *, from_top: bool = True) -> None:
        """Replace the text; ``from_top`` starts reading at its beginning."""
        self.query_one(".sheet", Static).update(sheet)
        if from_top:
            self.scroll_home(animate=False, immediate=True)
