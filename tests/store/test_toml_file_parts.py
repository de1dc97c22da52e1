"""The parts of a TOML file, each alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hearts_tui.domain.storage import StorageError
from hearts_tui.store.last_good import LastGood
from hearts_tui.store.losses import Holdings
from hearts_tui.store.settled_file import SettledFile
from hearts_tui.store.toml_changer import TomlChanger
from hearts_tui.store.toml_parser import DamagedFileError
from hearts_tui.store.toml_text import newer_notice_of_head, parse_text, read_text


def holdings(table: Mapping[str, Any]) -> Holdings:
    entries = frozenset(("votes", key) for key in table.get("votes", {}))
    return Holdings(entries, table.get("revision", 0))


ONE = "revision = 1\n[votes]\na = 1\n"
TWO = "revision = 2\n[votes]\na = 1\nb = 1\nc = 1\n"


def test_a_text_lacks_what_the_session_or_the_copy_had(tmp_path: Path) -> None:
    file = tmp_path / "ballot.toml"
    good = LastGood(lambda: file, holdings)
    assert not good.is_known
    assert good.best() is None
    good.know(ONE, parse_text(ONE))
    good.write_copy(TWO)
    assert good.best() == (TWO, parse_text(TWO))
    empty = "revision = 2\n"
    assert good.loss(empty, parse_text(empty)) == "lacks 3 entries that it had"
    assert good.lacks(parse_text(empty), parse_text(TWO))
    good.write_copy("")
    assert good.best() == (ONE, parse_text(ONE))
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_is_moved_is_no_copy_any_more(tmp_path: Path) -> None:
    good = LastGood(lambda: tmp_path / "ballot.toml", holdings)
    good.write_copy(ONE)
    good.move_copy(tmp_path / "kept.toml")
    assert good.copied() == ""
    assert (tmp_path / "kept.toml").read_text() == ONE


def test_a_file_that_is_written_meanwhile_is_read_once_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ballot.toml"
    file.write_text("")
    settled = SettledFile(file, lambda text: "" if text else "is empty", lambda: True)
    monkeypatch.setattr(
        "hearts_tui.store.settled_file.time.sleep", lambda _: file.write_text(ONE) and None
    )
    assert settled.read() == (ONE, "")
    assert not settled.has_changed()
    settled.mark_unseen()
    assert settled.has_changed()


def test_damage_that_was_there_at_the_start_is_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "ballot.toml"
    file.write_bytes(b"\xff")
    settled = SettledFile(file, lambda _: "", lambda: False)
    with pytest.raises(DamagedFileError, match="not UTF-8 text, byte 0"):
        settled.read()


def test_a_text_of_another_editor_is_changed_in_its_own_way() -> None:
    changer = TomlChanger("settings.toml", "# Yours", 200, counted=False)

    def edit(table: Any, _: int) -> None:
        table["theme"] = "light"

    text, table = changer.changed("\ufeff# mine\r\nformat = 1\r\n", [()], edit)
    assert text == '\ufeff# mine\r\nformat = 1\r\ntheme = "light"\r\n'
    assert table == {"format": 1, "theme": "light"}
    assert changer.changed("", [()], edit)[0] == '# Yours\nformat = 1\ntheme = "light"\n'
    with pytest.raises(StorageError, match="larger than 0 KiB"):
        changer.changed(f"# {'x' * 200}", [()], edit)


def test_a_file_of_a_newer_hearts_is_known_by_its_head(tmp_path: Path) -> None:
    file = tmp_path / "marks.toml"
    file.write_text("format = 2\n[[[ what is this\n")
    assert newer_notice_of_head(file).startswith("marks.toml was written by a newer hearts")
    file.write_text("format = 1\n[[[ what is this\n")
    assert newer_notice_of_head(file) == ""
    assert newer_notice_of_head(tmp_path / "none.toml") == ""
    assert read_text(file).startswith("format = 1")
