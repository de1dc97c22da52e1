"""A list pane, a reading pane and, in wide windows, a side pane."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import DescendantFocus, Resize
from textual.widget import Widget

from hearts_tui.widgets.reader import Reader

SIDE_BY_SIDE_COLUMNS = 70
"""Cells from which on the list and the page stand side by side."""

WIDE_COLUMNS, WIDE_ROWS = 110, 20
"""Cells from which on a side pane stands beside the page."""

READ_ALOUD = "-read-aloud"
"""The style class of an app whose screen is read aloud: a line of it has to be one line of text."""


SECONDS_TO_TURN = 0.05
"""How long the frames wait while one pane takes the place of the other, and is read aloud."""


class SplitView(Container):
    """Two or three panes side by side; in narrow windows the list or the page.

    The pane that holds the focus is the one in front when there is room for one only; the other
    keeps its place and its state.
    """

    def __init__(
        self,
        left: list[Widget],
        right: list[Widget],
        side: list[Widget],
        above: Sequence[Widget] = (),
    ) -> None:
        """Make the panes; what is ``above`` them may leave the list its full height."""
        super().__init__()
        self._above = above
        self._widgets, self._beside = [*left, *right], side
        self.reading = False
        """Whether the focus is beside the list, and not in it."""
        self._left = Vertical(*left, classes="list-pane")
        self._right = Vertical(*right, classes="reading-pane")
        self._side = Vertical(*side, classes="side-pane")

    def compose(self) -> ComposeResult:
        """Yield the panes."""
        yield from self._above
        yield self._left
        yield self._right
        yield self._side

    @property
    def single(self) -> bool:
        """Whether there is one pane only: where no other has room, or a line is read aloud."""
        return self.app.size.width < SIDE_BY_SIDE_COLUMNS or self._is_read_aloud

    @property
    def wide(self) -> bool:
        """Whether the side pane is shown."""
        columns, rows = self.app.size
        return columns >= WIDE_COLUMNS and rows >= WIDE_ROWS and not self._is_read_aloud

    @property
    def _is_read_aloud(self) -> bool:
        return self.app.has_class(READ_ALOUD)

    def fit_panes(self) -> None:
        """Show as many panes as there is to be now."""
        self._turn(reading=self.reading)

    def focus_pane(self, widget: Widget) -> None:
        """Bring the pane of a widget to the front and give the widget the focus."""
        self._turn(reading=self._left not in widget.ancestors)
        widget.focus()

    @property
    def stops(self) -> Sequence[Widget]:
        """What Tab goes through, in order."""
        in_sight = [*self._widgets, *(self._beside if self.wide else [])]
        return [widget for widget in in_sight if widget.can_focus]

    def step_pane(self, step: int) -> None:
        """Go some panes on from the one with the focus; after the last comes the first."""
        focused, panes = self.screen.focused, self.stops
        place = panes.index(focused) if focused in panes else 0
        target = panes[(place + step) % len(panes)]
        self.focus_pane(target)
        if isinstance(target, Reader):
            target.mark_link_in_sight(step)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the focus, however it moved."""
        self._turn(reading=self._left not in event.widget.ancestors)

    def on_resize(self, _: Resize) -> None:
        """Show as many panes as the new size allows."""
        self.fit_panes()

    def _turn(self, *, reading: bool) -> None:
        if self._is_read_aloud and reading != self.reading:
            # An empty pane would be read, too, and then the other one.
            self.app.delay_update(SECONDS_TO_TURN)
        self.reading = reading
        self._left.display = not (self.single and reading)
        self._right.display = not (self.single and not reading)
        self._side.display = self.wide
        self.set_class(self.single, "-single")
