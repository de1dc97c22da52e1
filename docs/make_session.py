"""Record thirty seconds of the running app for the README: python docs/make_session.py [FILE].

hearts runs in a pseudo-terminal, as it does for everybody; how long a screen is shown is written
here, so that a slow machine records the same.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pyte

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for  # noqa: E402

from animated_svg import BACKGROUND, FOREGROUND, Cell, Frame, draw  # noqa: E402

TARGET = ROOT / "docs" / "pictures" / "session.svg"
SECONDS = 30.0
HEADER = "1 News"
"""What stands on every screen."""

NOW, THE_DAY = "2026-11-23T12:00:00Z", "2027-07-29T12:00:00Z"
TITLE = (
    "Thirty seconds of hearts: the welcome, Cassie and Luke, the songs, a scene, a vote, a search, "
    "the countdown, and the day that it counts down to."
)


class Step(NamedTuple):
    """Keys, what is written below the screen for them, and for how many seconds they are shown."""

    keys: str
    caption: str
    seconds: float


STEPS = (
    Step("", "hearts: a fan's companion to Purple Hearts", 2.6),
    Step("y", "y: yes, I've seen the film", 1.4),
    Step("2", "2: the cast. That's Cassie", 2.2),
    Step("j", "j: and that's Luke", 1.8),
    Step("3", "3: the songs", 2.0),
    Step("6", "6: the film, scene by scene", 1.8),
    Step("n", "n: turn the page", 2.4),
    Step("5", "5: what comes next? Your call", 1.6),
    Step("\r", "Enter: to the vote", 0.8),
    Step("\r", "Enter: a wedding, please", 2.0),
    Step("+", "+: pretty sure of it", 1.4),
    Step("\x10", "Ctrl+P: find anything", 0.8),
    Step("abba", "Wasn't there something by ABBA?", 1.6),
    Step("\r", "Enter: no, there wasn't", 2.4),
    Step("4", "4: the countdown", 2.4),
)
STEPS_OF_THE_DAY = (Step("4", "And then it's the day", 2.8),)
"""What is done in another hearts, with the same files, once the countdown is over."""


def main() -> None:
    """Record the session and write it."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_text(draw(frames_of_session(), SECONDS, TITLE), encoding="utf-8")


def frames_of_session() -> list[Frame]:
    """Do all steps in the real app, and return a frame for each."""
    frames: list[Frame] = []
    at = 0.0
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "config")
        for now, steps in ((NOW, STEPS), (THE_DAY, STEPS_OF_THE_DAY)):
            for step, screen in zip(steps, record(config, now, steps), strict=True):
                frames.append(Frame(at, screen, step.caption))
                at += step.seconds
    if round(at, 3) != SECONDS:
        raise ValueError(f"the steps take {at:g} seconds, not {SECONDS:g}")
    return frames


def record(config: Path, now: str, steps: Sequence[Step]) -> Iterator[list[list[Cell]]]:
    """Yield what stands on the screen after each step of a session at some time."""
    environ = environ_for(config, HEARTS_NOW=now, TZ="UTC")
    with Terminal([HEARTS], environ) as terminal:
        terminal.wait_for(HEADER)
        for step in steps:
            if step.keys:
                terminal.wait_until_idle()
                terminal.press(step.keys)
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


if __name__ == "__main__":
    main()
