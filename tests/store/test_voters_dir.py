"""Folders of voters who share an account: one each, and never more than there may be."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.domain.storage import StorageError
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.marks import MarksFile
from hearts_tui.store.settings import SettingsFile
from hearts_tui.store.sizes import OF_STRANGER
from hearts_tui.store.voters_dir import voter_dir

MIA, LEO, EVE = "0a" * 32, "0b" * 32, "0c" * 32
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_each_has_a_folder_that_only_the_account_reads(tmp_path: Path) -> None:
    mia = voter_dir(tmp_path, MIA, 2)
    assert mia == tmp_path / "voters" / MIA
    assert stat.S_IMODE(mia.stat().st_mode) == stat.S_IMODE(mia.parent.stat().st_mode) == 0o700
    assert voter_dir(tmp_path, LEO, 2) != mia


def test_when_there_are_enough_only_they_come_in(tmp_path: Path) -> None:
    mia, _ = voter_dir(tmp_path, MIA, 2), voter_dir(tmp_path, LEO, 2)
    with pytest.raises(StorageError, match=r"this board is full \(voters: 2\)"):
        voter_dir(tmp_path, EVE, 2)
    assert voter_dir(tmp_path, MIA, 2) == mia
    assert len(list(mia.parent.iterdir())) == 2


@pytest.mark.parametrize("voter", ["", "..", "mia", "0A" * 32, "0a" * 31])
def test_what_is_no_voter_gets_no_folder(tmp_path: Path, voter: str) -> None:
    with pytest.raises(ValueError, match="is no voter"):
        voter_dir(tmp_path, voter, 2)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_can_t_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "voters").write_text("")
    with pytest.raises(StorageError, match="no folder can be made for you"):
        voter_dir(tmp_path, MIA, 2)


def save_all(ballot: BallotFile, votes: list[tuple[str, Vote]]) -> None:
    for name, vote in votes:
        ballot.save(Kind.VOTE, name, vote)


def test_a_stranger_s_files_stay_small(tmp_path: Path) -> None:
    """And what was saved before stays."""
    ballot = BallotFile(tmp_path, most=OF_STRANGER.ballot)
    note = "x" * 200
    (tmp_path / "ballot.toml").write_text(
        "format = 1\nrevision = 1\n"
        + "".join(
            f'\n[votes.x{n}]\noption = "a"\nrevision = {n}\nnote = "{note}"\n' for n in range(200)
        )
    )
    few = 20
    votes = [(f"y{n}", Vote("a", AT, note=note)) for n in range(few + 200)]
    for name, vote in votes[:few]:
        ballot.save(Kind.VOTE, name, vote)
    with pytest.raises(StorageError, match="it would be larger than 76 KiB, which is the most"):
        save_all(ballot, votes[few:])
    assert len(BallotFile(tmp_path).load().value.votes) > 200 + few
    assert (tmp_path / "ballot.toml").stat().st_size <= OF_STRANGER.ballot
    with pytest.raises(StorageError, match=r"marks\.toml was not saved: it would be"):
        MarksFile(tmp_path, most=OF_STRANGER.marks).save_read(
            [f"news/{n}" for n in range(1_000)], AT
        )
    with pytest.raises(StorageError, match=r"settings\.toml was not saved"):
        SettingsFile(tmp_path, most=OF_STRANGER.settings).save("zone", "x" * 11_000)


def test_all_files_with_their_copies_are_less_than_256_kib() -> None:
    assert 2 * sum(OF_STRANGER) < 256 * 1024
