"""The 240 colors that every terminal with 256 has alike, and the nearest of them to any other."""

from functools import lru_cache

from rich.color import Color, ColorType
from rich.palette import Palette
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.filter import LineFilter

_FIRST = 16
"""The colors before this one are the terminal's own, whatever they are."""


@lru_cache(1)
def _palette() -> Palette:
    colors = (Color.from_ansi(number) for number in range(_FIRST, 256))
    return Palette([color.get_truecolor() for color in colors])


@lru_cache(1024)
def _nearest(color: Color | None) -> Color | None:
    if color is None or color.type is not ColorType.TRUECOLOR:
        return color
    return Color.from_ansi(_FIRST + _palette().match(color.get_truecolor()))


@lru_cache(1024)
def _fixed(style: Style) -> Style:
    return style + Style(color=_nearest(style.color), bgcolor=_nearest(style.bgcolor))


class FixedColorFilter(LineFilter):
    """Replaces each color by the one of the 240 that looks most like it.

    Rich rounds red, green and blue apart where it is left to it, so that a dark purple turns navy.
    """

    def apply(self, segments: list[Segment], background: TextualColor) -> list[Segment]:
        """Return the segments in fixed colors; part of Textual's filter protocol."""
        del background
        return [
            Segment(text, style and _fixed(style), control) for text, style, control in segments
        ]
