"""How many bytes hearts sends, against what curses sends for the same pictures.

A walk by keyboard through all screens is recorded in a pseudo-terminal; curses then draws, one
after another, the pictures that stood on the screen after each key. Both have 256 colors. Then what
the countdown sends each second, and a list that nobody touches.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.end_to_end.terminal import HEARTS, environ_for
from tests.terminal.diff_driver.curses_replay import Comparison, compare, ratio
from tests.terminal.diff_driver.key_walk import SleepAwareTerminal, full_walk

NOW = "2026-11-23T12:00:00Z"
MAX_RATIO, MAX_BYTES_PER_SECOND = 0.85, 60
SECONDS = 20


def main() -> int:
    """Print all figures; return 1 where one is above its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=_size, default=(80, 24), metavar="COLUMNSxROWS")
    parser.add_argument("--term", default="xterm-256color", help="the value of TERM")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        environ = environ_for(Path(name) / "config", COLORTERM="", TERM=options.term)
        still = {**environ, "HEARTS_NOW": NOW}
        comparisons = compare(full_walk(), still, Path(name), options.size)
        _print_table(comparisons)
        ticking = _bytes_per_second(["--screen", "countdown"], environ, options.size)
        idle = _bytes_per_second([], still, options.size)
    total = ratio(comparisons)
    print(f"ratio in the sum: {total:.2f} (at most {MAX_RATIO})")
    print(f"countdown: {ticking:.1f} bytes a second (at most {MAX_BYTES_PER_SECOND})")
    print(f"a list that nobody touches: {idle:.1f} bytes a second (at most 0)")
    return int(total > MAX_RATIO or ticking > MAX_BYTES_PER_SECOND or idle > 0)


def _size(text: str) -> tuple[int, int]:
    columns, _, rows = text.partition("x")
    return int(columns), int(rows)


def _print_table(comparisons: list[Comparison]) -> None:
    print(f"{'kind of key':22} {'keys':>5} {'hearts':>8} {'curses':>8} {'ratio':>6}   bytes in all")
    for kind in dict.fromkeys(each.kind for each in comparisons):
        _print_row(kind, [each for each in comparisons if each.kind == kind])
    _print_row("sum", comparisons)


def _print_row(name: str, rows: list[Comparison]) -> None:
    hearts, curses = sum(row.hearts for row in rows), sum(row.curses for row in rows)
    shown = f"{hearts / curses:6.2f}" if curses else f"{'':6}"
    print(f"{name:22} {len(rows):5} {hearts:8} {curses:8} {shown}")


def _bytes_per_second(
    arguments: list[str], environ: Mapping[str, str], size: tuple[int, int]
) -> float:
    with SleepAwareTerminal([HEARTS, *arguments], environ, *size) as terminal:
        terminal.wait_for("quit")
        terminal.read_until_asleep()
        before = len(terminal.sent)
        terminal.read_for(SECONDS)
        return (len(terminal.sent) - before) / SECONDS


if __name__ == "__main__":
    sys.exit(main())
