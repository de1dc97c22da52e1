"""A sheet: text in blocks that wraps to any width, with hanging indents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rich.segment import Segment
from textual.content import Content, Span
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from hearts_tui.widgets.links import links_in

_MARKED = Style(reverse=True)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. ``indent`` is in cells; the lead is drawn in it on the first line."""

    content: Content
    indent: int = 0
    lead: str = ""

    @property
    def plain(self) -> str:
        """The text without styles, lead and all."""
        return f"{self.lead}{self.content.plain}"


GAP = Block(Content(""))
"""An empty line."""


class Sheet(Visual):
    """Blocks one under another, each wrapped to the width that is left beside its indent."""

    def __init__(self, blocks: Iterable[Block], *, fold: int | None = None) -> None:
        """Make a sheet; of its blocks, the first ``fold`` are enough at a glance."""
        self._blocks: Sequence[Block] = tuple(blocks)
        self._fold = fold

    def __len__(self) -> int:
        """Count the blocks."""
        return len(self._blocks)

    @property
    def above_the_fold(self) -> "Sheet":
        """What is enough at a glance: without a fold, everything."""
        return self if self._fold is None else Sheet(self._blocks[: self._fold])

    @cached_property
    def _links(self) -> Sequence[tuple[int, Span, str]]:
        return [
            (number, span, address)
            for number, block in enumerate(self._blocks)
            for span, address in links_in(block.content)
        ]

    @property
    def links(self) -> Sequence[str]:
        """The addresses that the links lead to, from the top."""
        return [address for _, _, address in self._links]

    def with_link_marked(self, number: int) -> "Sheet":
        """Return the sheet with one of its links, counted from 0, in reverse."""
        place, span, _ = self._links[number]
        block = self._blocks[place]
        marked = block.content.stylize(_MARKED, span.start, span.end)
        blocks = list(self._blocks)
        blocks[place] = Block(marked, block.indent, block.lead)
        return Sheet(blocks)

    def line_of_link(self, number: int, width: int) -> int:
        """Tell in which line of the sheet a link ends, at a width."""
        place, span, _ = self._links[number]
        above = Sheet(self._blocks[:place]).get_height({}, width)
        block = self._blocks[place]
        to_its_end = block.content[: span.end]
        return above + max(1, to_its_end.get_height({}, max(1, width - block.indent))) - 1

    def lines(self, width: int) -> list[tuple[int, int]]:
        """Return for every line at a width its block, and which of the block's lines it is."""
        return [
            (number, line)
            for number, block in enumerate(self._blocks)
            for line in range(_height(block, {}, width))
        ]

    def block(self, number: int) -> "Sheet":
        """Return a sheet of a single block, counted from 0."""
        return Sheet([self._blocks[number]])

    @property
    def plain(self) -> str:
        """The text without styles, a line a block."""
        return "\n".join(block.plain for block in self._blocks)

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
        return sum(_height(block, rules, width) for block in self._blocks)


def _height(block: Block, rules: RulesMap, width: int) -> int:
    return max(1, block.content.get_height(rules, max(1, width - block.indent)))
