"""Dim the screen behind a dialog in a fraction of the time that Textual takes.

Textual mixes the colors of every segment anew for each frame: 25 of the 40 milliseconds in which a
dialog opens. A screen has a thousand segments, but only some twenty styles.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    # A mixin for screens, with their methods known to the types.
    _Base = Screen[Any]
else:
    _Base = object

MAX_STYLES = 512
"""How many dimmed styles are remembered."""


class DimsBehind(_Base):
    """Mixed into a dialog: what stands behind it is dimmed quickly."""

    def render(self) -> RenderableType:
        """Return the screen behind, dimmed with the dialog's background."""
        rendered = super().render()
        if isinstance(rendered, BackgroundScreen):
            return DimmedScreen(rendered.screen, rendered.color)
        return rendered


class DimmedScreen(BackgroundScreen):
    """A background screen that mixes the colors of each style once."""

    @classmethod
    def process_segments(cls, segments: Iterable[Segment], color: Color) -> Iterable[Segment]:
        """Yield the segments with dimmed colors, and without links."""
        for text, style, control in segments:
            yield Segment(
                text, style if control else _dimmed(style or Style.null(), color), control
            )


@lru_cache(maxsize=MAX_STYLES)
def _dimmed(style: Style, color: Color) -> Style:
    (segment,) = BackgroundScreen.process_segments([Segment("", style)], color)
    return segment.style or Style.null()
