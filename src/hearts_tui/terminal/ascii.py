"""Everything in ASCII, for terminals that show nothing else; a cell stays a cell."""

# ruff: noqa: RUF001 - characters that look alike are what this file is about

import unicodedata

_LOOKALIKES = {
    ".": "·•∙⋅…‥☆",
    "-": "‐‑‒–—―−─╌┄┈╴╶⎯▔¯",
    "=": "━═╍┅┉╸╺╼╾",
    "|": "│┃║╎╏┆┇┊┋╵╷╹╻╿╽▏▎▍▌▐▕",
    "_": "▁▂▃▄",
    ":": "░",
    "%": "▒",
    "#": "▓▅▆▇█▉▊▋■◆▪",
    '"': "“”„‟«»″▀",
    "'": "‘’‚‛′´",
    "<": "←◀◂◁‹≤",
    ">": "→▶▸▷›≥",
    "^": "↑▲▴△",
    "v": "↓▼▾▽✓✔",
    "x": "×✕✖✗✘╳",
    "*": "★♥♡♪♫†‡",
    "@": "●◉◎",
    "o": "○◌◦°øð",
    "+": "◇±",
    "!": "≠¡",
    "~": "≈∼",
    "/": "÷╱⁄∕",
    "\\": "╲",
    "?": "¿",
    "s": "ß",
    "a": "æ",
    "A": "Æ",
    "O": "Ø",
    "d": "đ",
    "D": "Đ",
    "l": "ł",
    "L": "Ł",
    "E": "€",
    "P": "£",
}
_CORNERS = range(0x250C, 0x257F)


class _StandIns(dict[int, str]):
    """Stand-ins by character; those that nobody thought of are found when they are first met."""

    def __missing__(self, code: int) -> str:
        found = chr(code) if code < 0x80 else _stand_in(chr(code))  # noqa: PLR2004 - where ASCII ends
        self[code] = found
        return found


def _stand_in(character: str) -> str:
    """Return as many ASCII characters as the character has cells."""
    if ord(character) in _CORNERS:
        return "+"
    # Imported late: nearly all text does without, and plain output without Rich.
    from rich.cells import cell_len

    cells = cell_len(character)
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    if plain.isprintable() and 0 < len(plain) <= cells:
        return plain.ljust(cells)
    return "?" * cells


_TABLE = _StandIns(
    (ord(glyph), ascii_) for ascii_, glyphs in _LOOKALIKES.items() for glyph in glyphs
)


def to_ascii(text: str) -> str:
    """Return a text of the same width in cells, in ASCII."""
    return text if text.isascii() else text.translate(_TABLE)
