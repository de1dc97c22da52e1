"""Keep a screen in step with a window that is resized faster than it can be drawn."""

from typing import TYPE_CHECKING

from textual.events import Resize
from textual.geometry import Size
from textual.widget import Widget

from hearts_tui.widgets.breakpoints import classes_at

if TYPE_CHECKING:
    # A mixin for screens, with their methods known to the types.
    _Base = Widget
else:
    _Base = object


class LatestSize(_Base):
    """Mixed into a screen: drops a resize that a later one has overtaken.

    Textual's screen posts itself a resize whenever its layout got another size. Where two sizes are
    in its queue at once, each brings the other back, and the screen is laid out for ever.

    Where a size comes again, everything is painted: the window may have been another in between,
    and have lost what stood there. For Textual nothing has changed then.
    """

    _laid_out: Size | None = None

    def on_compose(self) -> None:
        """Begin in the classes of the size, for which Textual would style everything once more."""
        self.add_class(*classes_at(self.app.size), update=False)

    def on_resize(self, event: Resize) -> None:
        """Go no further with a size that is not the app's."""
        if event.size != self.app.size:
            event.prevent_default()
            return
        if event.size == self._laid_out:
            self.refresh()
        self._laid_out = event.size
