"""The one function that cleans text from outside before anything shows it."""

import unicodedata

from hearts_tui.unsafe_characters import is_unsafe


def sanitize(text: str) -> str:
    r"""Return text that is safe to send to a terminal and has one width everywhere.

    Line ends become ``\n``, a tab becomes a space, letters and their accents are joined (NFC), and
    every control or invisible character is dropped.
    """
    if text.isascii() and text.replace("\n", " ").isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    joined = unicodedata.normalize("NFC", text)
    return "".join(char for char in joined if char == "\n" or not is_unsafe(char))
