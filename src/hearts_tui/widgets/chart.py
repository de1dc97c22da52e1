"""A chart of a few bars on a page."""

from textual.content import Content

from hearts_tui.domain.claim import Chart
from hearts_tui.widgets.bar import bar
from hearts_tui.widgets.claim_sheet import heading
from hearts_tui.widgets.sheet import Block

_WIDTH = 16
"""Cells of the longest bar: with label and figure it fits into 36 columns."""


def chart_blocks(chart: Chart) -> list[Block]:
    """Return a chart as a line a bar, all to the scale of the largest."""
    most = max((each.value for each in chart.bars), default=0.0)
    label_width = max((len(each.label) for each in chart.bars), default=0)
    figures = [f"{each.value:g}" for each in chart.bars]
    figure_width = max(map(len, figures), default=0)
    return [
        *heading(chart.title),
        *(
            Block(
                Content.assemble(
                    f"{each.label.ljust(label_width)} ",
                    (bar(each.value / most if most else 0.0, _WIDTH), "$accent"),
                    f" {figure.rjust(figure_width)}",
                )
            )
            for each, figure in zip(chart.bars, figures, strict=True)
        ),
    ]
