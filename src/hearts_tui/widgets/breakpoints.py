"""The sizes of a window at which screens are laid out in another way.

The style class of the last breakpoint that a window reaches is set on its screen.
"""

HORIZONTAL = [(0, "-tiny"), (30, "-narrow"), (70, "-normal"), (110, "-wide"), (170, "-huge")]
"""Widths in cells."""

VERTICAL = [(0, "-flat"), (8, "-low"), (20, "-tall")]
"""Heights in rows."""
