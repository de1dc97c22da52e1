"""Record thirty seconds of the running app for the README: python docs/make_session.py [FILE].

hearts runs in a pseudo-terminal, as it does for everybody; how long a screen is shown is written
here, so that a slow machine records the same.
"""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pyte

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for  # noqa: E402

from animated_svg import BACKGROUND, FOREGROUND, Cell, Frame, draw  # noqa: E402

TARGET = ROOT / "docs" / "pictures" / "session.svg"
SECONDS = 30.0
MOMENT = "2026-11-23T12:00:00Z"
TITLE = (
    "Thirty seconds of hearts: the welcome, the cast, the tracklist, a vote, the countdown, the "
    "film, and a search."
)


class Step(NamedTuple):
    """Keys, what is written below the screen for them, and for how many seconds they are shown."""

    keys: str
    caption: str
    seconds: float


STEPS = (
    Step("", "hearts: a fan's companion to Purple Hearts", 2.6),
    Step("y", "y: yes, I've seen the film", 1.4),
    Step("2", "2: the cast", 2.0),
    Step("j", "j: down", 1.0),
    Step("j", "j: down", 1.4),
    Step("3", "3: the tracklist", 1.8),
    Step("j", "j: down", 0.8),
    Step("j", "j: down", 1.2),
    Step("5", "5: theories", 2.0),
    Step("\r", "Enter: vote", 1.0),
    Step("j", "j: down", 0.8),
    Step("\r", "Enter: that one, and it's saved", 2.0),
    Step("+", "+: quite sure of it", 1.4),
    Step("4", "4: the countdown", 2.4),
    Step("6", "6: the film, scene by scene", 1.8),
    Step("n", "n: turn the page", 1.6),
    Step("\x10", "Ctrl+P: find anything", 1.0),
    Step("whisky", "whisky", 1.4),
    Step("\r", "Enter: go there", 2.4),
)


def main() -> None:
    """Record the session and write it."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_text(draw(record(), SECONDS, TITLE), encoding="utf-8")


def record() -> list[Frame]:
    """Do all steps in the real app, and return a frame for each."""
    frames: list[Frame] = []
    at = 0.0
    with tempfile.TemporaryDirectory() as folder:
        environ = environ_for(Path(folder, "config"), HEARTS_NOW=MOMENT, TZ="UTC")
        with Terminal([HEARTS], environ) as terminal:
            terminal.wait_until_drawn()
            for step in STEPS:
                if step.keys:
                    terminal.press(step.keys)
                terminal.wait_until_idle()
                frames.append(Frame(at, cells_of(terminal.screen), step.caption))
                at += step.seconds
    if round(at, 3) != SECONDS:
        raise ValueError(f"the steps take {at:g} seconds, not {SECONDS:g}")
    return frames


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


if __name__ == "__main__":
    main()
