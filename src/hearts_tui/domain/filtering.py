"""Filtering: which texts a typed query lets through."""

import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """Lower the case and drop accents, so that 'beyonce' finds 'Beyoncé'."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def matches(query: str, texts: Iterable[str]) -> bool:
    """Tell whether every word of the query stands somewhere in the texts."""
    haystack = fold("\n".join(texts))
    return all(word in haystack for word in fold(query).split())
