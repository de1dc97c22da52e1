"""What is asked about files before they are read or written."""

from pathlib import Path

import pytest

from hearts_tui.files import is_there


def test_what_is_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "dangling").symlink_to("nothing")
    (tmp_path / "loop").symlink_to("loop")
    there = [tmp_path, tmp_path / "file", tmp_path / "link"]
    missing = [tmp_path / "nothing", tmp_path / "file" / "x", tmp_path / "dangling"]
    assert [is_there(path) for path in there] == [True] * 3
    assert [is_there(path) for path in [*missing, tmp_path / "loop"]] == [False] * 4


def test_what_can_t_be_told_is_no_answer(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        is_there(tmp_path / ("x" * 300))
