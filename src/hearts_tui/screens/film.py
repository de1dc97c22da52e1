"""The film: scene by scene, the songs in order, the book beside it, its making, and words."""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Resize

from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.companions import has_room
from hearts_tui.screens.film_listing import FilmListing
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.key_group import KeyGroup


class FilmScreen(BaseScreen):
    """Pages about the film, to be turned one after the other."""

    KEYS: ClassVar[tuple[KeyGroup, ...]] = (keys.FILM,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.FILM.bindings]

    def __init__(self, state: AppState) -> None:
        self._film = FilmListing(
            state, lambda: self.listed, lambda: self.app.size, lambda: self.split_view.wide
        )
        super().__init__(state, self._film)
        self._had_room = True

    def on_resize(self, event: Resize) -> None:
        """Bring what stands around the text where there is room for it now, or take it away."""
        del event
        had_room, self._had_room = self._had_room, has_room(self.app.size)
        if (had_room or self._had_room) and self.current is not None:
            self.show_current(from_top=False)

    def action_next_page(self) -> None:
        """Turn to the next page, wherever the focus is."""
        self._turn(1, "That's the last page.")

    def action_previous_page(self) -> None:
        """Turn to the page before."""
        self._turn(-1, "That's the first page.")

    def _turn(self, step: int, at_the_end: str) -> None:
        if self.current is None:
            return
        found = self._film.neighbor(self.current, step)
        if found is None:
            self.tell(at_the_end)
        else:
            self.item_list.go_to(found)
