"""Bitmaps as text, two pixels to a cell with half blocks or one with whole blocks; digits."""

from collections.abc import Iterable, Sequence
from itertools import product

Bitmap = Sequence[Sequence[bool]]
"""Rows of pixels, all of one length."""

_COLUMNS, _ROWS = 3, 5

_DIGITS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": ("## ", " # ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
}

_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def digit(value: str, scale: int, *, rounded: bool) -> Bitmap:
    """Draw one digit, 3 times ``scale`` pixels wide and 5 times ``scale`` high."""
    rows = _DIGITS[value]
    pixels = [
        [rows[y // scale][x // scale] == "#" for x in range(_COLUMNS * scale)]
        for y in range(_ROWS * scale)
    ]
    if rounded:
        for x, y in _corners(rows, scale):
            pixels[y][x] = False
    return pixels


def _corners(rows: Sequence[str], scale: int) -> Iterable[tuple[int, int]]:
    """Yield the outermost pixel of every corner where a stroke turns."""

    def on(x: int, y: int) -> bool:
        return 0 <= x < _COLUMNS and 0 <= y < _ROWS and rows[y][x] == "#"

    for x, y, right, down in product(range(_COLUMNS), range(_ROWS), (-1, 1), (-1, 1)):
        turns = on(x - right, y) and on(x, y - down)
        if on(x, y) and turns and not on(x + right, y) and not on(x, y + down):
            yield (x + (right > 0)) * scale - (right > 0), (y + (down > 0)) * scale - (down > 0)


def side_by_side(bitmaps: Sequence[Bitmap], gap: int) -> Bitmap:
    """Put pictures of one height beside each other, with some pixels between them."""
    blank = [False] * gap
    height = len(bitmaps[0])
    return [
        [pixel for bitmap in bitmaps for pixel in (*blank, *bitmap[y])][gap:] for y in range(height)
    ]


def half_blocks(bitmap: Bitmap) -> list[str]:
    """Write two rows of pixels a line; an odd row stands alone at the top."""
    rows = list(bitmap)
    if len(rows) % 2:
        rows = [[False] * len(rows[0]), *rows]
    return [
        "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    ]


def whole_blocks(bitmap: Bitmap) -> list[str]:
    """Write one row of pixels a line."""
    return ["".join(_HALVES[pixel, pixel] for pixel in row) for row in bitmap]
