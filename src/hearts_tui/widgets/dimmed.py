"""Dim the screen behind a dialog in a fraction of the time that Textual takes.

Textual mixes the colors of every segment anew for each frame, and has Rich cut what comes of it
into lines: most of the time in which a dialog opens. A screen has a thousand segments, but only
some twenty styles, and its lines are known.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.css.styles import RulesMap
from textual.renderables.background_screen import BackgroundScreen
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

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


class DimmedScreen(BackgroundScreen, Visual):
    """A background screen that mixes the colors of each style once, and draws line by line."""

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw the lines, without links; part of Textual's Visual protocol."""
        del width, options
        strips, under = self.screen._compositor.render_strips(), style.rich_style
        return [_dimmed_strip(strip, under, self.color) for strip in strips[:height]]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width of the screen; part of Textual's Visual protocol."""
        del rules, container_width
        return self.screen.size.width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the height of the screen; part of Textual's Visual protocol."""
        del rules, width
        return self.screen.size.height


def _dimmed_strip(strip: Strip, under: RichStyle, color: Color) -> Strip:
    segments = [
        Segment(text, style if control else _dimmed(style, under, color), control)
        for text, style, control in strip
    ]
    return Strip(segments, strip.cell_length)


@lru_cache(maxsize=MAX_STYLES)
def _dimmed(style: RichStyle | None, under: RichStyle, color: Color) -> RichStyle:
    (segment,) = BackgroundScreen.process_segments([Segment("", style)], color)
    return under + segment.style
