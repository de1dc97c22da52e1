"""A chart of a few bars on a page."""

from textual.content import Content

from hearts_tui.domain.item import Chart
from hearts_tui.widgets.bar import bar
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_page import heading

_WIDTH = 16
"""Cells of the longest bar: with label and figure it fits into 36 columns."""


def chart_paragraphs(chart: Chart) -> list[Paragraph]:
    """Return a chart as a line a bar, all to the scale of the largest."""
    most = max((each.value for each in chart.bars), default=0.0)
    label_width = max((len(each.label) for each in chart.bars), default=0)
    figures = [f"{each.value:g}" for each in chart.bars]
    figure_width = max(map(len, figures), default=0)
    return [
        *heading(chart.title),
        *(
            Paragraph(
                Content.assemble(
                    f"{each.label.ljust(label_width)} ",
                    (bar(each.value / most if most else 0.0, _WIDTH), "$accent"),
                    f" {figure.rjust(figure_width)}",
                )
            )
            for each, figure in zip(chart.bars, figures, strict=True)
        ),
    ]
