"""How large hearts.pyz is, and how long it takes to its first screen, against an installed hearts.

Both run on the same Python, in turn, cold process by cold process, in a pseudo-terminal of 80x24.
The first start of the archive unpacks it and compiles what it imports; all others don't.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from probe import Program

RUNS = 15
MAX_RATIO = 1.5
MAX_MB = 5.0

INSTALLED = [sys.executable, "-m", "hearts_tui"]
BUILD = Path(__file__).parents[1] / "tools" / "build_pyz.py"


def main() -> int:
    """Print the figures; return 1 where one is above its goal."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "hearts.pyz")
        subprocess.run([sys.executable, BUILD, archive], check=True, stdout=subprocess.DEVNULL)
        size = archive.stat().st_size / 1e6
        print(f"size: {size:.2f} MB (at most {MAX_MB})")
        ratio = compare([sys.executable, str(archive)], environ_in(folder))
    return int(size > MAX_MB or ratio > MAX_RATIO)


def environ_in(folder: str) -> dict[str, str]:
    """Return an environment with the user's folders in a folder, and with bytecode kept."""
    environ = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    given = {"HEARTS_CONFIG_DIR": f"{folder}/config", "XDG_CACHE_HOME": f"{folder}/cache"}
    return {**environ, **given, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def compare(archive: Sequence[str], environ: Mapping[str, str]) -> float:
    """Print the times of both, and return the median of their ratios."""
    seconds_to_screen(INSTALLED, environ)
    print(f"first start of the archive: {seconds_to_screen(archive, environ):.2f} s")
    pairs = [
        (seconds_to_screen(archive, environ), seconds_to_screen(INSTALLED, environ))
        for _ in range(RUNS)
    ]
    ours, installed = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(first / second for first, second in pairs)
    print(
        f"further starts: archive {ours:.3f} s, installed {installed:.3f} s, "
        f"ratio {ratio:.2f} (at most {MAX_RATIO})"
    )
    return ratio


def seconds_to_screen(argv: Sequence[str], environ: Mapping[str, str]) -> float:
    """Start hearts, and return the seconds until its bar of keys stands."""
    with Program(argv, environ) as program:
        return program.wait_until(lambda text: "quit" in text)


if __name__ == "__main__":
    sys.exit(main())
