"""Whether hearts survives random keys: crashes, hangs, lost votes, and the memory that it takes.

Each session is the real command in a pseudo-terminal of its own, all of them on one config folder.
Keys come in bursts of 1 to 5 a write, over all screens and dialogs. What was sent is in the log,
from which it can be sent again.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.end_to_end.random_keys import Findings, Plan, replay, run


def main() -> int:
    """Print what was found; return 1 where that should not have happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sessions", type=int, default=1)
    parser.add_argument("--resize-every", type=float, default=0, metavar="SECONDS")
    parser.add_argument("--log", type=Path, default=Path(tempfile.gettempdir()) / "random_keys.log")
    parser.add_argument("--replay", type=Path, metavar="LOG", help="send what this log holds")
    options = parser.parse_args()
    plan = Plan(options.minutes * 60, options.seed, options.sessions, options.resize_every)
    with tempfile.TemporaryDirectory() as folder:
        if options.replay:
            findings = replay(options.replay, Path(folder), options.log)
        else:
            findings = run(plan, Path(folder), options.log)
    tell(plan, findings, options.log)
    return 1 if findings.faults else 0


def tell(plan: Plan, findings: Findings, log: Path) -> None:
    """Print findings."""
    print(
        f"{plan.seconds / 60:g} minutes, seed {plan.seed}, {plan.sessions} session(s): "
        f"{findings.keys} keys, {len(findings.crashes)} crashes, {len(findings.hangs)} hangs, "
        f"{len(findings.votes_lost)} of {findings.votes_checked} votes lost, "
        f"{findings.quits} quits; keys in {log}"
    )
    for first, last in findings.memory:
        print(f"memory: {first:.0f} MiB after a minute, {last:.0f} at the end, {last / first:.2f}x")
    for fault in findings.faults:
        print(f"--\n{fault}")


if __name__ == "__main__":
    sys.exit(main())
