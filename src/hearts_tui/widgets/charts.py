"""Small charts drawn with characters."""

from textual.content import Content

from hearts_tui.domain.item import Chart
from hearts_tui.widgets.document import GAP, Paragraph

_FULL, _EMPTY = "━", "─"
_TARGET = "┃"
_BAR_WIDTH = 16
"""Cells of the longest bar: with label and figure it fits into 36 columns."""


def bar(fraction: float, width: int) -> str:
    """Draw a share from 0.0 to 1.0, in whole cells, as a text of ``width`` cells."""
    full = round(min(1.0, max(0.0, fraction)) * width)
    return _FULL * full + _EMPTY * (width - full)


def bar_chart(chart: Chart) -> list[Paragraph]:
    """Return a chart as bars that lie under each other, with labels and figures."""
    most = max((each.value for each in chart.bars), default=0.0)
    figures = [f"{each.value:g}" for each in chart.bars]
    label_width = max((len(each.label) for each in chart.bars), default=0)
    figure_width = max(map(len, figures), default=0)
    return [
        GAP,
        Paragraph(Content.styled(chart.title, "bold")),
        *(
            Paragraph(
                Content.assemble(
                    f"{each.label.ljust(label_width)} ",
                    (bar(each.value / most if most else 0.0, _BAR_WIDTH), "$accent"),
                    f" {figure.rjust(figure_width)}",
                )
            )
            for each, figure in zip(chart.bars, figures, strict=True)
        ),
    ]


def bar_with_target(fraction: float, target: float, width: int) -> Content:
    """Draw a share from 0.0 to 1.0 with a line where it should be, ``width`` cells wide."""
    place = min(width - 1, int(target * width))
    drawn = bar(fraction, width)
    return Content.assemble((drawn[:place], "$accent"), _TARGET, (drawn[place + 1 :], "$accent"))
