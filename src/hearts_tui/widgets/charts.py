"""Small charts drawn with characters."""

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from hearts_tui.domain.item import Chart
from hearts_tui.widgets.document import GAP, Paragraph

_FULL, _EMPTY = "━", "─"
_TARGET = "┃"
_SHORTEST, _LONGEST = 4, 40
"""Cells that the longest bar of a chart has at least and at most."""


def bar(fraction: float, width: int) -> str:
    """Draw a share from 0.0 to 1.0, in whole cells, as a text of ``width`` cells."""
    full = round(min(1.0, max(0.0, fraction)) * width)
    return _FULL * full + _EMPTY * (width - full)


@dataclass(frozen=True, slots=True)
class BarChart:
    """A chart as bars that lie under each other, each between its label and its figure.

    A block of a document: the longest bar takes what the page has room for.
    """

    chart: Chart

    @property
    def content(self) -> Content:
        """No text with links."""
        return Content("")

    @property
    def plain(self) -> str:
        """The title, and each label with its figure."""
        rows = zip(self.chart.bars, self._figures, strict=True)
        return "\n".join([self.chart.title, *(f"{each.label} {figure}" for each, figure in rows)])

    @property
    def _figures(self) -> list[str]:
        """The figures, all with as many decimals as the one that has most."""
        values = [each.value for each in self.chart.bars]
        decimals = max((len(f"{value:g}".partition(".")[2]) for value in values), default=0)
        return [f"{value:.{decimals}f}" for value in values]

    def height(self, width: int) -> int:
        """Return how many lines the chart takes, with the gap above it."""
        return sum(paragraph.height(width) for paragraph in self._paragraphs(width))

    def strips(self, width: int, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the title and the bars."""
        paragraphs = self._paragraphs(width)
        return [strip for each in paragraphs for strip in each.strips(width, style, options)]

    def _paragraphs(self, width: int) -> list[Paragraph]:
        bars, figures = self.chart.bars, self._figures
        label_width = max((cell_len(each.label) for each in bars), default=0)
        figure_width = max(map(len, figures), default=0)
        room = max(_SHORTEST, min(_LONGEST, width - label_width - figure_width - 2))
        most = max((each.value for each in bars), default=0.0)
        rows = [
            Content.assemble(
                (f"{set_cell_size(each.label, label_width)} ", "$text-muted"),
                (_FULL * max(1, round(each.value / most * room)) if most else "", "$accent"),
                f" {figure}",
            )
            for each, figure in zip(bars, figures, strict=True)
        ]
        return [
            GAP,
            Paragraph(Content.styled(self.chart.title, "$secondary bold")),
            *map(Paragraph, rows),
        ]


def bar_with_target(fraction: float, target: float, width: int) -> Content:
    """Draw a share from 0.0 to 1.0 with a line where it should be, ``width`` cells wide."""
    place = min(width - 1, int(target * width))
    drawn = bar(fraction, width)
    return Content.assemble((drawn[:place], "$accent"), _TARGET, (drawn[place + 1 :], "$accent"))
