"""A quiet line for pages that may be close to home."""

from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_page import quiet

_CRISIS_LINE = (
    "If this is close to home: in the US, dial 988 and press 1, or text 838255, day or night "
    "(Veterans Crisis Line). Elsewhere, your local crisis line."
)


def crisis_line() -> Paragraph:
    """Return the line that tells who listens."""
    return quiet(_CRISIS_LINE)
