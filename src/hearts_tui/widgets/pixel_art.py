"""Pictures as text: two pixels to a cell, or plain characters."""

from collections.abc import Sequence
from itertools import groupby, zip_longest

from textual.color import Color
from textual.content import Content
from textual.style import Style

from hearts_tui.domain.pictures import Picture, Pixel


def picture_lines(picture: Picture, *, has_pixels: bool) -> list[Content]:
    """Return a picture as half blocks, a line for two rows of pixels, or as plain characters.

    The latter is for terminals without half blocks or the colors for them.
    """
    if not has_pixels:
        lines = picture.lines or ["This terminal has too few colors for it."]
        return [Content(line) for line in lines]
    rows = picture.rows
    return [_line(upper, lower) for upper, lower in zip_longest(rows[::2], rows[1::2])]


def _line(upper: Sequence[Pixel], lower: Sequence[Pixel] | None) -> Content:
    lower = lower or [None] * len(upper)
    cells = groupby(zip(upper, lower, strict=True))
    return Content.assemble(*(_run(pair, len(list(same))) for pair, same in cells))


def _run(pair: tuple[Pixel, Pixel], count: int) -> tuple[str, Style]:
    upper, lower = pair
    if upper is None and lower is None:
        return " " * count, Style.null()
    if upper is None:
        return "▄" * count, _style(lower)
    if upper == lower:
        return "█" * count, _style(upper)
    return "▀" * count, _style(upper, lower)


def _style(foreground: Pixel, background: Pixel = None) -> Style:
    return Style(
        foreground=Color.parse(foreground) if foreground else None,
        background=Color.parse(background) if background else None,
    )
