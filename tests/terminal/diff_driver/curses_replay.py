"""What curses sends for the pictures that a program has drawn."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pyte.graphics import FG_AIXTERM, FG_ANSI, FG_BG_256
from pyte.screens import Char

from tests.end_to_end.terminal import Terminal
from tests.terminal.diff_driver import curses_program
from tests.terminal.diff_driver.curses_emulator import CursesEmulator
from tests.terminal.diff_driver.key_walk import Key, record

Size = tuple[int, int]
Row = list[Char]
Picture = list[Row]
Run = tuple[str, int, int, list[str]]

_DIM, _CONCEALED = 2, 8
_COLORS = {color: number for number, color in enumerate(FG_BG_256)}
_COLORS |= {name: code - 30 for code, name in FG_ANSI.items()}
_COLORS |= {name: code - 90 + 8 for code, name in FG_AIXTERM.items()}
_COLORS["default"] = -1


@dataclass(frozen=True, slots=True)
class Comparison:
    """What it takes to draw one change of the screen, in bytes."""

    kind: str
    hearts: int
    curses: int


def compare(
    keys: Iterable[Key], environ: Mapping[str, str], folder: Path, size: Size = (80, 24)
) -> list[Comparison]:
    """Type keys in hearts, have curses draw the same pictures, and return what each has sent.

    ``folder`` is for a file. The environment must ask for no more than 256 colors, which is what
    curses has.

    Raises:
        AssertionError: curses has drawn something else, so that there is nothing to compare.

    """
    answers = record(keys, environ, size)
    pictures = pictures_of([answer.data for answer in answers], size)
    drawn = draw_with_curses(pictures, environ, folder, size)
    return [
        Comparison(answer.kind, len(answer.data), len(data))
        for answer, data in zip(answers, drawn, strict=True)
    ]


def ratio(comparisons: Sequence[Comparison]) -> float:
    """Return the bytes that hearts sends for each byte of curses."""
    return sum(each.hearts for each in comparisons) / sum(each.curses for each in comparisons)


def pictures_of(answers: Sequence[bytes], size: Size) -> list[Picture]:
    """Return what stands on the screen after each part of what a program has sent."""
    emulator = CursesEmulator(*size)
    pictures = []
    for data in answers:
        emulator.feed(data.decode())
        pictures.append(
            [[_without_link(char) for char in emulator.look(y)] for y in range(size[1])]
        )
    return pictures


def draw_with_curses(
    pictures: Sequence[Picture], environ: Mapping[str, str], folder: Path, size: Size
) -> list[bytes]:
    """Draw pictures one after another with curses, and return what it sends for each of them.

    Raises:
        AssertionError: what curses has drawn looks otherwise, so that nothing can be compared.

    """
    background = most_common_background(pictures)
    rows = [[runs_of(row, background) for row in picture] for picture in pictures]
    file = folder / "pictures.json"
    file.write_text(json.dumps({"background": _COLORS[background], "pictures": rows}))
    argv = [sys.executable, curses_program.__file__, str(file)]
    with Terminal(argv, environ, *size) as terminal:
        code = terminal.wait_for_exit()
        assert code == 0, terminal.text
        sent = bytes(terminal.sent).split(curses_program.MARK)[:-1]
    for number, (ours, theirs) in enumerate(zip(pictures, pictures_of(sent, size), strict=True)):
        assert ours == theirs, f"picture {number}: {told(ours)}\nfrom curses:\n{told(theirs)}"
    return sent


def told(picture: Picture) -> str:
    """Return the characters of a picture."""
    return "\n".join("".join(char.data for char in row) for row in picture)


def most_common_background(pictures: Sequence[Picture]) -> str:
    """Return the background that most cells have."""
    return Counter(c.bg for picture in pictures for row in picture for c in row).most_common(1)[0][
        0
    ]


def runs_of(row: Row, background: str) -> list[Run]:
    """Return what to draw for a row, in as few styles as it can be drawn in.

    Blanks at its end are drawn as what is erased, and others as the text before them.
    """
    length = len(row)
    while length and _is_erased(row[length - 1], background):
        length -= 1
    chars = _with_styled_blanks(row[:length]) + row[length:]
    return [
        ("".join(char.data for char in run), _COLORS[style.fg], _COLORS[style.bg], names_of(style))
        for style, run in groupby(chars, lambda char: char._replace(data=""))
    ]


def names_of(style: Char) -> list[str]:
    """Return the names that curses has for the attributes of a style.

    Raises:
        ValueError: it has one that curses does not have.

    """
    flags = {
        "BOLD": style.bold,
        "ITALIC": style.italics,
        "UNDERLINE": style.underscore,
        "REVERSE": style.reverse,
        "DIM": _DIM in style.blink,
        "INVIS": _CONCEALED in style.blink,
    }
    if style.strikethrough or style.blink - {_DIM, _CONCEALED}:
        raise ValueError(f"curses has no attributes for {style}")
    return [name for name, holds in flags.items() if holds]


def _with_styled_blanks(chars: Row) -> Row:
    styled: Row = []
    for char in chars:
        before = styled[-1] if styled else char
        is_alike = before.bg == char.bg and not _shows_on_blanks(before)
        alike = before._replace(data=" ") if is_alike and _is_plain_blank(char) else char
        styled.append(alike)
    return styled


def _is_plain_blank(char: Char) -> bool:
    return char.data == " " and not _shows_on_blanks(char)


def _shows_on_blanks(char: Char) -> bool:
    return char.underscore or char.strikethrough or char.reverse


def _is_erased(char: Char, background: str) -> bool:
    return _is_plain_blank(char) and char.bg == background


def _without_link(char: Char) -> Char:
    return char._replace(blink=frozenset(part for part in char.blink if isinstance(part, int)))
