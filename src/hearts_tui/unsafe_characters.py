"""The characters that must not reach a terminal, wherever a text comes from."""

import unicodedata

_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Control characters; invisible formatting such as changes of direction, joiners and tags; halves
of surrogate pairs; private use; what Unicode has not assigned; and its line and paragraph ends."""

_BLANKS = frozenset(
    {
        *"\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0",  # a joiner, and letters without a shape
        *map(chr, range(0x180B, 0x1810)),
        *map(chr, range(0xFE00, 0xFE10)),
        *map(chr, range(0xE0100, 0xE01F0)),
    }
)
"""What is invisible in spite of its category, the selectors of variants among it, which make one
cell of some terminals two of others."""


def is_unsafe(char: str) -> bool:
    """Return whether a character can hide, turn round or shift text, or command the terminal."""
    return char in _BLANKS or (not char.isprintable() and unicodedata.category(char) in _CATEGORIES)


def is_safe(text: str) -> bool:
    """Return whether a text has no unsafe character; fast where there is none."""
    if text.isprintable() and (text.isascii() or _BLANKS.isdisjoint(text)):
        return True
    return not any(map(is_unsafe, text))


def printable(text: str) -> str:
    """Return a message for a terminal, with a question mark for each unsafe character.

    Line ends stay.
    """
    if is_safe(text):
        return text
    return "".join("?" if is_unsafe(char) and char != "\n" else char for char in text)
