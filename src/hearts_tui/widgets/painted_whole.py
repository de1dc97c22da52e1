"""Keep a dialog from being painted until all of it stands where it stays."""

from typing import TYPE_CHECKING, Any

from textual.events import Resize
from textual.screen import Screen

if TYPE_CHECKING:
    # A mixin for screens, with their methods known to the types.
    _Base = Screen[Any]
else:
    _Base = object


class PaintedWhole(_Base):
    """Mixed into a dialog: its first frame is the first that holds all of it.

    Textual lays a new screen out as soon as it is in front, paints it, and then tells everything in
    it the size that it got; what follows from that is painted in frames of its own. Each of them
    takes as long as the first, and the first is half empty.
    """

    _is_painted = False

    def on_resize(self, event: Resize) -> None:
        """Paint once the app is done with the key, for which it waits until all is mounted."""
        del event
        if not self._is_painted:
            self.app.call_later(self._paint)

    def _paint(self) -> None:
        self._is_painted = True
        self._on_timer_update()

    def _compositor_refresh(self) -> None:
        if self._is_painted:
            super()._compositor_refresh()
