"""Few colours or none: what a background set apart is set apart by reverse video."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_REVERSE = Style(color="default", bgcolor="default", reverse=True)
_DIM = Style(reverse=False, dim=True)
_LINE = "┃"
_GRABBED = "@mouse.down"
"""What the cells of a scroll bar say of themselves, so that the mouse can grab it."""


class MonochromeFilter(LineFilter):
    """Shows every background but the terminal's own in reverse, in the terminal's own colours.

    Those can be read on each other, which nobody can tell of two of the sixteen. Goes before
    Textual's own filters: one of them drops all colours where none are wanted.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with reverse video; part of Textual's filter protocol."""
        del background
        return [
            Segment(text, style and _reversed(style), control) for text, style, control in segments
        ]


class ThinScrollBarFilter(LineFilter):
    """Draws scroll bars as thin dim lines, where no grey tells them from text in reverse.

    Goes before Textual's own filters.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with thin bars; part of Textual's filter protocol."""
        del background
        return [
            Segment(_LINE * segment.cell_length, segment.style + _DIM, segment.control)
            if segment.style and segment.style.meta.get(_GRABBED) == "grab"
            else segment
            for segment in segments
        ]


@lru_cache(1024)
def _reversed(style: Style) -> Style:
    if style.bgcolor is None or style.bgcolor.is_default or style.reverse:
        return style
    return style + _REVERSE
