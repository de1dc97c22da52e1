"""The sizes of a window at which screens are laid out in another way.

The style class of the last breakpoint that a window reaches is set on its screen.
"""

from collections.abc import Sequence

from textual.geometry import Size

HORIZONTAL = [(0, "-tiny"), (30, "-narrow"), (70, "-normal"), (110, "-wide"), (170, "-huge")]
"""Widths in cells."""

VERTICAL = [(0, "-flat"), (8, "-low"), (20, "-tall")]
"""Heights in rows."""


def classes_at(size: Size) -> Sequence[str]:
    """Return the style classes of a screen at a size, for one that is to begin with them."""
    return [
        [name for least, name in breakpoints if least <= cells][-1]
        for breakpoints, cells in ((HORIZONTAL, size.width), (VERTICAL, size.height))
    ]
