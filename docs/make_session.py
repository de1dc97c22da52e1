"""Record thirty seconds of the running app for the README: python docs/make_session.py [FILE].

hearts runs in a pseudo-terminal, as it does for everybody; how long a screen is shown is written
here, so that a slow machine records the same.
"""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from animated_svg import Frame, draw
from recording import NOW, PICTURES, record

SECONDS = 30.0
THE_DAY = "2027-07-29T12:00:00Z"
TITLE = (
    "Thirty seconds of hearts: the welcome, Cassie and Luke, the songs, a scene, a vote, a search, "
    "the countdown, and the day that it counts down to."
)


class Step(NamedTuple):
    """Keys, what is written below the screen for them, and for how many seconds they are shown."""

    keys: str
    caption: str
    seconds: float


STEPS = (
    Step("", "hearts: a fan's companion to Purple Hearts", 2.6),
    Step("y", "y: yes, I've seen the film", 1.4),
    Step("2", "2: the cast. That's Cassie", 2.2),
    Step("j", "j: and that's Luke", 1.8),
    Step("3", "3: the songs", 2.0),
    Step("6", "6: the film, scene by scene", 1.8),
    Step("n", "n: turn the page", 2.4),
    Step("5", "5: what comes next? Your call", 1.6),
    Step("\r", "Enter: to the vote", 0.8),
    Step("\r", "Enter: a wedding, please", 2.0),
    Step("+", "+: pretty sure of it", 1.4),
    Step("\x10", "Ctrl+P: find anything", 0.8),
    Step("abba", "Wasn't there something by ABBA?", 1.6),
    Step("\r", "Enter: no, there wasn't", 2.4),
    Step("4", "4: the countdown", 2.4),
)
STEPS_OF_THE_DAY = (Step("4", "And then it's the day", 2.8),)
"""What is done in another hearts, with the same files, once the countdown is over."""


def main() -> None:
    """Record the session and write it."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES / "session.svg"
    target.write_text(draw(frames_of_session(), SECONDS, TITLE), encoding="utf-8")


def frames_of_session() -> list[Frame]:
    """Do all steps in the real app, and return a frame for each."""
    frames: list[Frame] = []
    at = 0.0
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "config")
        for now, steps in ((NOW, STEPS), (THE_DAY, STEPS_OF_THE_DAY)):
            screens = record(config, (step.keys for step in steps), now)
            for step, screen in zip(steps, screens, strict=True):
                frames.append(Frame(at, screen, step.caption))
                at += step.seconds
    if round(at, 3) != SECONDS:
        raise ValueError(f"the steps take {at:g} seconds, not {SECONDS:g}")
    return frames


if __name__ == "__main__":
    main()
