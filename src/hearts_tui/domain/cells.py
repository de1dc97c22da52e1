"""The width of a text in cells of a terminal, without a terminal."""

import unicodedata

_WIDE, _NO_CELLS, _SYMBOLS = {"W", "F"}, {"Mn", "Me"}, {"So", "No"}


def fit(text: str, most: int) -> str:
    """Return as much of a one-line text as takes at most so many cells on any terminal.

    Accents that no terminal can draw one above the other are cut off as well: a text has at most
    twice as many characters as cells.
    """
    if text.isascii():
        return text[:most]
    cells = 0
    for place, char in enumerate(text[: 2 * most]):
        cells += _cells(char)
        if cells > most:
            return text[:place]
    return text[: 2 * most]


def _cells(char: str) -> int:
    """Return how many cells a character takes at most; of a symbol, terminals think differently."""
    kind = unicodedata.category(char)
    if kind in _NO_CELLS:
        return 0
    if char.isascii():
        return 1
    return 2 if kind in _SYMBOLS or unicodedata.east_asian_width(char) in _WIDE else 1
