"""Few colours or none: what a background set apart is set apart by reverse video."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_REVERSE = Style(color="default", bgcolor="default", reverse=True)


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


@lru_cache(1024)
def _reversed(style: Style) -> Style:
    if style.bgcolor is None or style.bgcolor.is_default or style.reverse:
        return style
    return style + _REVERSE
