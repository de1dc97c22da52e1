"""How long hearts takes to its first usable screen, and its memory, against one widget.

Both programs are started in turn, cold process by cold process, in a pseudo-terminal of 80x24.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from probe import start

RUNS = 15
MOST_TIME = 1.4
MOST_MEMORY = 1.5


def main() -> None:
    """Print both figures as ratios to the floor, with what they may be at most."""
    here = Path(__file__).parent
    hearts = [str(Path(sys.executable).with_name("hearts"))]
    floor = [sys.executable, str(here / "one_widget.py")]
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "HEARTS_CONFIG_DIR": folder, "TERM": "xterm-256color"}
        start(hearts, "all topics", environ)
        start(floor, "one widget", environ)
        pairs = [
            (start(hearts, "So, is the sequel", environ), start(floor, "one widget", environ))
            for _ in range(RUNS)
        ]
    _print("first screen", [(a.seconds, b.seconds) for a, b in pairs], MOST_TIME, "s")
    _print("peak memory", [(a.peak_mib, b.peak_mib) for a, b in pairs], MOST_MEMORY, "MiB")


def _print(name: str, pairs: list[tuple[float, float]], most: float, unit: str) -> None:
    ours, floors = (median(values) for values in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    print(
        f"{name}: hearts {ours:.3g} {unit}, one widget {floors:.3g} {unit}, "
        f"ratio {ratio:.2f} (at most {most})"
    )


if __name__ == "__main__":
    main()
