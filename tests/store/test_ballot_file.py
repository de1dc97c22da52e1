import stat
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.ballot import Ballot, Kind, Vote, with_note
from hearts_tui.domain.storage import StorageError
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.config_dir import write_error

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
VOTE = Vote("wedding", AT)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ballot.toml"


@pytest.fixture
def ballot(tmp_path: Path) -> BallotFile:
    return BallotFile(tmp_path)


def answers(ballot: BallotFile) -> dict[str, str]:
    return {theory: vote.option for theory, vote in ballot.load().value.votes.items()}


def table(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text())


def test_a_vote_is_there_for_the_next_session(ballot: BallotFile, tmp_path: Path) -> None:
    assert ballot.load().value == Ballot()
    assert ballot.save(Kind.VOTE, "t01", VOTE).notice == ""
    assert answers(BallotFile(tmp_path)) == {"t01": "wedding"}


def test_a_vote_is_changed_and_withdrawn(ballot: BallotFile, tmp_path: Path) -> None:
    ballot.save(Kind.VOTE, "t01", VOTE)
    ballot.save(Kind.VOTE, "t02", VOTE)
    ballot.save(Kind.VOTE, "t01", Vote("divorce", AT))
    ballot.save(Kind.VOTE, "t02", None)
    assert answers(BallotFile(tmp_path)) == {"t01": "divorce"}


def test_the_only_vote_can_be_withdrawn(ballot: BallotFile, file: Path) -> None:
    ballot.save(Kind.VOTE, "t01", VOTE)
    ballot.save(Kind.VOTE, "t01", None)
    assert answers(ballot) == {}
    assert "format" in table(file)


def test_only_the_owner_may_read_it_and_nothing_else_stays_behind(
    ballot: BallotFile, file: Path
) -> None:
    ballot.save(Kind.VOTE, "t01", VOTE)
    names = {path.name for path in file.parent.iterdir()}
    assert names == {".ballot.toml.last-good", ".ballot.toml.lock", "ballot.toml"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()} == {0o600}


def test_comments_and_unknown_keys_of_the_user_stay(ballot: BallotFile, file: Path) -> None:
    mine = '# my own words\nmood = "hopeful"\n\n[votes.t02] # careful here\noption = "no-baby"\n'
    file.write_text(mine)
    ballot.save(Kind.VOTE, "t01", VOTE)
    text = file.read_text()
    assert text.startswith(f"revision = 1\n{mine}")
    assert table(file)["mood"] == "hopeful"
    assert ballot.load().value.votes.keys() == {"t01", "t02"}


def test_a_file_without_a_final_newline_can_be_added_to(ballot: BallotFile, file: Path) -> None:
    file.write_text('[votes.t02]\noption = "no-baby"')
    ballot.save(Kind.VOTE, "t01", VOTE)
    assert ballot.load().value.votes.keys() == {"t01", "t02"}


@pytest.mark.parametrize(
    "text",
    [
        'votes.t02.option = "no-baby"\n',
        'votes = { t02 = { option = "no-baby" } }\n',
        '[votes]\nt02.option = "no-baby"\n',
        '[other]\nx = 1\n[votes.t02]\noption = "no-baby"\n[other.more]\ny = 2\n',
    ],
)
def test_every_way_to_write_a_table_can_be_added_to(
    ballot: BallotFile, file: Path, text: str
) -> None:
    file.write_text(text)
    ballot.load()
    ballot.save(Kind.VOTE, "t01", VOTE)
    assert ballot.load().value.votes.keys() == {"t01", "t02"}


def test_a_symbolic_link_stays_one(ballot: BallotFile, file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "votes.toml"
    real.parent.mkdir()
    real.write_text("# kept elsewhere\n")
    file.symlink_to(real)
    ballot.save(Kind.VOTE, "t01", VOTE)
    assert file.is_symlink()
    assert "kept elsewhere" in real.read_text()
    assert answers(ballot)["t01"] == "wedding"


@pytest.mark.parametrize(
    "damage",
    [b"[votes", b"\xff\xfe", b"a = [" + b"[" * 5000, b"x." * 30_000 + b"y = 1\n", b"\x00" * 50],
)
def test_a_damaged_file_is_kept_aside_and_told_of(
    ballot: BallotFile, file: Path, damage: bytes
) -> None:
    file.write_bytes(damage)
    kept = ballot.load()
    assert kept.value == Ballot()
    assert kept.notice.startswith("ballot.toml could not be read")
    asides = list(file.parent.glob("ballot.damaged-*.toml"))
    assert [aside.read_bytes() for aside in asides] == [damage]
    assert asides[0].name in kept.notice
    ballot.save(Kind.VOTE, "t01", VOTE)
    assert answers(ballot)["t01"] == "wedding"


def test_damage_done_while_the_app_runs_loses_no_vote(ballot: BallotFile, file: Path) -> None:
    ballot.save(Kind.VOTE, "t01", VOTE)
    file.write_text("half a ta")
    notice = ballot.save(Kind.VOTE, "t02", VOTE).notice
    assert "It is kept as ballot.damaged-" in notice
    assert answers(ballot) == {"t01": "wedding", "t02": "wedding"}


def test_another_session_s_vote_is_not_overwritten(ballot: BallotFile, tmp_path: Path) -> None:
    ballot.load()
    BallotFile(tmp_path).save(Kind.VOTE, "t05", VOTE)
    ballot.save(Kind.VOTE, "t01", VOTE)
    assert ballot.load().value.votes.keys() == {"t01", "t05"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("votes = 3\n", "line 1: votes is 3, not a table"),
        ("[votes]\nt01 = 5\n", "line 2: votes.t01 is 5, not a table"),
        ("[votes.t01]\noption = 7\n", "line 2: votes.t01.option is 7, not a text"),
        ("[votes.t01]\nvote = 'x'\n[votes.t02]\na = 1\n", "votes.t01 has no option"),
        ("[votes.t01]\nvote = 'x'\n[votes.t02]\na = 1\n", "in the file, like 1 more."),
    ],
)
def test_values_of_a_wrong_kind_are_told_of_and_left_alone(
    ballot: BallotFile, file: Path, text: str, told: str
) -> None:
    file.write_text(text)
    kept = ballot.load()
    assert kept.value == Ballot()
    assert told in kept.notice
    assert file.read_text() == text


@pytest.mark.parametrize(("written", "used"), [(-3, 1), (0, 1), (20, 20), (99, 99), (150, 99)])
def test_a_confidence_is_used_as_near_as_it_can_be(
    ballot: BallotFile, file: Path, written: int, used: int
) -> None:
    text = f'[votes.t01]\noption = "wedding"\nconfidence = {written}\n'
    file.write_text(text)
    vote = ballot.load().value.vote("t01")
    assert vote is not None
    assert vote.confidence == used
    assert file.read_text() == text


def test_a_value_in_the_way_of_a_vote_is_not_overwritten(ballot: BallotFile, file: Path) -> None:
    file.write_text("votes = 3\n")
    with pytest.raises(StorageError, match="another kind"):
        ballot.save(Kind.VOTE, "t01", VOTE)
    assert file.read_text() == "votes = 3\n"


def test_a_file_of_a_newer_hearts_is_only_read(ballot: BallotFile, file: Path) -> None:
    text = 'format = 2\n[votes.t01]\noption = "wedding"\nsecret = "of the future"\n'
    file.write_text(text)
    kept = ballot.load()
    assert kept.value.vote("t01") == Vote("wedding", None)
    assert "newer hearts" in ballot.write_error
    with pytest.raises(StorageError, match="newer hearts"):
        ballot.save(Kind.VOTE, "t01", VOTE)
    assert file.read_text() == text


def test_ten_thousand_entries_open_and_none_is_lost(ballot: BallotFile, file: Path) -> None:
    file.write_text("".join(f'[votes.x{n}]\noption = "a"\n' for n in range(10_000)))
    assert len(ballot.load().value.votes) == 10_000
    ballot.save(Kind.VOTE, "t01", VOTE)
    assert len(ballot.load().value.votes) == 10_001


def test_a_folder_that_can_t_be_made_is_told_of(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    reason = write_error(in_the_way / "config")
    assert reason.startswith("Nothing can be kept")
    ballot = BallotFile(in_the_way / "config", reason)
    assert ballot.load().value == Ballot()
    with pytest.raises(StorageError, match="Nothing can be kept"):
        ballot.save(Kind.VOTE, "t01", VOTE)


def test_a_folder_that_is_no_full_path_is_refused() -> None:
    assert "not a full path" in write_error(Path("~/.config/hearts-tui"))
    assert not Path("~").exists()


def test_a_ballot_that_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    file = tmp_path / "ballot.toml"
    file.mkdir()
    ballot = BallotFile(tmp_path)
    told = "ballot.toml can't be read (it is a folder, not a file); please move it away."
    assert ballot.load().notice == told
    with pytest.raises(StorageError, match="can't be read"):
        ballot.save(Kind.VOTE, "t01", VOTE)
    file.rmdir()
    found = ballot.changes()
    assert found is not None
    assert (found.notice, ballot.write_error) == ("", "")
    assert ballot.changes() is None
    assert ballot.save(Kind.VOTE, "t01", VOTE).notice == ""


def test_a_note_is_shared_until_it_is_changed(tmp_path: Path) -> None:
    ballot = BallotFile(tmp_path)
    shared = with_note(Vote("a", AT), "for all of you", shares=True)
    ballot.save(Kind.VOTE, "t01", shared)
    read = BallotFile(tmp_path).load().value.vote("t01")
    assert read is not None
    assert (read.note, read.shares_note) == ("for all of you", True)
    ballot.save(Kind.VOTE, "t01", with_note(read, "for me"))
    assert "share_note" not in (tmp_path / "ballot.toml").read_text()
