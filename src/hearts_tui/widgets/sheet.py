"""A sheet: text in blocks that wraps to any width, with hanging indents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. ``indent`` is in cells; the lead is drawn in it on the first line."""

    content: Content
    indent: int = 0
    lead: str = ""


GAP = Block(Content(""))
"""An empty line."""


class Sheet(Visual):
    """Blocks one under another, each wrapped to the width that is left beside its indent."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks: Sequence[Block] = tuple(blocks)

    @property
    def plain(self) -> str:
        """The text without styles, a line a block."""
        return "\n".join(f"{block.lead}{block.content.plain}" for block in self._blocks)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw the blocks; part of Textual's Visual protocol."""
        strips: list[Strip] = []
        for block in self._blocks:
            lines = block.content.render_strips(
                max(1, width - block.indent), None, style, options
            ) or [Strip.blank(width, style.rich_style)]
            for number, line in enumerate(lines):
                lead = (block.lead if number == 0 else "").ljust(block.indent)
                strips.append(Strip([Segment(lead, style.rich_style), *line]))
        return strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width of the widest block; part of Textual's Visual protocol."""
        return max(
            (
                block.indent + block.content.get_optimal_width(rules, container_width)
                for block in self._blocks
            ),
            default=0,
        )

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Count the lines at a width; part of Textual's Visual protocol."""
        return sum(
            max(1, block.content.get_height(rules, max(1, width - block.indent)))
            for block in self._blocks
        )
