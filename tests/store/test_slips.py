"""A folder of slips into which anybody has put anything: nothing of it counts, or blocks."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.domain.slips_read import MOST_TOLD
from hearts_tui.domain.storage import StorageError
from hearts_tui.store.slip_file import SlipFile
from hearts_tui.store.slip_owner import voter_of
from hearts_tui.store.slips import MOST_SLIPS, SlipFolder
from tests.special_files import MAKE
from tests.store.nesting import too_deep

pytestmark = pytest.mark.timeout(15)

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
OPTIONS = {"t01": {"a", "b"}}
MIA = Slip("mia", {"t01": SlipVote("a", 80, AT, 1)})
KEY, OTHER_KEY = "0a" * 32, "0b" * 32
ME = str(os.geteuid())


def text(**vote: object) -> str:
    """Return a slip with a vote that has some values of its own."""
    values = {"option": "a", "confidence": 80, **vote}
    return json.dumps({"format": 1, "name": "eve", "votes": {"t01": values}})


def write(path: Path, content: str | bytes) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    path.chmod(0o644)


def hard_link(path: Path) -> None:
    elsewhere = path.with_name(".elsewhere")
    write(elsewhere, text())
    path.hardlink_to(elsewhere)


def foreign(path: Path) -> None:
    write(path, text())
    os.chown(path, 12345, -1)


def two_gigabytes(path: Path) -> None:
    write(path, text())
    os.truncate(path, 2 << 30)


def device(path: Path) -> None:
    os.mknod(path, 0o644 | 0o020000, os.makedev(1, 5))


def link_to_a_slip(path: Path) -> None:
    elsewhere = path.with_name(".elsewhere")
    write(elsewhere, text())
    path.symlink_to(elsewhere)


HOSTILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "link": (link_to_a_slip, "it is a link, not a file"),
    "link to a device": (MAKE["endless device"], "it is a link, not a file"),
    "pipe": (MAKE["named pipe"], "it is a named pipe, not a file"),
    "device": (device, "it is a device, not a file"),
    "folder": (MAKE["folder"], "it is a folder, not a file"),
    "socket": (MAKE["socket"], "it is a socket, not a file"),
    "hard link": (hard_link, "it has 2 names (hard links)"),
    "2 GB": (two_gigabytes, "it has more than 8 KiB"),
    "terabyte": (MAKE["sparse terabyte"], "it has more than 8 KiB"),
    "someone else's": (foreign, f"it belongs to account 12345, not {ME}"),
    "not JSON": (lambda path: write(path, "votes"), "it isn't JSON (line 1, column 1)"),
    "nested": (lambda path: write(path, "[" * 8_000), too_deep(8_000)),
    "no option": (
        lambda path: write(path, text(option="z")),
        "a vote in it is for 'z', which is no option ('t01')",
    ),
    "1e400": (
        lambda path: write(path, text(confidence="X").replace('"X"', "1e400")),
        "a number in it is 1e400, which isn't whole",
    ),
    "control characters": (
        lambda path: write(path, text().replace("eve", r"\u001b[2J")),
        "a text in it has control characters ('\\x1b[2J')",
    ),
    "newer": (
        lambda path: write(path, '{"format": 2}'),
        "a newer hearts wrote it, in format 2",
    ),
    "empty": (lambda path: write(path, ""), "it isn't JSON (line 1, column 1)"),
}


@pytest.mark.parametrize("name", [ME, KEY], ids=["account", "key"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_slip_does_not_count_and_is_told_of(
    tmp_path: Path, kind: str, name: str
) -> None:
    make, reason = HOSTILE[kind]
    make(tmp_path / f"{name}.json")
    SlipFile(tmp_path, OTHER_KEY).write(MIA)
    folder = SlipFolder(tmp_path, OPTIONS)
    for _ in range(2):
        read = folder.read()
        assert read.slips == {OTHER_KEY: MIA}
        assert [each.reason for each in read.rejected] == [f"{name}.json doesn't count: {reason}."]


@pytest.mark.parametrize(
    "name",
    [
        "README",
        "mia.json",
        f"0{ME}.json",
        f"+{ME}.json",
        f" {ME}.json",
        "\u0661.json",
        f"{ME}.JSON",
        f"{KEY.upper()}.json",
        f"{KEY}0.json",
        f"{ME}.json.json",
        ".json"[1:],
        f"{ME}.json\n",
    ],
)
def test_names_that_stand_for_no_voter_do_not_count(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, text())
    read = SlipFolder(tmp_path, OPTIONS).read()
    assert read.slips == {}
    assert read.rejected[0].reason.endswith("its name isn't that of a slip.")
    assert read.rejected[0].name.isprintable()


def test_a_name_is_shown_without_what_a_terminal_obeys(tmp_path: Path) -> None:
    write(tmp_path / "\x1b[2J\u202eevil\n.json", "")
    (tmp_path / os.fsdecode(b"\xff\xfe")).touch()
    told = [each.name for each in SlipFolder(tmp_path, OPTIONS).read().rejected]
    assert "[2Jevil .json" in told
    assert all(name.isprintable() for name in told)


def test_what_is_being_written_is_not_there_yet(tmp_path: Path) -> None:
    write(tmp_path / f".{ME}.json.abc.new", text())
    read = SlipFolder(tmp_path, OPTIONS).read()
    assert (dict(read.slips), read.rejected_count) == ({}, 0)


def test_a_file_that_was_good_and_is_bad_no_longer_counts_and_the_other_way(tmp_path: Path) -> None:
    path = tmp_path / f"{ME}.json"
    folder = SlipFolder(tmp_path, OPTIONS)
    file = SlipFile(tmp_path)
    file.write(MIA)
    assert folder.read().slips == {ME: MIA}
    path.unlink()
    path.mkdir()
    assert folder.read().slips == {}
    path.rmdir()
    read = folder.read()
    assert (dict(read.slips), read.rejected_count) == ({}, 0)
    file.write(MIA)
    assert folder.read().slips == {ME: MIA}
    path.with_name("link.json").hardlink_to(path)
    assert folder.read().slips == {}
    path.with_name("link.json").unlink()
    assert folder.read().slips == {ME: MIA}


def test_what_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    SlipFile(tmp_path).write(MIA)
    SlipFile(tmp_path, KEY).write(MIA)
    folder = SlipFolder(tmp_path, OPTIONS)
    before = folder.read().slips
    SlipFile(tmp_path, KEY).write(Slip("leo", {}))
    after = folder.read().slips
    assert after[ME] is before[ME]
    assert after[KEY] == Slip("leo", {})
    assert before[KEY] == MIA


def test_a_change_shows_that_hides_behind_the_same_time_and_size(tmp_path: Path) -> None:
    path = tmp_path / f"{ME}.json"
    write(path, text(option="a"))
    status = path.stat()
    folder = SlipFolder(tmp_path, OPTIONS)
    assert folder.read().slips[ME].votes["t01"].option == "a"
    write(path, text(option="b"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert folder.read().slips[ME].votes["t01"].option == "b"


def test_a_folder_of_another_owner_is_read_anew(tmp_path: Path) -> None:
    SlipFile(tmp_path, KEY).write(MIA)
    folder = SlipFolder(tmp_path, OPTIONS)
    assert folder.read().slips == {KEY: MIA}
    os.chown(tmp_path, 12345, -1)
    read = folder.read()
    assert read.slips == {}
    assert read.rejected[0].reason.endswith(f"it belongs to account {ME}, not 12345.")


def test_of_too_many_slips_every_reader_reads_the_same(tmp_path: Path) -> None:
    more = 3
    for number in range(MOST_SLIPS + more):
        write(tmp_path / f"{number:064x}.json", '{"format":1}')
    folder = SlipFolder(tmp_path, OPTIONS)
    read = folder.read()
    assert set(read.slips) == {f"{number:064x}" for number in range(MOST_SLIPS)}
    assert read.rejected_count == more
    assert "the board takes 10,000 voters, and there are more" in read.rejected[0].reason
    assert set(SlipFolder(tmp_path, OPTIONS).read().slips) == set(read.slips)
    (tmp_path / f"{0:064x}.json").unlink()
    read = folder.read()
    assert (len(read.slips), read.rejected_count) == (MOST_SLIPS, more - 1)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("count", [20_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_nobody_is_crowded_out_by_files_under_others_names(tmp_path: Path, count: int) -> None:
    for number in range(count):
        (tmp_path / f"{number + 100_000}.json").touch()
    SlipFile(tmp_path).write(MIA)
    SlipFile(tmp_path, KEY).write(MIA)
    read = SlipFolder(tmp_path, OPTIONS).read()
    assert read.slips == {ME: MIA, KEY: MIA}
    assert (read.rejected_count, len(read.rejected)) == (count, MOST_TOLD)


def test_a_slip_that_is_too_large_leaves_the_one_before(tmp_path: Path) -> None:
    file = SlipFile(tmp_path)
    file.write(MIA)
    with pytest.raises(StorageError, match=r"doesn't take your slip: it has more than 8 KiB\.$"):
        file.write(Slip("mia", {f"t{n}": SlipVote("a", 70, AT) for n in range(200)}))
    assert SlipFolder(tmp_path, OPTIONS).read().slips == {ME: MIA}


def test_notes_without_room_are_told_of(tmp_path: Path) -> None:
    note = "\u5fc3" * 200
    votes = {f"t{n}": SlipVote("a", 70, AT, n, note) for n in range(20)}
    told = SlipFile(tmp_path).write(Slip("mia", votes))
    assert told == "Your 10 oldest shared notes have no room on the board."


def test_what_a_killed_process_left_is_removed_after_a_day(tmp_path: Path) -> None:
    old, new = tmp_path / f".{ME}.json.a.new", tmp_path / f".{ME}.json.b.new"
    for path in (old, new):
        path.touch()
    os.utime(old, (0, 0))
    SlipFile(tmp_path).write(MIA)
    assert not old.exists()
    assert new.exists()


def test_a_board_without_its_folder_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"^The board at .* can't be written \(No such file"):
        SlipFile(tmp_path / "none").write(MIA)
    (tmp_path / f"{ME}.json").mkdir()
    with pytest.raises(StorageError, match=r"^The board at .* can't be written \(Is a directory"):
        SlipFile(tmp_path).write(MIA)
    assert [path.name for path in tmp_path.iterdir()] == [f"{ME}.json"]


def test_a_voter_s_name_in_the_folder_is_read_back() -> None:
    assert voter_of(f"{KEY}.json") == KEY
    assert voter_of("0.json") == "0"
