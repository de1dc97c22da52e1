"""Damage files of every kind, do all that hearts does with them, and count uncaught errors.

python benchmarks/mutations.py [--count FILES_OF_EACH_KIND] [--seed NUMBER] [KIND ...]
"""

import argparse
import random
import sys
import tempfile
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.store.mutations import TRY


def failures(kind: str, count: int, seed: int) -> int:
    """Try some files of a kind, print what went wrong, and return how often."""
    failed = 0
    for number in range(count):
        with tempfile.TemporaryDirectory() as folder:
            try:
                TRY[kind](Path(folder), random.Random(f"{seed} {kind} {number}"))
            except Exception:  # noqa: BLE001 - counting them is the point
                failed += 1
                print(f"{kind} {number} of seed {seed}: {traceback.format_exc()}")
    return failed


def main() -> int:
    """Print how many files of each kind were tried, and how many errors were not caught."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=2_000, help="files of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("kinds", nargs="*", default=list(TRY), metavar="KIND", help=", ".join(TRY))
    options = parser.parse_args()
    total = 0
    for kind in options.kinds:
        failed = failures(kind, options.count, options.seed)
        total += failed
        print(f"{kind}: {options.count} mutated files tried, {failed} uncaught errors", flush=True)
    print(f"{options.count * len(options.kinds)} mutated files, {total} uncaught errors")
    return total > 0


if __name__ == "__main__":
    sys.exit(main())
