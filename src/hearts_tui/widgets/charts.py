"""Small charts drawn with characters."""

from collections.abc import Sequence

from textual.content import Content

from hearts_tui.domain.item import Chart
from hearts_tui.widgets.document import GAP, Paragraph

_FULL, _EMPTY = "━", "─"
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_BAR_WIDTH = 16
"""Cells of the longest bar: with label and figure it fits into 36 columns."""
_COLUMN_WIDTH, _GAP = 4, 1


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


def columns(
    values: Sequence[float | None], levels: Sequence[float], labels: Sequence[str], height: int
) -> list[str]:
    """Draw columns for values from 0.0 to 1.0, ``height`` rows high, over their labels.

    A value that is None has no column. A line crosses each column at its level, also 0.0 to 1.0.
    """
    rows = []
    for row in reversed(range(height)):
        cells = [
            _EMPTY * _COLUMN_WIDTH
            if int(level * height) == row
            else _filled(value or 0.0, row, height)
            for value, level in zip(values, levels, strict=True)
        ]
        scale = "100 %" if row == height - 1 else "  0 %" if row == 0 else ""
        rows.append(f"{scale:5} {(' ' * _GAP).join(cells)}".rstrip())
    under = (" " * _GAP).join(f"{label:^{_COLUMN_WIDTH}}" for label in labels)
    return [*rows, f"{'':5} {under}".rstrip()]


def _filled(value: float, row: int, height: int) -> str:
    """Draw one row of a column; any value above nothing shows at least a trace."""
    eighths = max(1, round(value * height * 8)) if value > 0 else 0
    return _EIGHTHS[max(0, min(8, eighths - 8 * row))] * _COLUMN_WIDTH
