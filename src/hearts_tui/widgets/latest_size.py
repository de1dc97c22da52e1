"""Keep a screen from laying itself out at sizes that the window no longer has."""

from typing import TYPE_CHECKING

from textual.events import Resize
from textual.widget import Widget

if TYPE_CHECKING:
    # A mixin for screens, with their methods known to the types.
    _Base = Widget
else:
    _Base = object


class LatestSize(_Base):
    """Mixed into a screen: drops a resize that a later one has overtaken.

    Textual's screen posts itself a resize whenever its layout got another size. Where two sizes are
    in its queue at once, each brings the other back, and the screen is laid out for ever.
    """

    def on_resize(self, event: Resize) -> None:
        """Go no further with a size that is not the app's."""
        if event.size != self.app.size:
            event.prevent_default()
