"""The user's slip follows what is saved, in the background, whatever the board's folder is like."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.domain.slip import Slip
from hearts_tui.domain.theories import Theory
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.own_slip import OwnSlip
from hearts_tui.store.settings import SettingsFile
from hearts_tui.store.slip_file import SlipFile
from hearts_tui.store.slip_owner import own_voter
from hearts_tui.store.slips import SlipFolder
from tests.domain.theory_values import theory

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
THEORIES = [theory("t01", "ab"), theory("t02", "ab")]
OPTIONS = {each.id: {option.id for option in each.options} for each in THEORIES}


def theories() -> list[Theory]:
    return THEORIES


class Voter:
    """A user with a folder of their own, whose slips are written in a queue that can be held."""

    def __init__(self, config: Path, board: Path) -> None:
        config.mkdir(exist_ok=True)
        self.queue = ThreadPoolExecutor(max_workers=1)
        self.file = SlipFile(board)
        self.slip = OwnSlip(config, theories, self.file, self.queue)
        self.ballot = BallotFile(config, saved=self.slip.renew)
        self.settings = SettingsFile(config, saved=lambda _: self.slip.renew())
        self._hold = Event()

    def vote(self, name: str, option: str, **more: object) -> None:
        self.ballot.save(Kind.VOTE, name, Vote(option, AT, **more))  # type: ignore[arg-type]

    def hold(self) -> None:
        """Let the queue wait until what is asked for is to be done."""
        self.queue.submit(self._hold.wait)

    def close(self) -> None:
        """Let everything be done, and nothing more."""
        self._hold.set()
        self.queue.shutdown()

    def wait(self) -> None:
        """Wait until everything that was asked for is done."""
        self._hold.set()
        self.queue.submit(lambda: None).result()


@pytest.fixture
def board(tmp_path: Path) -> Path:
    path = tmp_path / "board"
    path.mkdir()
    return path


@pytest.fixture
def make(tmp_path: Path, board: Path) -> Iterator[Callable[[], Voter]]:
    made: list[Voter] = []

    def make() -> Voter:
        made.append(Voter(tmp_path / "config", board))
        return made[-1]

    yield make
    for voter in made:
        voter.close()


@pytest.fixture
def voter(make: Callable[[], Voter]) -> Voter:
    return make()


def on_board(board: Path) -> Slip:
    return SlipFolder(board, OPTIONS).read().slips[own_voter()]


def test_the_slip_follows_votes_and_name(voter: Voter, board: Path) -> None:
    voter.vote("t01", "a")
    voter.wait()
    assert on_board(board).votes["t01"].option == "a"
    voter.vote("t01", "b", confidence=90)
    voter.settings.save("board_name", "mia")
    voter.wait()
    slip = on_board(board)
    assert (slip.name, slip.votes["t01"].option, slip.votes["t01"].confidence) == ("mia", "b", 90)
    voter.ballot.save(Kind.VOTE, "t01", None)
    voter.wait()
    assert on_board(board) == Slip("mia")
    assert voter.slip.notice == ""


def test_a_note_is_on_the_slip_only_if_that_was_said_of_it(voter: Voter, board: Path) -> None:
    voter.vote("t01", "a", note="between us")
    voter.vote("t02", "a", note="for all", shares_note=True)
    voter.wait()
    assert [vote.note for vote in on_board(board).votes.values()] == ["", "for all"]
    assert b"between us" not in (board / f"{own_voter()}.json").read_bytes()


def test_many_votes_in_a_row_are_one_slip(voter: Voter, board: Path) -> None:
    voter.hold()
    for confidence in range(50, 60):
        voter.vote("t01", "a", confidence=confidence)
    assert voter.queue._work_queue.qsize() == 1
    voter.wait()
    assert on_board(board).votes["t01"].confidence == 59


def test_a_slip_that_is_as_it_should_be_stays(voter: Voter, board: Path) -> None:
    voter.vote("t01", "a")
    voter.wait()
    file = board / f"{own_voter()}.json"
    before = file.stat()
    voter.slip.renew()
    voter.wait()
    # Not all of the status: that the file was read is in it too.
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    file.chmod(0o666)
    voter.slip.renew()
    voter.wait()
    assert file.stat().st_mode & 0o777 == 0o644


def test_a_slip_has_what_other_sessions_saved_too(make: Callable[[], Voter], board: Path) -> None:
    one, other = make(), make()
    one.hold()
    one.vote("t01", "a")
    other.vote("t02", "b")
    other.wait()
    assert set(on_board(board).votes) == {"t01", "t02"}
    one.wait()
    assert set(on_board(board).votes) == {"t01", "t02"}


def test_a_board_that_is_gone_is_told_of_once_and_the_vote_is_kept(
    voter: Voter, board: Path
) -> None:
    board.rmdir()
    voter.vote("t01", "a")
    voter.wait()
    assert voter.ballot.load().value.votes["t01"].option == "a"
    assert (
        voter.slip.notice == f"The board at {board} can't be written (No such file or directory)."
    )
    assert voter.queue._work_queue.empty()
    board.mkdir()
    voter.vote("t02", "a")
    voter.wait()
    assert voter.slip.notice == ""
    assert set(on_board(board).votes) == {"t01", "t02"}


def test_a_ballot_that_lost_something_is_not_shown_to_others(
    voter: Voter, tmp_path: Path, board: Path
) -> None:
    voter.vote("t01", "a")
    voter.wait()
    (tmp_path / "config" / "ballot.toml").write_text("format = 1\nrevision = 1\n")
    voter.slip.renew()
    voter.wait()
    assert voter.slip.notice.startswith("ballot.toml ")
    assert set(on_board(board).votes) == {"t01"}
    voter.ballot.load()
    voter.ballot.restore()
    voter.wait()
    assert voter.slip.notice == ""


@pytest.mark.parametrize("text", ["[", "\0", "x" * 3000])
def test_a_damaged_ballot_is_left_where_it_is(voter: Voter, tmp_path: Path, text: str) -> None:
    ballot = tmp_path / "config" / "ballot.toml"
    ballot.write_text(text)
    voter.slip.renew()
    voter.wait()
    assert "ballot.toml can't be read" in voter.slip.notice
    assert ballot.read_text() == text
    assert {each.name for each in ballot.parent.iterdir()} == {"ballot.toml", ".slip.lock"}


def test_the_last_vote_gets_on_the_board_when_hearts_ends(voter: Voter, board: Path) -> None:
    voter.close()
    voter.vote("t01", "a")
    assert set(on_board(board).votes) == {"t01"}
