"""Draw pictures with curses: ``python curses_program.py pictures.json``.

The file holds ``{"background": color, "pictures": [...]}``. A picture is a list of rows, a row is a
list of runs, and a run is ``[text, foreground, background, attributes]``: colors are numbers of 256
or -1 for the terminal's own, attributes are names from ``curses`` without their ``A_``. ``MARK`` is
written after each picture.
"""

import curses
import json
import locale
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

MARK = b"\x1b]9;drawn\x07"
"""A sequence that no terminal shows."""

MAX_PAIRS = 256
"""How many color pairs an attribute of curses can name."""


class ColorPairs:
    """Give each pair of colors a number when it is first used."""

    def __init__(self) -> None:
        self._numbers = {(-1, -1): 0}

    def attribute(self, foreground: int, background: int) -> int:
        """Return the attribute that selects two colors.

        Raises:
            ValueError: there are more pairs than an attribute can name.

        """
        pair = foreground, background
        if pair not in self._numbers:
            number = len(self._numbers)
            if number == MAX_PAIRS:
                raise ValueError(f"more than {MAX_PAIRS} pairs of colors")
            curses.init_pair(number, *pair)
            self._numbers[pair] = number
        return curses.color_pair(self._numbers[pair])


def draw(window: "curses.window", picture: Any, pairs: ColorPairs) -> None:
    """Draw a picture and send what changed."""
    for y, row in enumerate(picture):
        window.move(y, 0)
        for text, foreground, background, attributes in row:
            style = pairs.attribute(foreground, background)
            for name in attributes:
                style |= getattr(curses, f"A_{name}")
            # The last cell of the window is written although the cursor can't move on from it.
            with suppress(curses.error):
                window.addstr(text, style)
    window.refresh()
    os.write(sys.stdout.fileno(), MARK)


def main(window: "curses.window") -> None:
    """Draw the pictures of the file that is named on the command line."""
    curses.use_default_colors()
    curses.curs_set(0)
    pairs = ColorPairs()
    told = json.loads(Path(sys.argv[1]).read_text())
    # What lets curses erase to the end of a row, move rows, and leave the hidden cursor alone: it
    # is to be compared with at its best.
    window.bkgdset(" ", pairs.attribute(-1, told["background"]))
    window.idlok(True)
    window.leaveok(True)
    for picture in told["pictures"]:
        draw(window, picture, pairs)


if __name__ == "__main__":
    locale.setlocale(locale.LC_ALL, "")
    curses.wrapper(main)
