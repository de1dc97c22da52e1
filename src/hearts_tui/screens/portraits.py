"""Emblems and portraits: whose there is, and where one has room."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size

from hearts_tui.domain.pictures import Picture
from hearts_tui.domain.storage import Loaded
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.pixel_art import picture_lines

_ROOM_COLUMNS, _ROOM_ROWS = 80, 20
"""Cells that a window has at least where a picture stands at the head of a page."""

_MOST_COLUMNS, _MOST_ROWS = 24, 10
"""Cells that such a picture takes at most: the name stands beside it, the story below."""


def has_room(window: Size) -> bool:
    """Return whether a page of a window has room for a picture at its head."""
    return window.width >= _ROOM_COLUMNS and window.height >= _ROOM_ROWS


class Portraits:
    """Finds the pictures of people, each once, and draws them."""

    def __init__(self, state: AppState) -> None:
        self._state = state
        self._found: dict[str, Loaded[Picture | None]] = {}
        self._drawn: dict[str, Sequence[Content]] = {}

    def find(self, person_id: str) -> Loaded[Picture | None]:
        """Return the user's own portrait of somebody, or the emblem; none for a screen reader."""
        if self._state.settings.is_read_aloud:
            return Loaded(None)
        if person_id not in self._found:
            self._found[person_id] = self._state.picture(person_id)
        return self._found[person_id]

    def draw(self, picture: Picture) -> Sequence[Content]:
        """Draw a picture as far as the terminal can."""
        return picture_lines(picture, has_pixels=self._state.has_pixels)

    def at_head(self, person_id: str, window: Size) -> Sequence[Content]:
        """Draw the picture for the head of a page; nothing where it has no room there."""
        picture = self.find(person_id).value
        if picture is None or not has_room(window):
            return []
        if not (self._state.has_pixels or picture.lines):
            return []
        # A page asks for it again and again while it's made.
        if person_id not in self._drawn:
            self._drawn[person_id] = self.draw(picture)
        lines = self._drawn[person_id]
        width = max((line.cell_length for line in lines), default=0)
        fits = width <= _MOST_COLUMNS and len(lines) <= _MOST_ROWS
        return lines if fits else []

    def is_apart(self, person_id: str, window: Size) -> bool:
        """Return whether there is a picture that the head of a page has no place for."""
        return self.find(person_id).value is not None and not self.at_head(person_id, window)
