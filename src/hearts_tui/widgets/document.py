"""A laid-out text: paragraphs that wrap to any width, with hanging indents and pictures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, dropwhile, repeat
from typing import Protocol

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content, Span
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from hearts_tui.widgets.links import links_in

_MARKED = Style(reverse=True)
_SOUGHT = "sought"
"""The name of a style that marks a character while its place is looked for."""


class Block(Protocol):
    """Something that a document lays out under what came before."""

    @property
    def content(self) -> Content:
        """The text in which links are looked for."""

    @property
    def plain(self) -> str:
        """The text without styles."""

    def height(self, width: int) -> int:
        """Return how many lines the block takes at a width in cells."""

    def strips(self, width: int, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the lines of the block at a width in cells."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``indent`` is in cells.

    The lead is drawn in it on the first line, in a style of its own if it has one, and ``rest`` on
    those below: the lines of a tree, which are dim.
    """

    content: Content
    indent: int = 0
    lead: str = ""
    rest: str = ""
    lead_style: str = ""

    @property
    def plain(self) -> str:
        """The text without styles, lead and all."""
        return f"{self.lead}{self.content.plain}"

    def height(self, width: int) -> int:
        """Return how many lines the paragraph takes at a width; an empty one takes one."""
        return max(1, self.content.get_height({}, max(1, width - self.indent)))

    def strips(self, width: int, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the lines, each after its lead."""
        lines = self.content.render_strips(max(1, width - self.indent), None, style, options)
        plain = style.rich_style + RichStyle(dim=bool(self.rest) or None)
        lead, rest = (Segment(text.ljust(self.indent), plain) for text in (self.lead, self.rest))
        first: Iterable[Segment] = [lead]
        if self.lead_style:
            styled = Content.styled(lead.text, self.lead_style)
            first = styled.render_strips(styled.cell_length, 1, style, options)[0]
        return [
            Strip([*before, *line])
            for before, line in zip(
                chain([first], repeat([rest])),
                lines or [Strip.blank(width, style.rich_style)],
                strict=False,
            )
        ]


GAP = Paragraph(Content(""))
"""An empty line."""


def _place_in(content: Content, character: int, width: int) -> tuple[int, int]:
    """Return the column and the line of a character of a text that is wrapped to a width.

    A space at which a line is wrapped is in none, and counts to the first.
    """
    lines = content.stylize(_SOUGHT, character, character + 1).wrap(width)
    places = (
        (line[: span.start].cell_length, number)
        for number, line in enumerate(lines)
        for span in line.spans
        if span.style == _SOUGHT
    )
    return next(places, (0, 0))


class Document(Visual):
    """Blocks one under another, each wrapped to the width that is left beside its indent."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks: Sequence[Block] = tuple(blocks)

    def __len__(self) -> int:
        """Return the number of blocks."""
        return len(self._blocks)

    def __add__(self, other: "Document") -> "Document":
        """Return both documents as one."""
        return Document([*self._blocks, *other._blocks])

    @property
    def without_gap_above(self) -> "Document":
        """The document from its first block on that is more than an empty line."""
        return Document(dropwhile(lambda block: block == GAP, self._blocks))

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

    def with_link_marked(self, number: int) -> "Document":
        """Return the document with one of its links, counted from 0, in reverse."""
        place, span, _ = self._links[number]
        block = self._blocks[place]
        if not isinstance(block, Paragraph):
            return self
        blocks = list(self._blocks)
        marked = block.content.stylize(_MARKED, span.start, span.end)
        blocks[place] = replace(block, content=marked)
        return Document(blocks)

    def line_of_link(self, number: int, width: int) -> int:
        """Return the line in which a link ends, at a width."""
        _, span, _ = self._links[number]
        return self._place_of(number, span.end - 1, width)[1]

    def start_of_link(self, number: int, width: int) -> tuple[int, int]:
        """Return the column and the line in which a link begins, at a width."""
        _, span, _ = self._links[number]
        return self._place_of(number, span.start, width)

    def _place_of(self, link: int, character: int, width: int) -> tuple[int, int]:
        """Return the column and the line of a character in the block of a link."""
        place, _, _ = self._links[link]
        above = Document(self._blocks[:place]).get_height({}, width)
        block = self._blocks[place]
        indent = block.indent if isinstance(block, Paragraph) else 0
        column, line = _place_in(block.content, character, max(1, width - indent))
        return indent + column, above + line

    def link_within(self, first: int, last: int) -> int | None:
        """Return the number of the first link in some blocks, counted from 0; None without any."""
        places = [place for place, _, _ in self._links]
        return next((n for n, place in enumerate(places) if first <= place <= last), None)

    def lines(self, width: int) -> list[tuple[int, int]]:
        """Return for every line at a width its block, and which of the block's lines it is."""
        return [
            (number, line)
            for number, block in enumerate(self._blocks)
            for line in range(block.height(width))
        ]

    def block(self, number: int) -> "Document":
        """Return a document of a single block, counted from 0."""
        return Document([self._blocks[number]])

    @property
    def plain(self) -> str:
        """The text without styles, a line a block."""
        return "\n".join(block.plain for block in self._blocks)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw the blocks; part of Textual's Visual protocol."""
        strips = [strip for block in self._blocks for strip in block.strips(width, style, options)]
        return strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width of the widest block; part of Textual's Visual protocol."""
        return max(
            (
                block.indent + block.content.get_optimal_width(rules, container_width)
                if isinstance(block, Paragraph)
                else container_width
                for block in self._blocks
            ),
            default=0,
        )

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the number of lines at a width; part of Textual's Visual protocol."""
        del rules
        return sum(block.height(width) for block in self._blocks)
