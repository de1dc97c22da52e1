"""A large heart of pixels, with a smaller one in it that breathes."""

from textual.content import Content

from hearts_tui.domain.pictures import Picture, Pixel
from hearts_tui.widgets.pixel_art import picture_lines

_OUTER, _INNER = "#a87bff", "#ff7aa8"
_SMALL, _LARGE = 0.42, 0.56
"""The size of the inner heart, as a share of the outer one's."""

_HALF_WIDTH, _TOP, _BOTTOM, _CENTER = 1.14, 1.24, -1.0, 0.12
"""What the curve of a heart spans, and where the inner one stands in it."""


def heart(rows: int, *, is_large: bool, has_pixels: bool) -> list[Content]:
    """Draw the heart on so many lines of text; ``is_large`` tells the size of the inner one."""
    inner = _LARGE if is_large else _SMALL
    height = 2 * rows
    width = height * 9 // 16 * 2
    pixels = [
        [_pixel(x / width, y / height, inner) for x in _middles(width)] for y in _middles(height)
    ]
    if not has_pixels:
        lines = ["".join("█" if pixel else " " for pixel in row) for row in pixels[::2]]
        return [Content.styled(line, "$accent") for line in lines]
    return picture_lines(Picture("A heart", pixels), has_pixels=True)


def _middles(count: int) -> list[float]:
    return [number + 0.5 for number in range(count)]


def _pixel(x: float, y: float, inner: float) -> Pixel:
    """Return the color at a place, given as shares of width and height."""
    across = _HALF_WIDTH * (2 * x - 1)
    up = _TOP + (_BOTTOM - _TOP) * y
    if not _is_within(across, up):
        return None
    return _INNER if _is_within(across / inner, (up - _CENTER) / inner) else _OUTER


def _is_within(x: float, y: float) -> bool:
    """Return whether a point lies within the curve of a heart, which is some 2 wide and high."""
    return (x**2 + y**2 - 1) ** 3 <= x**2 * y**3
