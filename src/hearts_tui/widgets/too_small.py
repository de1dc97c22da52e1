"""What a window shows that is too small for anything else."""

from typing import Any

from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from hearts_tui.domain.window import LEAST_COLUMNS, LEAST_ROWS


class TooSmall(Static):
    """One sentence; the style sheet shows it in place of everything else.

    Hiding everything else takes the focus away. It is given back to ``focused``, or to what had it
    last, as soon as there is room again.
    """

    def __init__(self, focused: Widget | None = None) -> None:
        super().__init__(f"Too small: hearts needs {LEAST_COLUMNS}x{LEAST_ROWS}.", markup=False)
        self._focused = focused

    def on_mount(self) -> None:
        """Remember what has the focus from now on."""
        self.watch(self.screen, "focused", self._remember)

    def _remember(self, focused: Widget | None) -> None:
        if focused is not None:
            self._focused = focused

    def on_hide(self) -> None:
        """Give the focus back once the rest is there again."""
        self.call_after_refresh(self._restore)

    def _restore(self) -> None:
        if self.screen.focused is None and self._focused is not None and self._focused.is_attached:
            self._focused.focus()


def cover_if_too_small(screen: Screen[Any], window: Size) -> None:
    """Have a screen say so where the window is too small for anything else."""
    is_too_small = window.width < LEAST_COLUMNS or window.height < LEAST_ROWS
    if is_too_small and not screen.query(TooSmall):
        screen.mount(TooSmall(screen.focused))
