"""A last guard: no control character of any text reaches the terminal."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)))


class StripControls(LineFilter):
    """Drops C0 and C1 control characters from every line that is about to be sent."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without control characters; part of Textual's filter protocol."""
        del background
        if "".join([segment.text for segment in segments]).isprintable():
            return segments
        return [
            segment
            if segment.control
            else Segment(segment.text.translate(_CONTROLS), segment.style)
            for segment in segments
        ]
