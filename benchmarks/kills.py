"""Kill hearts at random, and count how often what was reported as saved is in the file.

python benchmarks/kills.py [TIMES] [--keys TIMES] [--seed SEED]

Without --keys, a process that casts votes is killed so many times. With --keys, the whole program
is, in a pseudo-terminal, while votes, undos and withdrawals are typed into it: its file has to hold
what was shown as saved last, or a later change that the keys asked for.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.end_to_end.random_votes import Finding, kill_at_random
from tests.store.test_disasters import kill_once


def cast_and_kill(times: int) -> None:
    """Print how many kills of a casting process lost nothing."""
    chance = random.Random()
    whole = 0
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            try:
                kill_once(Path(folder), chance.random() * 0.1)
                whole += 1
            except AssertionError as error:
                print(f"lost: {error}")
    print(f"{whole} of {times} kills lost nothing that was reported as saved")


def type_and_kill(times: int, seed: int) -> None:
    """Print what random kills with undo and withdrawal among the keys left."""
    findings: Counter[Finding] = Counter()
    for number in range(times):
        with tempfile.TemporaryDirectory() as folder:
            kill = kill_at_random(Path(folder) / "config", random.Random(f"{seed} {number}"))
        findings[kill.finding] += 1
        if kill.finding in (Finding.LOST, Finding.STRANGE):
            print(f"kill {number}: {kill}", flush=True)
    print(f"{times} kills while votes, undos and withdrawals were typed:")
    for finding in Finding:
        print(f"  {findings[finding]:5} times {finding}")


def main() -> None:
    """Kill as the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("times", nargs="?", type=int, help="kills of a casting process")
    parser.add_argument("--keys", type=int, help="kills of the program while keys are typed")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    times, keys = options.times, options.keys
    if times is None and keys is None:
        times, keys = 1_000, 200
    if times:
        cast_and_kill(times)
    if keys:
        type_and_kill(keys, options.seed)


if __name__ == "__main__":
    main()
