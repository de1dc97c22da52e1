"""Random keys in bursts, in the real program: the short form of benchmarks/random_keys.py."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.end_to_end.random_keys import Plan, run

SHORT, LONG = 10, 180
"""Seconds of keys."""


def plans(seconds: int) -> list[Plan]:
    """Return what is done at the same time, of which one is two sessions in changing windows."""
    return [
        Plan(seconds, seed=seconds + 1),
        Plan(seconds, seed=seconds + 2, sessions=2, resize_every=5),
    ]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seconds", [SHORT, pytest.param(LONG, marks=pytest.mark.slow)])
def test_random_keys_neither_end_nor_stop_it_nor_lose_a_vote(tmp_path: Path, seconds: int) -> None:
    planned = plans(seconds)
    folders = [tmp_path / str(plan.seed) for plan in planned]
    for folder in folders:
        folder.mkdir()
    logs = [folder / "keys.log" for folder in folders]
    with ThreadPoolExecutor(len(planned)) as pool:
        all_findings = list(pool.map(run, planned, folders, logs))
    for findings in all_findings:
        assert findings.faults == []
        assert findings.keys > 2 * seconds
