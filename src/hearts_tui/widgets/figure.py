"""A picture with text beside it, as a block of a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from hearts_tui.widgets.document import Paragraph

_GUTTER = 2
"""Cells between a picture and the text beside it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, given line by line, with paragraphs beside it."""

    picture: Sequence[Content]
    beside: Sequence[Paragraph]

    @property
    def content(self) -> Content:
        """No text with links: those of a figure would be drawn where nobody looks for them."""
        return Content("")

    @property
    def plain(self) -> str:
        """The text beside the picture."""
        return "\n".join(paragraph.plain for paragraph in self.beside)

    @property
    def _picture_width(self) -> int:
        return max((line.cell_length for line in self.picture), default=0)

    def _room(self, width: int) -> int:
        return max(1, width - self._picture_width - _GUTTER)

    def height(self, width: int) -> int:
        """Return how many lines the higher of the two takes."""
        text = sum(paragraph.height(self._room(width)) for paragraph in self.beside)
        return max(1, len(self.picture), text)

    def strips(self, width: int, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the picture at the left and the text at the right."""
        room, blank = self._room(width), self._picture_width
        picture = [
            strip for line in self.picture for strip in line.render_strips(blank, 1, style, options)
        ]
        text = [
            strip for paragraph in self.beside for strip in paragraph.strips(room, style, options)
        ]
        gutter = Segment(" " * _GUTTER, style.rich_style)
        return [
            Strip(
                [
                    *(left or Strip.blank(blank, style.rich_style)).adjust_cell_length(
                        blank, style.rich_style
                    ),
                    gutter,
                    *(right or Strip.blank(room, style.rich_style)),
                ]
            )
            for left, right in zip_longest(picture, text)
        ]
