"""How long a key may have to wait while screens are built that nobody has opened yet.

hearts is started in a pseudo-terminal of 80x24 and left alone. From a moment after the last byte of
its first screen, when building begins, each turn of its event loop is looked at: a key waits for
the one that is under way, and then nothing is built for as long as somebody types.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from probe import Program

HEARTS = [sys.executable, str(Path(__file__).with_name("turns.py"))]
MOMENT, SECONDS = 0.2, 5.0
MAX_MS = 10.0


def main() -> int:
    """Print the longest turns of each start; return 1 where their median is above the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    longest = []
    for _ in range(options.rounds):
        turns = sorted(turns_of_a_start(), reverse=True)
        print(f"longest turns: {', '.join(f'{took:.1f}' for took in turns[:6])} ms")
        longest.append(turns[0])
    print(f"the longest: median {median(longest):.1f} ms, {max(longest):.1f} at the most", end=" ")
    print(f"(at most {MAX_MS:g})")
    return int(median(longest) > MAX_MS)


def turns_of_a_start() -> list[float]:
    """Start hearts, and return the milliseconds of its turns while it builds."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "turns"
        environ = {**os.environ, "HEARTS_CONFIG_DIR": folder, "TERM": "xterm-256color"}
        environ |= {"COLORTERM": "truecolor", "TURNS": str(file)}
        with Program(HEARTS, environ) as program:
            program.wait_until(lambda text: "quit" in text)
            program.read_for(SECONDS)
            begins = program.last_byte_at + MOMENT
        turns = [tuple(map(float, line.split())) for line in file.read_text().splitlines()]
    return [took for ended, took in turns if ended > begins]


if __name__ == "__main__":
    sys.exit(main())
