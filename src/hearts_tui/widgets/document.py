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
class Paragraph:
    """One paragraph. ``indent`` is in cells; the lead is drawn in it on the first line."""

    content: Content
    indent: int = 0
    lead: str = ""

    @property
    def plain(self) -> str:
        """The text without styles, lead and all."""
        return f"{self.lead}{self.content.plain}"


GAP = Paragraph(Content(""))
"""An empty line."""


class Document(Visual):
    """Blocks one under another, each wrapped to the width that is left beside its indent."""

    def __init__(self, paragraphs: Iterable[Paragraph], *, fold: int | None = None) -> None:
        """Make a sheet; of its blocks, the first ``fold`` are enough at a glance."""
        self._paragraphs: Sequence[Paragraph] = tuple(paragraphs)
        self._fold = fold

    def __len__(self) -> int:
        """Count the blocks."""
        return len(self._paragraphs)

    @property
    def above_the_fold(self) -> "Document":
        """What is enough at a glance: without a fold, everything."""
        return self if self._fold is None else Document(self._paragraphs[: self._fold])

    @cached_property
    def _links(self) -> Sequence[tuple[int, Span, str]]:
        return [
            (number, span, address)
            for number, paragraph in enumerate(self._paragraphs)
            for span, address in links_in(paragraph.content)
        ]

    @property
    def links(self) -> Sequence[str]:
        """The addresses that the links lead to, from the top."""
        return [address for _, _, address in self._links]

    def with_link_marked(self, number: int) -> "Document":
        """Return the sheet with one of its links, counted from 0, in reverse."""
        place, span, _ = self._links[number]
        paragraph = self._paragraphs[place]
        marked = paragraph.content.stylize(_MARKED, span.start, span.end)
        paragraphs = list(self._paragraphs)
        paragraphs[place] = Paragraph(marked, paragraph.indent, paragraph.lead)
        return Document(paragraphs)

    def line_of_link(self, number: int, width: int) -> int:
        """Tell in which line of the sheet a link ends, at a width."""
        place, span, _ = self._links[number]
        above = Document(self._paragraphs[:place]).get_height({}, width)
        paragraph = self._paragraphs[place]
        to_its_end = paragraph.content[: span.end]
        return above + max(1, to_its_end.get_height({}, max(1, width - paragraph.indent))) - 1

    def lines(self, width: int) -> list[tuple[int, int]]:
        """Return for every line at a width its block, and which of the block's lines it is."""
        return [
            (number, line)
            for number, paragraph in enumerate(self._paragraphs)
            for line in range(_height(paragraph, {}, width))
        ]

    def paragraph(self, number: int) -> "Document":
        """Return a sheet of a single block, counted from 0."""
        return Document([self._paragraphs[number]])

    @property
    def plain(self) -> str:
        """The text without styles, a line a block."""
        return "\n".join(paragraph.plain for paragraph in self._paragraphs)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw the blocks; part of Textual's Visual protocol."""
        strips: list[Strip] = []
        for paragraph in self._paragraphs:
            lines = paragraph.content.render_strips(
                max(1, width - paragraph.indent), None, style, options
            ) or [Strip.blank(width, style.rich_style)]
            for number, line in enumerate(lines):
                lead = (paragraph.lead if number == 0 else "").ljust(paragraph.indent)
                strips.append(Strip([Segment(lead, style.rich_style), *line]))
        return strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width of the widest block; part of Textual's Visual protocol."""
        return max(
            (
                paragraph.indent + paragraph.content.get_optimal_width(rules, container_width)
                for paragraph in self._paragraphs
            ),
            default=0,
        )

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Count the lines at a width; part of Textual's Visual protocol."""
        return sum(_height(paragraph, rules, width) for paragraph in self._paragraphs)


def _height(paragraph: Paragraph, rules: RulesMap, width: int) -> int:
    return max(1, paragraph.content.get_height(rules, max(1, width - paragraph.indent)))
