"""Kill a process that casts votes a thousand times, and count the reported votes that are there.

python benchmarks/kills.py [TIMES]
"""

import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.store.test_disasters import kill_once


def main() -> None:
    """Print how many of the runs lost nothing."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
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


if __name__ == "__main__":
    main()
