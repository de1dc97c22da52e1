"""QR codes as text: two modules to a cell, or a module in two characters where ASCII is all."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.color import Color
from textual.content import Content
from textual.geometry import Size
from textual.style import Style

from hearts_tui.widgets.bitmap import Bitmap, half_blocks

_BORDER = 2
"""Modules of white around a code. The standard has 4; phones make do with less."""

_WHITE_ON_BLACK = Style(background=Color(0, 0, 0), foreground=Color(255, 255, 255))


class Form(NamedTuple):
    """How a code is drawn, after what the terminal can show."""

    has_halves: bool = True
    """Whether there are half blocks; else a module is ``##``, or two blanks."""
    has_colors: bool = True
    """Whether black and white are known; else what is white has the color of text."""


def qr_code(text: str, form: Form) -> list[Content]:
    """Return the lines of the smallest code of a text. What is drawn is the white."""
    white = _white(text)
    lines = half_blocks(_even(white)) if form.has_halves else list(map(_in_ascii, white))
    return [Content.styled(line, _WHITE_ON_BLACK if form.has_colors else "") for line in lines]


def size_of(lines: Sequence[Content]) -> Size:
    """Return how many cells a code takes."""
    return Size(lines[0].cell_length, len(lines))


def _white(text: str) -> Bitmap:
    from segno import make_qr

    rows = make_qr(text, error="l").matrix_iter(border=_BORDER)
    return [[not module for module in row] for row in rows]


def _even(white: Bitmap) -> Bitmap:
    """Return a code with one row more of its border: a code has an odd number of rows."""
    return [[True] * len(white[0]), *white]


def _in_ascii(row: Sequence[bool]) -> str:
    return "".join("##" if module else "  " for module in row)
