"""Files stay as their owners have them: links, locks, modes, owners, line ends, newer formats."""

import os
import shutil
import stat
import subprocess
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.ballot import Ballot, Kind, Vote
from hearts_tui.domain.storage import StorageError
from hearts_tui.domain.toml_limits import LARGEST_FILE
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.config_dir import write_error
from tests.store.test_disasters import PATIENCE, casting, votes

VOTE = Vote("a", datetime(2026, 11, 23, 12, tzinfo=UTC))
SOMEBODY = 12345 if os.geteuid() == 0 else os.geteuid()
"""The number of a user who need not exist; only root can give files to another."""


def test_sessions_in_four_folders_with_links_to_one_ballot_lose_no_vote(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    each, names = 25, ("a", "b", "c", "d")
    with ExitStack() as stack:
        sessions = []
        for name in names:
            (tmp_path / name).mkdir()
            (tmp_path / name / "ballot.toml").symlink_to("../shared/votes.toml")
            sessions.append(stack.enter_context(casting(tmp_path / name, name, each)))
        for session in sessions:
            session.communicate(timeout=PATIENCE)
            assert session.returncode == 0
    assert votes(tmp_path / "a") == {f"{name}-{n}" for name in names for n in range(each)}
    assert (tmp_path / "a" / "ballot.toml").is_symlink()
    assert {path.name for path in (tmp_path / "a").iterdir()} == {"ballot.toml"}


@pytest.mark.parametrize("version", ["2", "2.0", '"2"', "[2]", "true", "{ major = 2 }"])
def test_a_format_that_hearts_does_not_write_is_only_read(tmp_path: Path, version: str) -> None:
    text = f'format = {version}\n[votes.t01]\noption = "a"\n'
    (tmp_path / "ballot.toml").write_text(text)
    ballot = BallotFile(tmp_path)
    assert set(ballot.load().value.votes) == {"t01"}
    with pytest.raises(StorageError, match="newer hearts"):
        ballot.save(Kind.VOTE, "t02", VOTE)
    assert (tmp_path / "ballot.toml").read_text() == text


@pytest.mark.parametrize(
    "rest", ["x" * LARGEST_FILE, "[new syntax] ="], ids=["too large", "of another syntax"]
)
def test_a_newer_file_that_can_t_be_read_stays_where_it_is(tmp_path: Path, rest: str) -> None:
    text = f"# mine\nformat = 2 # new\n[votes.t01]\n# {rest[:1]}\n{rest}\n"
    (tmp_path / "ballot.toml").write_text(text)
    ballot = BallotFile(tmp_path)
    assert "newer hearts" in ballot.load().notice
    assert "newer hearts" in ballot.write_error
    with pytest.raises(StorageError, match="newer hearts"):
        BallotFile(tmp_path).save(Kind.VOTE, "t02", VOTE)
    assert (tmp_path / "ballot.toml").read_text() == text
    assert list(tmp_path.glob("*damaged*")) == []


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_byte_order_mark_and_line_ends_stay(tmp_path: Path, mark: bytes, end: bytes) -> None:
    file = tmp_path / "ballot.toml"
    lines = [b"# mine", b"revision = 4", b"", b"[votes.t01] # old", b'option = "a"', b""]
    file.write_bytes(mark + end.join(lines))
    ballot = BallotFile(tmp_path)
    kept = ballot.load()
    assert kept.notice == ""
    assert set(kept.value.votes) == {"t01"}
    ballot.save(Kind.VOTE, "t02", VOTE)
    ballot.save(Kind.VOTE, "t01", Vote("b"))
    data = file.read_bytes()
    assert data.startswith(mark + b"# mine" + end + b"revision = 6" + end)
    assert b"[votes.t01] # old" + end + b'option = "b"' + end in data
    assert data.count(b"\xef\xbb\xbf") == (1 if mark else 0)
    assert data.count(b"\n") == data.count(end)
    assert set(BallotFile(tmp_path).load().value.votes) == {"t01", "t02"}


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o400])
def test_the_mode_of_a_file_stays_and_that_of_its_copy_is_no_wider(
    tmp_path: Path, mode: int
) -> None:
    file = tmp_path / "ballot.toml"
    file.write_text("")
    file.chmod(mode)
    ballot = BallotFile(tmp_path)
    ballot.save(Kind.VOTE, "t01", VOTE)
    ballot.save(Kind.VOTE, "t02", VOTE)
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert stat.S_IMODE((tmp_path / ".ballot.toml.last-good").stat().st_mode) == 0o600


@pytest.mark.parametrize("is_there", [True, False])
def test_root_leaves_the_files_to_their_owner(tmp_path: Path, is_there: bool) -> None:
    os.chown(tmp_path, SOMEBODY, -1)
    if is_there:
        (tmp_path / "ballot.toml").write_text("")
        os.chown(tmp_path / "ballot.toml", SOMEBODY, -1)
    BallotFile(tmp_path).save(Kind.VOTE, "t01", VOTE)
    owners = {path.name: path.stat().st_uid for path in tmp_path.iterdir()}
    names = ("ballot.toml", ".ballot.toml.lock", ".ballot.toml.last-good")
    assert owners == dict.fromkeys(names, SOMEBODY)


def test_root_leaves_new_folders_to_the_owner_of_where_they_are_made(tmp_path: Path) -> None:
    os.chown(tmp_path, SOMEBODY, -1)
    assert write_error(tmp_path / ".config" / "hearts-tui") == ""
    made = [tmp_path / ".config", tmp_path / ".config" / "hearts-tui"]
    assert [folder.stat().st_uid for folder in made] == [SOMEBODY, SOMEBODY]


def test_a_folder_that_vanished_is_told_of_and_not_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    ballot = BallotFile(folder)
    ballot.save(Kind.VOTE, "t01", VOTE)
    shutil.rmtree(folder)
    told = f"ballot.toml was not saved: its folder {folder} is gone. Please put it back."
    with pytest.raises(StorageError) as caught:
        ballot.save(Kind.VOTE, "t02", VOTE)
    assert str(caught.value) == told
    assert not folder.exists()


NO_LOCKS = """
import sys
from pathlib import Path
from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.domain.storage import StorageError
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.config_dir import write_error
try:
    BallotFile(Path(sys.argv[1])).save(Kind.VOTE, "t01", Vote("a"))
except StorageError as error:
    print(error)
"""


@pytest.mark.parametrize("is_there", [True, False])
def test_a_disk_without_locks_is_not_another_hearts(tmp_path: Path, is_there: bool) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    if is_there:
        (folder / ".ballot.toml.lock").write_text("")
    trace = ["strace", "-f", "-o", "/dev/null", "-e", "inject=flock:error=ENOSYS"]
    done = subprocess.run(
        [*trace, sys.executable, "-c", NO_LOCKS, str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    told = f"ballot.toml was not saved: files in {folder} can't be locked. "
    assert done.stdout == f"{told}Please keep them on another disk.\n"
    assert done.stderr == ""
    assert BallotFile(folder).load().value == Ballot()
