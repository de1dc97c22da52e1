"""A list pane and a reading pane; where the window has no room for both, one at a time."""

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import DescendantFocus, Resize
from textual.widget import Widget

SIDE_BY_SIDE_COLUMNS = 70
STACKED_ROWS = 14


class SplitView(Container):
    """Two panes, side by side or stacked.

    The pane that holds the focus is the one in front when there is room for one only; the other
    keeps its place and its state.
    """

    def __init__(self, left: list[Widget], right: list[Widget], *, stacked: bool = False) -> None:
        super().__init__(classes="stacked" if stacked else "beside")
        self._stacked = stacked
        self.reading = False
        """Whether the right pane holds the focus."""
        self._left = Vertical(*left, classes="list-pane")
        self._right = Vertical(*right, classes="reading-pane")

    def compose(self) -> ComposeResult:
        """Yield the two panes."""
        yield self._left
        yield self._right

    @property
    def single(self) -> bool:
        """Whether there is room for one pane only."""
        columns, rows = self.size
        return columns < SIDE_BY_SIDE_COLUMNS or (self._stacked and rows < STACKED_ROWS)

    def focus_pane(self, widget: Widget) -> None:
        """Bring the pane of a widget to the front and give the widget the focus."""
        self._turn(reading=self._right in widget.ancestors)
        widget.focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the focus, however it moved."""
        self._turn(reading=self._right in event.widget.ancestors)

    def on_resize(self, _: Resize) -> None:
        """Show both panes or one, as the new size allows."""
        self._turn(reading=self.reading)

    def _turn(self, *, reading: bool) -> None:
        self.reading = reading
        if not self.size:
            return
        self._left.display = not (self.single and reading)
        self._right.display = not (self.single and not reading)
        self.set_class(self.single, "-single")
