"""Let no widget keep the mouse that is not on the screen any more."""

from typing import TypeVar

from textual.app import App
from textual.errors import NoWidget
from textual.events import Event, MouseEvent

Result = TypeVar("Result")


class ReleasesMouse(App[Result]):
    """An app that takes the mouse from a widget that is gone or hidden.

    A line of text has the mouse from when a button is pressed on it until it is released. Where the
    line goes in between, Textual would send it everything that the mouse does from then on.
    """

    async def on_event(self, event: Event) -> None:
        """Release the mouse before an event of it goes to a widget that is not there."""
        if isinstance(event, MouseEvent) and self.mouse_captured is not None:
            try:
                self.screen.find_widget(self.mouse_captured)
            except NoWidget:
                self.capture_mouse(None)
        await super().on_event(event)
