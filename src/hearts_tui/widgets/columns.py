"""Groups of paragraphs in two columns, where there is room for two."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from hearts_tui.widgets.document import GAP, Paragraph

_GUTTER = 3


@dataclass(frozen=True, slots=True)
class Columns:
    """Groups one under another, an empty line between them; in two columns from a width on.

    ``least`` is the width of a column in cells. Links in it can't be stepped to.
    """

    groups: Sequence[Sequence[Paragraph]]
    least: int

    @property
    def content(self) -> Content:
        """No text with links."""
        return Content("")

    @property
    def plain(self) -> str:
        """The text without styles, a line a paragraph."""
        return "\n".join(paragraph.plain for group in self.groups for paragraph in group)

    def height(self, width: int) -> int:
        """Return how many lines the higher column takes."""
        columns, room = self._deal(width)
        return max(1, *(sum(p.height(room) for p in column) for column in columns))

    def strips(self, width: int, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the columns side by side."""
        columns, room = self._deal(width)
        height, blank = self.height(width), Strip.blank(room, style.rich_style)
        drawn = []
        for column in columns:
            strips = [strip for p in column for strip in p.strips(room, style, options)]
            strips = [strip.adjust_cell_length(room, style.rich_style) for strip in strips]
            drawn.append([*strips, *[blank] * (height - len(strips))])
        gutter = Segment(" " * _GUTTER, style.rich_style)
        first, *others = drawn
        if not others:
            return first
        return [
            Strip([*left, gutter, *right]) for left, right in zip(first, others[0], strict=True)
        ]

    def _deal(self, width: int) -> tuple[list[list[Paragraph]], int]:
        """Return the columns, as equal in height as the groups allow, and the width of each."""
        if width < 2 * self.least + _GUTTER:
            return [_joined(self.groups)], width
        room = (width - _GUTTER) // 2
        heights = [sum(p.height(room) for p in group) + 1 for group in self.groups]
        splits = range(1, len(heights) + 1)
        split = min(splits, key=lambda n: max(sum(heights[:n]), sum(heights[n:])), default=0)
        return [_joined(self.groups[:split]), _joined(self.groups[split:])], room


def _joined(groups: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    for group in groups:
        paragraphs += [GAP, *group] if paragraphs else group
    return paragraphs
