"""The one function that cleans text from outside before anything shows it."""

import unicodedata

# Cc, Cf, Cs, Co, Cn: controls, invisible formatting (bidi overrides, joiners, tags), halves of
# surrogate pairs, private use, and what Unicode has not assigned. Zl, Zp: exotic line ends.
_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def clean(text: str) -> str:
    r"""Return text that is safe to send to a terminal and has one width everywhere.

    Line ends become ``\n``, a tab becomes a space, letters and their accents are joined (NFC),
    variation selectors (which make one cell of some terminals two of others) and every control or
    invisible character is dropped.
    """
    if text.isascii() and text.replace("\n", " ").isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    joined = unicodedata.normalize("NFC", text)
    return "".join(char for char in joined if _is_safe(char))


def _is_safe(char: str) -> bool:
    if char == "\n" or " " <= char <= "~":
        return True
    variation_selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return not variation_selector and unicodedata.category(char) not in _UNSAFE
