"""How long a step in each list takes, against a bare OptionList with a Static beside it.

hearts and the bare app stand in a pseudo-terminal of 80x24 each, and get the key in turn. A step is
over with the last byte that it brings. The bare app may draw as often as hearts and animates
nothing either, so that neither waits for a frame.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))
from hearts_tui.domain.address import Section
from hearts_tui.terminal.capabilities import FRAMES_A_SECOND
from probe import Program

HEARTS = str(Path(sys.executable).with_name("hearts"))
BARE = [sys.executable, str(Path(__file__).with_name("option_list.py"))]
MAX_RATIO = 1.6
WARM_UP = 2
"""Steps of each list that are not counted."""


def main() -> int:
    """Print a line for each list; return 1 where one is above its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=12)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "HEARTS_CONFIG_DIR": folder, "TERM": "xterm-256color"}
        environ["COLORTERM"] = "truecolor"
        frames = {"TEXTUAL_FPS": str(FRAMES_A_SECOND), "TEXTUAL_ANIMATIONS": "none"}
        floor = environ | frames
        with Program([HEARTS], environ) as hearts, Program(BARE, floor) as bare:
            hearts.wait_until(lambda text: "quit" in text)
            bare.wait_until(lambda text: "Page 0" in text)
            for program in (hearts, bare):
                program.read_for(4)
            print(f"{'a step to its last byte':24} {'hearts':>8} {'bare':>8}   ms {'ratio':>6}")
            ratios = [
                measure(hearts, bare, number, section, options.steps)
                for number, section in enumerate(Section, 1)
            ]
    print(f"the highest ratio: {max(ratios):.2f} (at most {MAX_RATIO})")
    return int(max(ratios) > MAX_RATIO)


def measure(hearts: Program, bare: Program, number: int, section: Section, steps: int) -> float:
    """Print the time of a step in the list of a section, and return its ratio to the bare one."""
    hearts.type(str(number))
    hearts.read_for(1)
    pairs = [(hearts.press("j").last, bare.press("j").last) for _ in range(WARM_UP + steps)]
    ours, floors = zip(*pairs[WARM_UP:], strict=True)
    ratio = median(ours) / median(floors)
    print(f"{section:24} {median(ours):8.1f} {median(floors):8.1f} {ratio:11.2f}")
    return ratio


if __name__ == "__main__":
    sys.exit(main())
