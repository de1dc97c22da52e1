"""A small chart of columns, each with a line for what it is compared to."""

from collections.abc import Sequence

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_LINE = "─"
_WIDTH, _GAP = 4, 1


def columns(
    values: Sequence[float | None], levels: Sequence[float], labels: Sequence[str], height: int
) -> list[str]:
    """Draw columns for values from 0.0 to 1.0, ``height`` rows high, over their labels.

    A value that is None has no column. A line crosses each column at its level, also 0.0 to 1.0.
    """
    rows = []
    for row in reversed(range(height)):
        cells = [
            _LINE * _WIDTH if int(level * height) == row else _filled(value or 0.0, row, height)
            for value, level in zip(values, levels, strict=True)
        ]
        scale = "100 %" if row == height - 1 else "  0 %" if row == 0 else ""
        rows.append(f"{scale:5} {(' ' * _GAP).join(cells)}".rstrip())
    under = (" " * _GAP).join(f"{label:^{_WIDTH}}" for label in labels)
    return [*rows, f"{'':5} {under}".rstrip()]


def _filled(value: float, row: int, height: int) -> str:
    """Draw one row of a column; any value above nothing shows at least a trace."""
    eighths = max(1, round(value * height * 8)) if value > 0 else 0
    return _EIGHTHS[max(0, min(8, eighths - 8 * row))] * _WIDTH
