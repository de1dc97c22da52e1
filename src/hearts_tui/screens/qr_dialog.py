"""The window that shows an address as a QR code, for a phone to take along."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static

from hearts_tui.screens.clipboard import copy
from hearts_tui.widgets.dimmed import DimsBehind
from hearts_tui.widgets.dismissed_once import DismissedOnce
from hearts_tui.widgets.latest_size import LatestSize
from hearts_tui.widgets.message_line import MessageLine
from hearts_tui.widgets.qr_code import Form, qr_code, size_of
from hearts_tui.widgets.too_small import TooSmall

_BELOW = 2
"""Lines below the code: what it says, and how to close the window."""


class QrDialog(DismissedOnce, DimsBehind, LatestSize, ModalScreen[None]):
    """A code with what it says below it; a sentence in its place where the window is too small."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,Q", "dismiss", "close", show=False),
        Binding("y", "copy", "copy", show=False),
    ]

    def __init__(self, text: str, form: Form) -> None:
        super().__init__()
        self._text = text
        self._code = qr_code(text, form)

    def compose(self) -> ComposeResult:
        """Lay out the code and the lines below it."""
        said = Static(self._text, markup=False, classes="qr-text")
        # Where the terminal's cursor stands: a code can't be read aloud.
        said.can_focus = True
        with Vertical(classes="qr"):
            with Center():
                yield Static(markup=False, classes="qr-code")
            yield said
            yield Static("Esc closes.", markup=False, classes="qr-text -hint")
        yield MessageLine()
        yield TooSmall()

    def on_mount(self) -> None:
        """Draw the code, and go to what it says."""
        self._draw()
        self.query_one(".qr-text").focus()

    def on_resize(self, event: Resize) -> None:
        """Draw the code where there is room for it now."""
        del event
        self._draw()

    def action_copy(self) -> None:
        """Copy what the code says."""
        copy(self.app, self._text)

    def _draw(self) -> None:
        needed, size = size_of(self._code), self.app.size
        rows = needed.height + _BELOW
        fits = needed.width <= size.width and rows <= size.height
        if fits:
            shown = Content("\n").join(self._code)
        else:
            shown = Content(
                f"This QR code needs a window of {needed.width}x{rows}; this one has "
                f"{size.width}x{size.height}. y copies the link instead."
            )
        code = self.query_one(".qr-code", Static)
        code.update(shown)
        code.set_class(not fits, "-sentence")
