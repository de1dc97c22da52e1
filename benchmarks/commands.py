"""How long commands take that shells and scripts run again and again, against an empty Python.

All are started in turn, cold process by cold process, with a user's folder that has settings in it
and one that is empty. The least of each is compared, which a busy machine disturbs least.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

RUNS = 40
HEARTS = str(Path(sys.executable).with_name("hearts"))
FLOOR = [sys.executable, "-c", "pass"]
GOALS = {
    ("--version",): 3.0,
    ("countdown", "--short"): 5.0,
    ("news", "--json"): 8.0,
}
"""How many times as long as the floor each may take."""

SETTINGS = 'format = 1\nseen_film = "yes"\nzone = "Europe/Berlin"\n'


def main() -> int:
    """Print the figures as ratios to the floor; return 1 where one is above its goal."""
    with tempfile.TemporaryDirectory() as folder:
        empty, settled = Path(folder) / "empty", Path(folder) / "settled"
        settled.mkdir()
        (settled / "settings.toml").write_text(SETTINGS)
        over = [report("no settings yet", empty), report("with settings", settled)]
    return int(any(over))


def report(name: str, folder: Path) -> bool:
    """Print the figures for a user's folder, and return whether one is above its goal."""
    environ = {**os.environ, "HEARTS_CONFIG_DIR": str(folder)}
    commands: list[Sequence[str]] = [FLOOR, *([HEARTS, *arguments] for arguments in GOALS)]
    rounds = [[measured(command, environ) for command in commands] for _ in range(RUNS)]
    floor, *ours = (min(times) for times in zip(*rounds, strict=True))
    over = False
    for (arguments, goal), least in zip(GOALS.items(), ours, strict=True):
        ratio = least / floor
        over = over or ratio > goal
        told = f"{1000 * least:.1f} ms, ratio {ratio:.2f} (at most {goal:g})"
        print(f"{name}: hearts {' '.join(arguments)} {told}")
    print(f"{name}: python -c pass {1000 * floor:.1f} ms")
    return over


def measured(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """Return the seconds that a command takes."""
    started = time.perf_counter()
    subprocess.run(command, env=environ, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
