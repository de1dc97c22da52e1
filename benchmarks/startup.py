"""How long hearts takes to its first screen and first key, and its memory, against one widget.

Both programs are started in turn, cold process by cold process, in a pseudo-terminal of 80x24. The
first screen stands when its list and the bar of keys below it do: keys are read from then on, and
one is typed at once. It is answered when the cursor has moved.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from probe import Program

RUNS = 15
MAX_TIME = 1.2
MAX_MEMORY = 1.5

HEARTS = [str(Path(sys.executable).with_name("hearts"))]
ONE_WIDGET = [sys.executable, str(Path(__file__).with_name("one_widget.py"))]


@dataclass(frozen=True, slots=True)
class Start:
    """A start: seconds to the first screen and to the answer of a key, and peak memory in MiB."""

    screen: float
    key: float
    peak_mib: float


def main() -> int:
    """Print the figures as ratios to the floor; return 1 where one is above its goal."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "HEARTS_CONFIG_DIR": folder, "TERM": "xterm-256color"}
        environ["COLORTERM"] = "truecolor"
        # What is compiled or told only once is done before anything is measured.
        start_hearts(environ)
        start_floor(environ)
        pairs = [(start_hearts(environ), start_floor(environ)) for _ in range(RUNS)]
    time = report("first screen", pairs, lambda start: start.screen, "s", MAX_TIME)
    report("first key answered", pairs, lambda start: start.key, "s")
    memory = report("peak memory", pairs, lambda start: start.peak_mib, "MiB", MAX_MEMORY)
    return int(time > MAX_TIME or memory > MAX_MEMORY)


def start_hearts(environ: Mapping[str, str]) -> Start:
    """Start hearts."""
    with Program(HEARTS, environ) as program:
        screen = program.wait_until(lambda text: "quit" in text)
        before = cursor(program.text)
        program.type("j")
        key = program.wait_until(lambda text: cursor(text) != before)
        program.read_for(0.3)
        return Start(screen, key, program.peak_mib)


def cursor(text: str) -> str:
    """Return the first column of the screen, in which the list has its cursor."""
    return "".join(line[0] for line in text.split("\n"))


def start_floor(environ: Mapping[str, str]) -> Start:
    """Start the app of one widget."""
    with Program(ONE_WIDGET, environ) as program:
        screen = program.wait_until(lambda text: "one widget" in text)
        program.type("j")
        key = program.wait_until(lambda text: "one key" in text)
        program.read_for(0.3)
        return Start(screen, key, program.peak_mib)


def report(
    name: str,
    pairs: list[tuple[Start, Start]],
    figure: Callable[[Start], float],
    unit: str,
    most: float | None = None,
) -> float:
    """Print a figure of both, and return the median of their ratios."""
    ours, floors = (median(map(figure, starts)) for starts in zip(*pairs, strict=True))
    ratio = median(figure(a) / figure(b) for a, b in pairs)
    goal = f" (at most {most})" if most else ""
    print(
        f"{name}: hearts {ours:.3g} {unit}, one widget {floors:.3g} {unit}, ratio {ratio:.2f}{goal}"
    )
    return ratio


if __name__ == "__main__":
    sys.exit(main())
