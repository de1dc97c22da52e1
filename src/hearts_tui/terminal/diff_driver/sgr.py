"""The style of a cell, read from and written as the sequences that select it."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_OFF_FOR = {
    "1": "22",
    "2": "22",
    "3": "23",
    "4": "24",
    "21": "24",
    "5": "25",
    "6": "25",
    "7": "27",
    "8": "28",
    "9": "29",
    "51": "54",
    "52": "54",
    "53": "55",
}
# Each attribute that Rich can ask for, and what turns it off, along with its like.

_SEEN_ON_BLANKS = frozenset({"4", "5", "6", "7", "9", "21", "51", "52", "53"})

_COLOUR_LENGTHS = {"5": 2, "2": 4}
# How many parameters make up a colour after 38 or 48, this one included.


class Style(NamedTuple):
    """How a cell looks.

    ``attributes`` and the two colours are SGR parameters as they came (``38;5;9``); ``link`` is
    what stands in OSC 8 after its first semicolon, and empty where there is no link.
    """

    attributes: frozenset[str]
    foreground: str
    background: str
    link: str


PLAIN = Style(frozenset(), "39", "49", "")
"""What a terminal writes in after a reset."""


NO_LINK = "\x1b]8;;\x1b\\"
"""Closes a link."""


@lru_cache(2048)
def selected(style: Style | None, parameters: str) -> Style | None:
    """Return the style that holds after ``CSI parameters m``; None where that can't be told.

    A style of None is one that is not known.
    """
    if style is None and parameters.partition(";")[0] not in {"", "0"}:
        return None
    attributes, foreground, background, link = style or PLAIN
    codes = parameters.split(";")
    while codes:
        code = codes.pop(0)
        if code in {"", "0"}:
            attributes, foreground, background, _ = PLAIN
        elif code in _OFF_FOR:
            attributes |= {code}
        elif code in _OFF_FOR.values():
            attributes -= {on for on, off in _OFF_FOR.items() if off == code}
        elif not (colour := _colour(code, codes)):
            return None
        elif code[0] in "39":
            foreground = colour
        else:
            background = colour
    return Style(attributes, foreground, background, link)


def _colour(code: str, codes: list[str]) -> str:
    """Return a whole colour that begins with a code, taking what belongs to it from the rest.

    Empty where the code begins no colour.
    """
    number = int(code)
    if number in {38, 48}:
        length = _COLOUR_LENGTHS.get(codes[0], 0) if codes else 0
        values, codes[:length] = codes[:length], []
        whole = 0 < length == len(values) and all(values)
        return ";".join([code, *values]) if whole else ""
    simple = number in range(30, 50) or number in range(90, 98) or number in range(100, 108)
    return code if simple else ""


@lru_cache(2048)
def ground(style: Style) -> Style:
    """Return what of a style can be seen on blanks: with one ground, they look the same."""
    if style.attributes & _SEEN_ON_BLANKS:
        return style
    return PLAIN._replace(background=style.background, link=style.link)


def erases_alike(style: Style) -> bool:
    """Return whether erased cells look as blanks that are written in a style."""
    return not style.link and not style.attributes & _SEEN_ON_BLANKS


@lru_cache(4096)
def for_blanks(old: Style | None, wanted: Style) -> Style:
    """Return the style that is nearest to an old one and on blanks looks as the wanted one does."""
    if old is not None and ground(old) == wanted:
        return old
    if old is None or wanted.attributes & _SEEN_ON_BLANKS:
        return wanted
    return old._replace(
        attributes=old.attributes - _SEEN_ON_BLANKS,
        background=wanted.background,
        link=wanted.link,
    )


@lru_cache(4096)
def change(old: Style | None, new: Style) -> str:
    """Return the shortest sequences that make a terminal write in another style.

    An old style of None is one that is not known, but for its link, which is closed.
    """
    link = f"\x1b]8;{new.link}\x1b\\" if new.link else NO_LINK
    afresh = _sgr(["0", *_in_order(new.attributes), *_colours(PLAIN, new)])
    if old is None:
        return afresh + link if new.link else afresh
    if old.link == new.link:
        link = ""
    if old[:3] == new[:3]:
        return link
    return min(_sgr(_steps(old, new)), afresh, key=len) + link


def _sgr(parameters: list[str]) -> str:
    return "\x1b[m" if parameters == ["0"] else f"\x1b[{';'.join(parameters)}m"


def _steps(old: Style, new: Style) -> list[str]:
    """Return the parameters that change only what differs."""
    touched = {_OFF_FOR[code] for code in old.attributes ^ new.attributes}
    off = touched & {_OFF_FOR[code] for code in old.attributes}
    # What goes off together comes on together: 4 after 21 is not what 21 after 4 is.
    on = [code for code in new.attributes if _OFF_FOR[code] in touched]
    return [*_in_order(off), *_in_order(on), *_colours(old, new)]


def _colours(old: Style, new: Style) -> list[str]:
    foreground = [new.foreground] * (old.foreground != new.foreground)
    return foreground + [new.background] * (old.background != new.background)


def _in_order(codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=int)
