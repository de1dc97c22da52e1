"""A quiet line for pages that may be close to home."""

from hearts_tui.domain.crisis_line import CRISIS_LINE
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_page import quiet


def crisis_line() -> Paragraph:
    """Return the line that tells who listens."""
    return quiet(CRISIS_LINE)
