"""How long a step in the list of theories takes while ten thousand slips are being read.

hearts with a board, hearts without one and a bare OptionList stand in a pseudo-terminal of 80x24
each, and get the key in turn. A step is over with the last byte that it brings. All slips are
touched before each round, so that opening the theories reads them anew; only steps count
after which the reading still goes on.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))
from hearts_tui.cli.assets import content_folder
from hearts_tui.content.pack import Pack
from hearts_tui.terminal.capabilities import FRAMES_A_SECOND
from probe import Program, percentile
from slips import VOTES, fill

HEARTS = str(Path(sys.executable).with_name("hearts"))
BARE = [sys.executable, str(Path(__file__).with_name("option_list.py"))]
MAX_RATIO = 1.6
MORE = 100_000
"""Bytes that a program reads within two steps of others only where it is reading slips."""

QUIET = 0.08
"""Seconds without a byte after which a step counts as over; the slips are read within one."""


def main() -> int:
    """Print the figures; return 1 where a step takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=12)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        board = folder / "board"
        board.mkdir()
        fill(board, list(Pack(content_folder()).theories)[:VOTES])
        with programs(folder, board) as (shared, alone, bare):
            steps = [
                each for _ in range(options.rounds) for each in measure(board, shared, alone, bare)
            ]
    reading, others, floor = zip(*steps, strict=True)
    print(f"{len(steps)} steps while slips are read: median and 95 %, ms")
    for what, times in (("hearts, reading", reading), ("without a board", others), ("bare", floor)):
        print(f"{what:18} {median(times):8.1f} {percentile(times, 95):8.1f}")
    ratio = median(reading) / median(floor)
    print(f"the ratio to the bare one: {ratio:.2f} (at most {MAX_RATIO})")
    return int(ratio > MAX_RATIO)


@contextmanager
def programs(folder: Path, board: Path) -> Iterator[tuple[Program, Program, Program]]:
    """Run hearts with a board and without one, and a bare list, until they are at rest."""
    common = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    common |= {"TEXTUAL_FPS": str(FRAMES_A_SECOND), "TEXTUAL_ANIMATIONS": "none"}
    mine = common | {"HEARTS_CONFIG_DIR": str(folder / "one"), "HEARTS_BOARD": str(board)}
    other = common | {"HEARTS_CONFIG_DIR": str(folder / "two"), "HEARTS_BOARD": "off"}
    with (
        Program([HEARTS], mine) as shared,
        Program([HEARTS], other) as alone,
        Program(BARE, common) as bare,
    ):
        for hearts in (shared, alone):
            hearts.wait_until(lambda text: "quit" in text)
            hearts.type("5")
        bare.wait_until(lambda text: "Page 0" in text)
        for program in (shared, alone, bare):
            program.read_for(5)
        yield shared, alone, bare


def measure(
    board: Path, shared: Program, alone: Program, bare: Program
) -> Iterator[tuple[float, float, float]]:
    """Yield the milliseconds of each step in a round that slips were read in."""
    now = time.time()
    for path in board.iterdir():
        os.utime(path, (now, now))
    for hearts in (alone, shared):
        hearts.press("4")
        hearts.read_for(1)
        hearts.press("5", QUIET)
    while True:
        took = shared.press("j", QUIET).last
        before = shared.bytes_read
        others = alone.press("j", QUIET).last, bare.press("j", QUIET).last
        if shared.bytes_read - before < MORE:
            break
        yield took, *others
    for hearts in (shared, alone):
        hearts.type("\x1b[H")
        hearts.read_for(1)


if __name__ == "__main__":
    sys.exit(main())
