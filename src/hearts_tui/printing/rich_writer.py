"""Write a document for a terminal, with Rich: wrapped, and with headings that stand out."""

from collections.abc import Mapping
from io import StringIO
from typing import Literal

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from hearts_tui.printing.document import Document
from hearts_tui.printing.lines import Line, Role, lines_of
from hearts_tui.unsafe_characters import printable

_STYLES: Mapping[Role, str] = {
    Role.PLAIN: "",
    Role.TITLE: "bold magenta",
    Role.HEADING: "bold underline",
    Role.QUIET: "dim",
    Role.STRONG: "bold",
    Role.EMPHASIS: "italic",
    Role.LINK: "underline",
    Role.CONFIRMED: "green",
    Role.RUMOR: "yellow",
    Role.MIXED: "bold yellow",
    Role.DEBUNKED: "red",
    Role.THEORY: "cyan",
}
"""The terminal's own colors, which can be read on its own ground."""

_MEASURE = 88
"""Cells of the longest line that is good to read."""

Colors = Literal["none", "16", "256", "truecolor"]


def write_rich(document: Document, width: int, *, has_colors: bool) -> str:
    """Return a document as text with control sequences of style, and no others."""
    console = Console(
        file=StringIO(),
        force_terminal=True,
        color_system="standard",
        no_color=not has_colors,
        width=min(width, _MEASURE),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        for line in lines_of(document):
            _write(console, line)
    return captured.get()


def _write(console: Console, line: Line) -> None:
    text = Text(no_wrap=False, end="")
    for piece, role in line.pieces:
        text.append(printable(piece), _STYLES[role])
    indent = min(line.indent, console.width // 2)
    first, *others = text.wrap(console, console.width) or [Text()]
    first.rstrip()
    console.print(first)
    if others:
        rest = text[len(first.plain) :]
        rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
        for part in rest.wrap(console, console.width - indent):
            part.rstrip()
            console.print(Padding(part, (0, 0, 0, indent), expand=False))
