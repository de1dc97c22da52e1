"""A ballot that has lost something is told of, and what it held before is never thrown away."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.domain.storage import StorageError
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.marks import MarksFile

VOTE = Vote("a", datetime(2026, 11, 23, 12, tzinfo=UTC))
ALL = {"t01", "t02", "t03"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A ballot of three votes, saved by hearts."""
    ballot = BallotFile(tmp_path)
    for theory in sorted(ALL):
        ballot.save(Kind.VOTE, theory, VOTE)
    return tmp_path / "ballot.toml"


def votes(ballot: BallotFile) -> set[str]:
    return set(ballot.load().value.votes)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def cut(file: Path) -> None:
    text = file.read_text()
    file.write_text(text[: text.index("[votes.t02]")])


def cut_inside(file: Path) -> None:
    text = file.read_text()
    file.write_text(text[: text.index("[votes.t02]") + len("[votes.t02]\n")])


def delete(file: Path) -> None:
    file.unlink()


def go_back(file: Path) -> None:
    file.write_text(file.read_text().replace("revision = 3", "revision = 2", 1))


LOSSES = pytest.mark.parametrize(
    ("lose", "told"),
    [
        (empty, "lacks 3 entries that it had"),
        (cut, "lacks 2 entries that it had"),
        (cut_inside, "lacks 2 entries that it had"),
        (delete, "lacks 3 entries that it had"),
        (go_back, "has gone back from revision 3 to 2"),
    ],
)


@LOSSES
def test_a_loss_is_told_of_at_the_start(
    file: Path, lose: Callable[[Path], None], told: str
) -> None:
    lose(file)
    ballot = BallotFile(file.parent)
    assert ballot.load().notice == f"ballot.toml {told}."
    offer = ballot.last_good()
    assert offer is not None
    assert set(offer.votes) == ALL


@LOSSES
def test_a_loss_is_told_of_while_hearts_runs(
    file: Path, lose: Callable[[Path], None], told: str
) -> None:
    ballot = BallotFile(file.parent)
    ballot.load()
    (file.parent / ".ballot.toml.last-good").unlink()
    lose(file)
    changes = ballot.changes()
    assert changes is not None
    assert changes.notice == f"ballot.toml {told}."
    offer = ballot.last_good()
    assert offer is not None
    assert set(offer.votes) == ALL


@LOSSES
def test_a_save_neither_hides_a_loss_nor_overwrites_the_copy(
    file: Path, lose: Callable[[Path], None], told: str
) -> None:
    copy = file.parent / ".ballot.toml.last-good"
    before = copy.read_bytes()
    ballot = BallotFile(file.parent)
    ballot.load()
    lose(file)
    for session in (ballot, BallotFile(file.parent)):
        with pytest.raises(StorageError, match=told):
            session.save(Kind.VOTE, "t09", VOTE)
    assert copy.read_bytes() == before
    # The watch tells of it as well, though the save has looked at the file since.
    assert ballot.changes() is not None


@LOSSES
def test_the_last_good_copy_is_brought_back_and_the_rest_is_kept(
    file: Path, lose: Callable[[Path], None], told: str
) -> None:
    del told
    lose(file)
    left = file.read_bytes() if file.exists() else b""
    ballot = BallotFile(file.parent)
    ballot.load()
    saved = ballot.restore()
    assert set(saved.ballot.votes) == ALL
    kept = list(file.parent.glob("ballot.replaced-*.toml"))
    assert [each.read_bytes() for each in kept] == ([left] if left else [])
    assert all(each.name in saved.notice for each in kept)
    ballot.save(Kind.VOTE, "t09", VOTE)
    again = BallotFile(file.parent)
    assert again.load().notice == ""
    assert votes(again) == {*ALL, "t09"}


@LOSSES
def test_a_loss_that_is_accepted_is_told_of_once_and_the_copy_is_kept(
    file: Path, lose: Callable[[Path], None], told: str
) -> None:
    del told
    before = file.read_bytes()
    lose(file)
    ballot = BallotFile(file.parent)
    left = set(ballot.load().value.votes)
    notice = ballot.accept()
    (kept,) = file.parent.glob("ballot.last-good-*.toml")
    assert kept.read_bytes() == before
    assert kept.name in notice
    ballot.save(Kind.VOTE, "t09", VOTE)
    again = BallotFile(file.parent)
    assert again.load().notice == ""
    assert again.last_good() is None
    assert votes(again) == {*left, "t09"}


def test_what_other_sessions_withdraw_is_no_loss(file: Path) -> None:
    ballot, other = BallotFile(file.parent), BallotFile(file.parent)
    ballot.load()
    other.save(Kind.VOTE, "t01", None)
    other.save(Kind.VOTE, "t02", None)
    changes = ballot.changes()
    assert changes is not None
    assert changes.notice == ""
    assert set(changes.value.votes) == {"t03"}
    ballot.save(Kind.VOTE, "t03", None)
    assert other.load().notice == ""
    assert votes(BallotFile(file.parent)) == set()


def test_a_session_that_missed_a_withdrawal_saves_on(file: Path) -> None:
    ballot = BallotFile(file.parent)
    ballot.load()
    BallotFile(file.parent).save(Kind.VOTE, "t01", None)
    ballot.save(Kind.VOTE, "t09", VOTE)
    assert votes(ballot) == {"t02", "t03", "t09"}


def test_a_copy_that_a_kill_left_behind_is_no_reason_to_tell(file: Path) -> None:
    copy = file.parent / ".ballot.toml.last-good"
    before = copy.read_bytes()
    BallotFile(file.parent).save(Kind.VOTE, "t01", None)
    copy.write_bytes(before)
    assert BallotFile(file.parent).load().notice == ""


def test_what_is_added_and_changed_by_hand_is_no_loss(file: Path) -> None:
    text = file.read_text().replace('option = "a"', 'option = "b"')
    file.write_text(f'{text}\n[votes.t04]\noption = "mine"\n')
    ballot = BallotFile(file.parent)
    assert ballot.load().notice == ""
    ballot.save(Kind.VOTE, "t05", VOTE)
    assert votes(ballot) == {*ALL, "t04", "t05"}


def test_an_editor_that_empties_the_file_first_is_no_loss(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ballot = BallotFile(file.parent)
    ballot.load()
    text = file.read_text()
    looked, written = threading.Event(), threading.Event()

    def wait(_: float) -> None:
        looked.set()
        assert written.wait(10)

    def edit() -> None:
        assert looked.wait(10)
        file.write_text(f"# mine\n{text}")
        written.set()

    monkeypatch.setattr("hearts_tui.store.settled_file.time.sleep", wait)
    editor = threading.Thread(target=edit)
    file.write_bytes(b"")
    editor.start()
    changes = ballot.changes()
    editor.join()
    assert changes is not None
    assert changes.notice == ""
    assert set(changes.value.votes) == ALL
    assert ballot.last_good() is None


@pytest.mark.parametrize("saves", [False, True])
def test_a_file_that_is_half_written_is_no_damage(
    file: Path, monkeypatch: pytest.MonkeyPatch, saves: bool
) -> None:
    ballot = BallotFile(file.parent)
    ballot.load()
    text = file.read_text()
    monkeypatch.setattr(
        "hearts_tui.store.settled_file.time.sleep", lambda _: file.write_text(f"# mine\n{text}")
    )
    file.write_text(text[:-8])
    if saves:
        assert ballot.save(Kind.VOTE, "t09", VOTE).notice == ""
    else:
        changes = ballot.changes()
        assert changes is not None
        assert changes.notice == ""
    assert file.read_text().startswith("# mine\n")
    assert list(file.parent.glob("ballot.damaged-*")) == []


def test_the_copy_of_marks_that_were_emptied_is_kept(tmp_path: Path) -> None:
    MarksFile(tmp_path).save_star("news/one", VOTE.at)
    file = tmp_path / "marks.toml"
    before = file.read_bytes()
    file.write_bytes(b"")
    marks = MarksFile(tmp_path)
    marks.load()
    notice = marks.save_star("news/two", VOTE.at)
    (kept,) = tmp_path.glob("marks.last-good-*.toml")
    assert kept.read_bytes() == before
    assert kept.name in notice
    assert marks.save_star("news/three", VOTE.at) == ""
    assert MarksFile(tmp_path).load().value.starred == {"news/two", "news/three"}
