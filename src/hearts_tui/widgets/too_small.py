"""What a window shows that is too small for anything else."""

from textual.geometry import Size
from textual.widgets import Static

LEAST_COLUMNS = 30
LEAST_ROWS = 8


def too_small(size: Size) -> bool:
    """Tell whether a window is too small for anything but saying so."""
    return size.width < LEAST_COLUMNS or size.height < LEAST_ROWS


class TooSmall(Static):
    """One sentence; the style sheet shows it in place of everything else."""

    def __init__(self) -> None:
        super().__init__(f"Too small: hearts needs {LEAST_COLUMNS}x{LEAST_ROWS}.", markup=False)
