"""Damaged files of every kind: read, put to use and changed, and no error is left uncaught."""

import random
from pathlib import Path

import pytest

from tests.store.mutations import TRY

FEW, MANY = 50, 2_000
"""Files of each kind."""


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "numbers", [range(FEW), pytest.param(range(FEW, MANY), marks=pytest.mark.slow)], ids=str
)
@pytest.mark.parametrize("kind", TRY)
def test_no_damaged_file_is_too_much(tmp_path: Path, kind: str, numbers: range) -> None:
    for number in numbers:
        folder = tmp_path / str(number)
        folder.mkdir()
        TRY[kind](folder, random.Random(f"{kind} {number}"))
