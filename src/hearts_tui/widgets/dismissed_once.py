"""Let a screen be dismissed at any time, any number of times, and only once in effect."""

from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete
from textual.events import Mount, Resize
from textual.message import Message

if TYPE_CHECKING:
    from textual.screen import Screen

    # A mixin for screens, with their methods known to the types.
    _Base = Screen[Any]
else:
    _Base = object


class DismissedOnce(_Base):
    """Mixed into a dialog: keys and clicks that reach it when it is already closing do nothing.

    Keys that arrive together are all on their way before the first of them is handled. For the
    second one Textual pops the screen behind the dialog; and it trips over a screen that is popped
    before it is mounted.
    """

    is_dismissed: bool = False
    """Whether the dialog was dismissed; it may still be on its way out."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close the dialog with a result, once it is mounted, unless it was closed before."""
        if not self.is_mounted:
            self.call_later(self.dismiss, result)
        elif self.is_active and not self.is_dismissed:
            self.is_dismissed = True
            return super().dismiss(result)
        return AwaitComplete()

    async def _on_message(self, message: Message) -> None:
        """Ignore what users do to a dialog that was dismissed, and what its widgets tell of it.

        Its widgets go before it does, so that it could not answer. One that comes as the app ends
        has not even got them all.
        """
        is_late = self.is_dismissed and (message.bubble or isinstance(message, Resize))
        is_gone = isinstance(message, Mount) and self.app._exit
        if not is_late and not is_gone:
            await super()._on_message(message)
