"""Scroll bars for terminals without colors, or without the blocks that end them."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_GRABBED = "@mouse.down"
"""What the cells of a scroll bar say of themselves, so that the mouse can grab it."""


class ScrollBarFilter(LineFilter):
    """Draws each cell of a scroll bar with one glyph. Goes before Textual's own filters."""

    def __init__(self, glyph: str, look: Style) -> None:
        super().__init__()
        self._glyph = glyph
        self._look = look

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with other scroll bars; part of Textual's filter protocol."""
        del background
        return [
            Segment(self._glyph * segment.cell_length, segment.style + self._look, segment.control)
            if segment.style and segment.style.meta.get(_GRABBED) == "grab"
            else segment
            for segment in segments
        ]


def thin() -> ScrollBarFilter:
    """Return what draws thin dim lines: no grey tells a bar from text in reverse."""
    return ScrollBarFilter("┃", Style(reverse=False, dim=True))


def whole() -> ScrollBarFilter:
    """Return what draws nothing but whole cells: in ASCII a part of one is a letter."""
    return ScrollBarFilter(" ", Style(reverse=True))
