"""How soon each screen and dialog stands when it is opened for the first time, and once more.

Each round is a fresh process in a pseudo-terminal of 80x24, in which nobody types for some seconds
before and one second between two keys. The machine should have nothing else to do.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))
from hearts_tui.domain.address import Section
from probe import Answer, Program, percentile, summary

HEARTS = str(Path(sys.executable).with_name("hearts"))
SECTIONS = {section.value: str(number) for number, section in enumerate(Section, 1)}
DIALOGS = {"help": "?", "settings": ",", "palette": "\x10", "certainty": "b", "about": "i"}
ESCAPE = "\x1b"
PAUSE = 1.0
"""Seconds without a key between two openings."""

MAX_FIRST_MEDIAN, MAX_FIRST_95, MAX_LAST_AFTER_FIRST = 40, 60, 30

Answers = dict[str, list[Answer]]


def main() -> int:
    """Print all figures; return 1 where one is above its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10, help="at least 2")
    parser.add_argument("--idle", type=float, default=4.0, metavar="SECONDS")
    options = parser.parse_args()
    first: Answers = {}
    again: Answers = {}
    for _ in range(options.rounds):
        run(first, again, options.idle)
    print(f"{'milliseconds to':24} {'first byte, 95 %':>17} {'last byte, 95 %':>17} {'between':>8}")
    is_missed = print_table("first opening", first)
    print_table("opened once more", again)
    return int(is_missed)


def run(first: Answers, again: Answers, idle: float) -> None:
    """Open everything twice in a fresh process, and add how long that took."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "HEARTS_CONFIG_DIR": folder, "TERM": "xterm-256color"}
        with Program([HEARTS], environ | {"COLORTERM": "truecolor"}) as program:
            program.wait_until(lambda text: "quit" in text)
            program.read_for(idle)
            for answers in (first, again):
                open_everything(program, answers)


def open_everything(program: Program, answers: Answers) -> None:
    """Open all sections and dialogs; the section in front at first comes last."""
    front, *others = SECTIONS
    for name in (*others, front):
        answers.setdefault(name, []).append(program.press(SECTIONS[name]))
        program.read_for(PAUSE)
    for name, key in DIALOGS.items():
        answers.setdefault(name, []).append(program.press(key))
        program.read_for(PAUSE)
        program.press(ESCAPE)
        program.read_for(PAUSE)


def print_table(title: str, answers: Answers) -> bool:
    """Print a line for each screen and one for all; tell whether that is above the goals."""
    print(title)
    for name, each in answers.items():
        print_row(name, each)
    every = [answer for each in answers.values() for answer in each]
    print_row("all", every)
    goal = f"{MAX_FIRST_MEDIAN:8} {MAX_FIRST_95:8} {'':17} {MAX_LAST_AFTER_FIRST:8}"
    print(f"  {'at most':22} {goal}")
    firsts = [answer.first for answer in every]
    return (
        median(firsts) > MAX_FIRST_MEDIAN
        or percentile(firsts, 95) > MAX_FIRST_95
        or median(answer.last - answer.first for answer in every) > MAX_LAST_AFTER_FIRST
    )


def print_row(name: str, answers: list[Answer]) -> None:
    """Print the figures of one screen."""
    first = summary([answer.first for answer in answers])
    last = summary([answer.last for answer in answers])
    between = median(answer.last - answer.first for answer in answers)
    print(f"  {name:22} {first} {last} {between:8.1f}")


if __name__ == "__main__":
    sys.exit(main())
