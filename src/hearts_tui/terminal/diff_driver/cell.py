"""What one cell of the screen holds, and how a text falls into cells."""

from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

from hearts_tui.terminal.diff_driver.sgr import PLAIN, Style, ground

Cell = tuple[str, Style]
"""A grapheme and its style.

A wide one fills two cells, of which the second holds an empty text. Of a blank's style there is
only what can be seen of it, so that cells are equal where they look the same.
"""

UNKNOWN: Cell = ("\0", PLAIN)
"""Stands where nobody knows what the terminal shows; no text is equal to it."""

Row = list[Cell]
"""One line of cells from left to right."""

_JOINER = "\u200d"
_EMOJI_SELECTOR = "\ufe0f"

_NARROW = [
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x2FF),
    (0x370, 0x482),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2190, 0x2199),
    (0x2500, 0x25FC),
    (0x2800, 0x28FF),
]
# Of one cell in every terminal; a soft hyphen, for one, is not.
_WIDE = [(0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xAC00, 0xD7A3), (0xFF01, 0xFF60)]
# Of two cells in every terminal: the scripts that always were.

# Not a regular expression: to compile these ranges takes 3 ms of the start.
_even = frozenset(chr(code) for start, end in _NARROW for code in range(start, end + 1))


def is_even(text: str) -> bool:
    """Return whether each character of a text is one cell in every terminal."""
    return text.isascii() or _even.issuperset(text)


def is_settled(text: str) -> bool:
    """Return whether all terminals agree how wide one grapheme is.

    They don't where characters join, nor on emoji: there nobody knows where the cursor is next.
    """
    if len(text) > 1:
        return False
    wide = any(start <= ord(text) <= end for start, end in _WIDE)
    return wide or get_character_cell_size(text) == 1


@lru_cache(512)
def cells_of(text: str, style: Style) -> list[Cell] | None:
    """Return the cells that a text without control characters fills, or None where that is unsure.

    The text has to be as wide as Rich measures it, since the layout was made from that. The list
    is not to be changed: Textual writes the same texts over and over, and gets the same cells.
    """
    blank = (" ", ground(style))
    if is_even(text):
        if not text.strip(" "):
            return [blank] * len(text)
        return [blank if character == " " else (character, style) for character in text]
    cells: list[Cell] = []
    for grapheme in _graphemes(text):
        width = cell_len(grapheme)
        if width not in (1, 2):
            return None
        cells.append(blank if grapheme == " " else (grapheme, style))
        if width == 2:  # noqa: PLR2004 - the only other width
            cells.append(("", style))
    return cells if len(cells) == cell_len(text) else None


def _graphemes(text: str) -> list[str]:
    """Split a text before each character that has a width and is not joined to the one before."""
    parts: list[str] = []
    for character in text:
        alone = get_character_cell_size(character) > 0 and character != _EMOJI_SELECTOR
        if parts and (not alone or parts[-1].endswith(_JOINER)):
            parts[-1] += character
        else:
            parts.append(character)
    return parts
