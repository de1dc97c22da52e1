"""Which texts a typed query lets through."""

import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """Lower the case and drop accents, so that 'beyonce' finds 'Beyoncé'."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def matches(query: str, texts: Iterable[str]) -> bool:
    """Return whether every word of the query stands somewhere in the texts."""
    return holds_all(fold("\n".join(texts)), fold(query).split())


def holds_all(folded: str, words: Iterable[str]) -> bool:
    """Return whether every word, folded as the text is, stands somewhere in it."""
    return all(word in folded for word in words)


def has_word(folded: str, word: str, *, whole: bool = True) -> bool:
    """Return whether a text has a word or, unless ``whole``, a word that begins with it."""
    place = folded.find(word)
    while place >= 0:
        end = place + len(word)
        begins = place == 0 or not folded[place - 1].isalnum()
        if begins and not (whole and end < len(folded) and folded[end].isalnum()):
            return True
        place = folded.find(word, place + 1)
    return False
