"""Record what stands on the screen of the real app, which runs in a pseudo-terminal."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for  # noqa: E402

from animated_svg import BACKGROUND, FOREGROUND, Cell  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
NOW = "2026-11-23T12:00:00Z"
STANDARD_SIZE = 80, 24

_HEADER = "1 News"
"""What stands on every screen."""


def record(
    config: Path, keys: Iterable[str], now: str = NOW, size: tuple[int, int] = STANDARD_SIZE
) -> Iterator[list[list[Cell]]]:
    """Run hearts and yield what stands on its screen, once some keys after the others are pressed.

    ``config`` is the user's folder, ``now`` the time it is, ``size`` in columns and rows.
    """
    environ = environ_for(config, HEARTS_NOW=now, TZ="UTC")
    with Terminal([HEARTS], environ, *size) as terminal:
        terminal.wait_for(_HEADER)
        terminal.wait_until_idle()
        for pressed in keys:
            if pressed:
                terminal.press(pressed)
                terminal.wait_until_idle()
            yield cells_of(terminal.screen)


def cells_of(screen: pyte.Screen) -> list[list[Cell]]:
    """Return what stands on an emulated screen."""
    return [
        [cell_of(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)
    ]


def cell_of(char: pyte.screens.Char) -> Cell:
    """Return a cell of the emulator as one to draw."""
    color, ground = hexadecimal(char.fg, FOREGROUND), hexadecimal(char.bg, BACKGROUND)
    if char.reverse:
        color, ground = ground, color
    return Cell(char.data or " ", color, ground, bold=char.bold, underline=char.underscore)


def hexadecimal(color: str, default: str) -> str:
    """Return a color of the emulator, which writes ``default`` or six digits."""
    return default if color == "default" else f"#{color}"
