"""The tracklist."""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Resize

from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.state import AppState
from hearts_tui.screens.tracks_listing import TracksListing
from hearts_tui.widgets import keys
from hearts_tui.widgets.key_group import KeyGroup


class TracksScreen(BaseScreen):
    """The songs of the album and others, in one of several orders."""

    KEYS: ClassVar[tuple[KeyGroup, ...]] = (keys.TRACKS,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.TRACKS.bindings]

    def __init__(self, state: AppState) -> None:
        self._tracks = TracksListing(state, lambda: self.app.size)
        super().__init__(state, self._tracks)
        self._had_room = True

    def on_resize(self, event: Resize) -> None:
        """Bring the sleeve where there is room for it now, or take it away."""
        del event
        if self._tracks.has_room != self._had_room:
            self._had_room = self._tracks.has_room
            if self.current is not None:
                self.show_current(from_top=False)

    def action_next_order(self) -> None:
        """Sort by the next thing that can be sorted by."""
        self._tracks.order = self._tracks.order.next()
        self.refresh_all()
        self.tell(f"Sorted by {self._tracks.order}.", 2)
