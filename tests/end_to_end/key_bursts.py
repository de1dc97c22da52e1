"""Random keys in bursts, weighted so that every screen and dialog is opened."""

from collections.abc import Iterator, Sequence
from random import Random

ESCAPE, ENTER, PALETTE, QUIT = "\x1b", "\r", "\x10", "\x11"

_WEIGHTS = {
    **dict.fromkeys("1234", 3),
    **dict.fromkeys(("5", "j", "v", ",", PALETTE, "/"), 5),
    **dict.fromkeys(("k", "h", "l", " ", "x", "+", "-", "t", "n", "u", "o", "a", "e", "w"), 2),
    **dict.fromkeys("gGbi?]s=TfmMpcr", 1),
    **dict.fromkeys(("\x1b[A", "\x1b[B", "\x7f", "\x1b[Z"), 2),
    # Ctrl+D, Ctrl+U, Ctrl+O, Ctrl+S, F1, page down, page up, home, end, right, left
    **dict.fromkeys(("\x04", "\x15", "\x0f", "\x13", "\x1bOP", "\x1b[6~", "\x1b[5~"), 1),
    **dict.fromkeys(("\x1b[H", "\x1b[F", "\x1b[C", "\x1b[D"), 1),
    "\t": 5,
    ENTER: 18,
    ESCAPE: 12,
}

_TEXTS = ("love", "lu", "zz", "set", "no", "2027-02-14", "Europe/Berlin", "é ♥")

_PHRASES = (
    ("5", "a", "Will it?", ENTER, "Yes", ENTER, "No", ENTER, ENTER),
    ("5", ENTER, ENTER),
    ("5", "v", "j", ENTER, ENTER),
    ("5", "n", "a note", ENTER, ENTER),
    ("5", "G", "e", "more", "\x13", "\x13"),
    ("4", "e", "j", ENTER, "2027-02-14", ENTER, ENTER),
    (",", "j", ENTER, "j", ENTER, ESCAPE),
    (",", "/", "keys", ENTER, ENTER, "j", ENTER, "w"),
    (",", "/", "zone", ENTER, ENTER, "x", ENTER, ENTER),
    (PALETTE, "lu", "\x1b[B", ENTER, ENTER),
    (PALETTE, ESCAPE),
    (ENTER, "\t", ENTER, PALETTE, "\x7f"),
    ("/", "lu", ENTER, ENTER, ESCAPE),
    ("2", "p", ESCAPE, ESCAPE),
    ("5", "u", "u", "u"),
)

_LEAVES_HEARTS = ("Leave; everything is kept already", "A key for: quit")
"""What the screen shows where Enter or any key would end the program sooner or later."""


class KeyBursts:
    """Yields what a hasty user types: 1 to 5 keys, clicks or turns of the wheel a write.

    The keys that quit or stop the program are not among them.
    """

    def __init__(self, random: Random) -> None:
        self._random = random
        self._begun: list[str] = []

    def next(self, screen: str, columns: int, rows: int) -> Sequence[str]:
        """Return the keys of the next burst for a window of a size that shows ``screen``."""
        if any(text in screen for text in _LEAVES_HEARTS):
            self._begun = []
            return [ESCAPE]
        count = self._random.randint(1, 5)
        return [self._key(columns, rows) for _ in range(count)]

    def _key(self, columns: int, rows: int) -> str:
        if self._begun:
            return self._begun.pop(0)
        chance = self._random.random()
        if chance < 0.06:
            self._begun = list(self._random.choice(_PHRASES))
            return self._begun.pop(0)
        if chance < 0.1:
            return "".join(self._mouse(columns, rows))
        if chance < 0.13:
            return self._random.choice(_TEXTS)
        if chance < 0.135:
            return f"\x1b[200~{self._random.choice(_TEXTS)}\x1b[201~"
        return self._random.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]

    def _mouse(self, columns: int, rows: int) -> Iterator[str]:
        x, y = self._random.randint(1, columns), self._random.randint(1, rows)
        if self._random.random() < 0.3:
            yield f"\x1b[<{self._random.choice((64, 65))};{x};{y}M"
            return
        for _ in range(self._random.randint(1, 2)):
            yield click_at(x, y)


def click_at(x: int, y: int) -> str:
    """Return what a terminal sends for a click on a cell, counted from 1."""
    return f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"
