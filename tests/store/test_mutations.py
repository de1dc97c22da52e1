"""Damaged files of every kind: read, put to use and changed, and no error is left uncaught."""

import random
from pathlib import Path

import pytest

from tests.store.mutations import TRY

FILES = 150


@pytest.mark.parametrize("kind", TRY)
def test_no_damaged_file_is_too_much(tmp_path: Path, kind: str) -> None:
    for number in range(FILES):
        folder = tmp_path / str(number)
        folder.mkdir()
        TRY[kind](folder, random.Random(f"{kind} {number}"))
