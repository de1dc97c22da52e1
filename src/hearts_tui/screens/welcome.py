"""The welcome above the news feed at the first visit."""

from textual.content import Content

from hearts_tui.screens.front import Front
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.item_page import quiet
from hearts_tui.widgets.markdown import to_paragraphs

_WELCOME = """\
This is what is known of Purple Hearts, and what the fan press reports of a sequel. Each thing says
how sure it is.

**How much may be told?** At first the 2022 film; what is said to come is covered. **s** changes
that, **x** shows one thing.
"""
_KEYS = (
    ("1 to 5", "the five screens"),
    ("j k Enter", "move, read on"),
    ("Esc", "back, never out"),
    ("/  ctrl+p", "filter, find anything"),
    ("?", "all keys of a screen"),
    ("b  i  ,", "how sure, about, settings"),
    ("q", "leave; all is kept"),
)
_KEYS_WIDTH = 11
_FAN_WORK = "A fan work, not official. Offline: it does not know what happened last week."


def welcome() -> Front:
    """Greet a new reader with what hearts is, how much is told and the keys."""
    return Front("Welcome", "the keys, what is told", _page)


def _page() -> Document:
    rows = [Paragraph(Content(what), _KEYS_WIDTH, keys) for keys, what in _KEYS]
    title = Paragraph(Content.styled("Welcome", "bold"))
    return Document([title, GAP, *to_paragraphs(_WELCOME), GAP, *rows, GAP, quiet(_FAN_WORK)])
