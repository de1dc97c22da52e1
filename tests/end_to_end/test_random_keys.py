"""Random keys in bursts, in the real program: the short form of benchmarks/random_keys.py."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.end_to_end.random_keys import Plan, run

PLANS = [
    Plan(seconds=90, seed=1),
    Plan(seconds=90, seed=2, sessions=2, resize_every=5),
]


@pytest.mark.timeout(400)
def test_random_keys_neither_end_nor_stop_it_nor_lose_a_vote(tmp_path: Path) -> None:
    folders = [tmp_path / str(plan.seed) for plan in PLANS]
    for folder in folders:
        folder.mkdir()
    logs = [folder / "keys.log" for folder in folders]
    with ThreadPoolExecutor(len(PLANS)) as pool:
        all_findings = list(pool.map(run, PLANS, folders, logs))
    for findings in all_findings:
        assert findings.faults == []
        assert findings.keys > 500
