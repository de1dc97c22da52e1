"""Write a document as plain text."""

from textwrap import TextWrapper

from hearts_tui.printing.document import Document
from hearts_tui.printing.lines import Line, lines_of
from hearts_tui.unsafe_characters import printable


def write_plain(document: Document, width: int | None = None) -> str:
    """Return a document as text without any control sequence.

    Without a width in cells no line is wrapped: in a pipe, a paragraph is one line.
    """
    return "".join(f"{_written(line, width)}\n" for line in lines_of(document))


def _written(line: Line, width: int | None) -> str:
    text = printable(line.plain).rstrip()
    if width is None or len(text) <= width:
        return text
    indent = " " * min(line.indent, width // 2)
    wrapper = TextWrapper(width, subsequent_indent=indent, break_on_hyphens=False)
    return "\n".join(wrapper.wrap(text))
