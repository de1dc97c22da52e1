"""Which escape sequences are keys or reports that Textual's parser can make events of."""

import re
from functools import lru_cache

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

_REPORT = re.compile(r"\x1b\[(?:[IO]|\?2026;\d\$y|<\d{1,3};\d{1,5};\d{1,5}[Mm])")
_NO_KEY = re.compile(r"\x1b\[(?:\d+;\d+R|201~)")
"""The cursor's position, and the end of a paste that has not begun; both look like keys."""

_KITTY_KEY = re.compile(r"\x1b\[\d{0,7}(?:;\d{0,3}(?:;[\d:]{0,16})?)?[u~A-FHPQS]")
_NUMBER = re.compile(r"\d+")
_SURROGATES = range(0xD800, 0xE000)
_CHARACTERS = range(0x110000)


@lru_cache(1024)
def is_known(sequence: str) -> bool:
    """Return whether Textual's parser makes an event of a sequence, and can't fail on it."""
    return is_known_without_kitty(sequence) or _is_kitty_key(sequence)


@lru_cache(1024)
def is_known_without_kitty(sequence: str) -> bool:
    """Return the same of sequences other than those of kitty's keyboard protocol."""
    if _NO_KEY.fullmatch(sequence):
        return False
    return sequence in ANSI_SEQUENCES_KEYS or _REPORT.fullmatch(sequence) is not None


def _is_kitty_key(sequence: str) -> bool:
    if _KITTY_KEY.fullmatch(sequence) is None or _NO_KEY.fullmatch(sequence):
        return False
    numbers = [int(number) for number in _NUMBER.findall(sequence)]
    return all(number in _CHARACTERS and number not in _SURROGATES for number in numbers)
