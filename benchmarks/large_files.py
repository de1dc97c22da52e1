"""How long hearts takes to start, to vote and to quit when its files are as large as may be.

python benchmarks/large_files.py
"""

import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.end_to_end.large_files import WRITE
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

SECONDS_UNTIL_A_VISIT_IS_KEPT = 4.0


def seconds(act: Callable[[], object]) -> float:
    """Return how long something takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def figures(write: Callable[[Path], None]) -> Mapping[str, float]:
    """Start hearts with a file, and quit as soon as a vote shows that it is being saved."""
    with tempfile.TemporaryDirectory() as name:
        config = Path(name) / "config"
        config.mkdir()
        write(config)
        with Terminal([HEARTS], environ_for(config)) as terminal:
            start = seconds(lambda: terminal.wait_for("So, is the sequel"))
            terminal.read_for(SECONDS_UNTIL_A_VISIT_IS_KEPT)
            opened = seconds(lambda: (terminal.press("5"), terminal.wait_for("you voted on")))
            terminal.press("\r")
            terminal.wait_for("vote for it")
            terminal.press("j\r")
            terminal.wait_for("70% sav")
            terminal.press("q")
            end = seconds(terminal.wait_for_exit)
    return {"start": start, "board": opened, "quit while a vote is saved": end}


def main() -> None:
    """Print the seconds for each file."""
    for what, write in WRITE.items():
        told = ", ".join(f"{name} {value:.2f} s" for name, value in figures(write).items())
        print(f"{what}: {told}", flush=True)


if __name__ == "__main__":
    main()
