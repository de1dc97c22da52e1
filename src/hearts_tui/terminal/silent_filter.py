"""Nothing but what makes sense when it is read aloud: no lines, bars, blocks and empty rings."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_LINES_AND_BLOCKS = range(0x2500, 0x25A0)
_TABLE = dict.fromkeys([*_LINES_AND_BLOCKS, *map(ord, "◆◇○")], " ")


class SilentFilter(LineFilter):
    """Puts a blank in the place of each character that is part of a drawing.

    A screen reader says "box drawings light horizontal", or a dash, for each of them. Goes before
    the filter that puts ASCII in their place.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without drawings; part of Textual's filter protocol."""
        del background
        return [
            segment
            if segment.control or segment.text.isascii()
            else Segment(segment.text.translate(_TABLE), segment.style)
            for segment in segments
        ]
