"""Files of the user that are no files, or far too large: told of at once, and never waited for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.ballot import Ballot, Kind, Vote
from hearts_tui.domain.marks import Marks
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.storage import StorageError
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.marks import MarksFile
from hearts_tui.store.portraits import find_portrait
from hearts_tui.store.settings import SettingsFile
from tests.special_files import MAKE

pytestmark = pytest.mark.timeout(15)
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
UNREADABLE = sorted(MAKE.keys() - {"sparse terabyte"})


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_is_no_file_is_told_of_and_stays(tmp_path: Path, kind: str) -> None:
    for name in ("ballot", "marks", "settings"):
        MAKE[kind](tmp_path / f"{name}.toml")
    ballot, marks, settings = BallotFile(tmp_path), MarksFile(tmp_path), SettingsFile(tmp_path)
    for kept, nothing in (
        (ballot.load(), Ballot()),
        (marks.load(), Marks()),
        (settings.load(), Settings()),
    ):
        assert kept.value == nothing
        assert "can't be read (it is a " in kept.notice
        assert kept.notice.count(".\n") == 0
    with pytest.raises(StorageError, match="can't be read"):
        ballot.save(Kind.VOTE, "t01", Vote("a", AT))
    with pytest.raises(StorageError, match="can't be read"):
        marks.save_star("news/a", AT)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "ballot.toml",
        "marks.toml",
        "settings.toml",
    ]


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_takes_the_place_of_a_file_later_is_told_of(tmp_path: Path, kind: str) -> None:
    ballot = BallotFile(tmp_path)
    ballot.load()
    MAKE[kind](tmp_path / "ballot.toml")
    with pytest.raises(StorageError, match=r"ballot.toml was not saved \(it is a "):
        ballot.save(Kind.VOTE, "t01", Vote("a", AT))


def test_a_file_that_is_far_too_large_is_kept_aside_unread(tmp_path: Path) -> None:
    MAKE["sparse terabyte"](tmp_path / "marks.toml")
    kept = MarksFile(tmp_path).load()
    assert kept.value == Marks()
    assert "marks.toml could not be read (larger than 4 MiB)" in kept.notice
    (aside,) = tmp_path.glob("marks.damaged-*.toml")
    assert aside.stat().st_size == 1 << 40


@pytest.mark.parametrize("kind", MAKE)
def test_a_last_good_copy_that_is_no_file_is_none(tmp_path: Path, kind: str) -> None:
    MAKE[kind](tmp_path / ".ballot.toml.last-good")
    (tmp_path / "ballot.toml").write_text("damaged")
    ballot = BallotFile(tmp_path)
    assert "could not be read" in ballot.load().notice
    assert ballot.last_good() is None
    with pytest.raises(StorageError, match="no good copy"):
        ballot.restore()
    assert ballot.save(Kind.VOTE, "t01", Vote("a", AT)).notice == ""


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_lock_that_is_no_file_is_told_of_by_name(tmp_path: Path, kind: str) -> None:
    MAKE[kind](tmp_path / ".ballot.toml.lock")
    with pytest.raises(StorageError, match=r"\.ballot\.toml\.lock .*it is a "):
        BallotFile(tmp_path).save(Kind.VOTE, "t01", Vote("a", AT))


@pytest.mark.parametrize("kind", MAKE)
def test_a_portrait_that_is_no_picture_is_told_of(tmp_path: Path, kind: str) -> None:
    (tmp_path / "portraits").mkdir()
    MAKE[kind](tmp_path / "portraits" / "luke.png")
    shown = find_portrait(tmp_path, "luke")
    assert shown.value is None
    told = "is larger than" if kind == "sparse terabyte" else "can't be read (it is a "
    assert shown.notice.startswith(f"luke.png {told}")
