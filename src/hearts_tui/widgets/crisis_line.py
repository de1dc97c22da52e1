"""A quiet line for pages that may be close to home."""

from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_page import quiet

_CRISIS_LINE = (
    "If this is close to home: the Veterans Crisis Line (US), at any hour. Dial 988 then press 1, "
    "or text 838255. Elsewhere, your local emergency or crisis line."
)


def crisis_line() -> Paragraph:
    """Return the line that tells who listens."""
    return quiet(_CRISIS_LINE)
