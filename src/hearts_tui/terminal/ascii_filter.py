"""A filter of Textual's that sends ASCII only."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from hearts_tui.terminal.ascii import to_ascii


class AsciiFilter(LineFilter):
    """Puts an ASCII character in the place of every other one on its way to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments in ASCII; part of Textual's filter protocol."""
        del background
        return [
            segment
            if segment.control or segment.text.isascii()
            else Segment(to_ascii(segment.text), segment.style)
            for segment in segments
        ]
