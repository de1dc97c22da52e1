"""Whether hearts survives resizes: storms of random sizes, and slow drags of a window's corner.

Each run is a fresh process in a pseudo-terminal that is resized 200 times and then has to draw at
80x24 and to quit.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

RESIZES = 200
NO_PAUSE, STORM_PAUSE, DRAG_PAUSE = 0.0, 0.002, 0.01
"""Seconds between two sizes: without any, signals overtake each other; with some, each is seen."""
KEY_CHANCE = 0.2

Size = tuple[int, int]


def storm(chance: random.Random) -> Iterable[Size]:
    """Return random sizes, some of them too small to draw in."""
    return [(chance.randint(10, 220), chance.randint(3, 70)) for _ in range(RESIZES)]


def drag(chance: random.Random) -> Iterable[Size]:
    """Return sizes that each differ from the last by a cell or two."""
    columns, rows = 80, 24
    sizes = []
    for _ in range(RESIZES):
        columns = max(20, min(200, columns + chance.randint(-3, 3)))
        rows = max(5, min(60, rows + chance.randint(-2, 2)))
        sizes.append((columns, rows))
    return sizes


def resize_and_quit(sizes: Iterable[Size], pause: float, chance: random.Random) -> None:
    """Have hearts draw and quit after a series of sizes, with keys in between.

    Raises:
        AssertionError: it draws nothing, or does not quit as it should; with what is shown then.
        OSError: it ended before it was to.

    """
    with (
        tempfile.TemporaryDirectory() as folder,
        Terminal([HEARTS], environ_for(Path(folder) / "config")) as terminal,
    ):
        terminal.wait_until_drawn()
        for size in sizes:
            terminal.resize(*size)
            if chance.random() < KEY_CHANCE:
                terminal.press(chance.choice("jk12345"))
            terminal.read_for(pause)
        terminal.resize(80, 24)
        terminal.press("2")
        terminal.wait_for("makers")
        terminal.press("q")
        code = terminal.wait_for_exit()
        assert code == 0, f"ended with {code}:\n{terminal.text}"


def survives(sizes: Iterable[Size], pause: float, chance: random.Random) -> bool:
    """Return whether hearts draws and quits after a series of sizes, with keys in between."""
    try:
        resize_and_quit(sizes, pause, chance)
    except (AssertionError, OSError):
        return False
    return True


RUNS = (
    ("burst", storm, NO_PAUSE),
    ("storm", storm, STORM_PAUSE),
    ("drag", drag, DRAG_PAUSE),
)


def main() -> None:
    """Print how many storms and drags hung, and with which seeds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    options = parser.parse_args()
    for name, kind, pause in RUNS:
        began = time.monotonic()
        hung = [
            seed
            for seed in range(options.seeds)
            if not survives(kind(random.Random(seed)), pause, random.Random(seed))
        ]
        seconds = time.monotonic() - began
        print(f"{name}: {len(hung)} of {options.seeds} hung {hung or ''} ({seconds:.0f} s)")


if __name__ == "__main__":
    main()
