"""Texts as they are read aloud: words in the place of signs."""

import re
from collections.abc import Iterable

from hearts_tui.domain.item import Status
from hearts_tui.domain.rumor_check import CHECK_SIGNS
from hearts_tui.domain.spoilers import HIDDEN
from hearts_tui.domain.status_words import status_text

_SIGN = re.compile(r"^[✓~✗≠◉○●★?] +")

_ENDS = (".", "!", "?", ":")

_MARKS = {
    "+": "For",
    "-": "Against",
    "◉": "Voted",
    "○": "",
    **{sign: verdict.value.capitalize() for verdict, sign in CHECK_SIGNS.items()},
}


def spoken(text: str) -> str:
    """Return a text without the signs that stand for words in print."""
    for status in Status:
        text = text.replace(status_text(status), status.value)
    text = text.replace(f"{HIDDEN} ", "").replace(HIDDEN, "hidden")
    return _SIGN.sub("", text)


def spoken_mark(mark: str) -> str:
    """Return what the mark before an entry says; empty where that is nothing."""
    return _MARKS.get(mark, mark.rstrip(":"))


def spoken_heading(heading: str) -> str:
    """Return a heading without the signs that it explains."""
    return re.sub(r" \([+-]\)", "", spoken(heading))


def joined(parts: Iterable[str]) -> str:
    """Return texts in one line, with commas between them, but for those that end a sentence."""
    line = ""
    for part in filter(None, parts):
        if not line:
            line = part
        elif line.endswith(_ENDS):
            line += f" {part[:1].upper()}{part[1:]}"
        else:
            line += f", {part}"
    return line


def sentence(text: str) -> str:
    """Return a text with a capital at its beginning and a full stop at its end."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith(_ENDS) else f"{text}."
