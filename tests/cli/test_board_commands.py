"""The commands on a shared board and on friends' slips: real processes, files, keys and pipes."""

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hearts_tui.content.pack import Pack
from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.domain.theories import Theory
from hearts_tui.store.signing import voter_of_key
from hearts_tui.store.slip_file import SlipFile
from hearts_tui.store.slip_json import write_slip
from hearts_tui.store.slip_mail import slip_text
from hearts_tui.store.slip_owner import own_voter
from tests.cli.running import HEARTS, environ, run

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def board(tmp_path: Path) -> Path:
    path = tmp_path / "board"
    path.mkdir()
    return path


@pytest.fixture
def mia(pack: Pack) -> Slip:
    """A slip that agrees with the votes of ``vote`` on two of four, and clashes on t02 most."""
    return slip("mia", pack, t01=(0, 60), t02=(1, 99), t03=(1, 60), t04=(0, 90))


def slip(name: str, pack: Pack, **votes: tuple[int, int]) -> Slip:
    options = {theory.id: [option.id for option in theory.options] for theory in pack.theories}
    cast = {each: SlipVote(options[each][n], sure, AT, 1) for each, (n, sure) in votes.items()}
    return Slip(name, cast)


def vote(config: Path) -> None:
    for name, confidence in (("t01", "70"), ("t02", "95"), ("t03", "60"), ("t04", "80")):
        assert run(config, "vote", name, "1", "--confidence", confidence).returncode == 0


def stakes(what: str, theory: Theory, mine: int, hers: int) -> str:
    you, she = (option.text for option in theory.options[:2])
    return f"{what}: {theory.title} You: {you} {mine}%. mia: {she} {hers}%."


def send(path: Path, what: Slip) -> Path:
    path.write_bytes(write_slip(what)[0])
    return path


@pytest.fixture
def key(tmp_path: Path) -> Path:
    made = tmp_path / "id_mia"
    quiet = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "mia@home", "-f", str(made)]
    subprocess.run(quiet, check=True)
    return made


def test_a_slip_goes_from_one_to_the_other(tmp_path: Path, config: Path) -> None:
    file = tmp_path / "leo.json"
    vote(config)
    done = run(config, "board", "export", str(file), "--name", "leo")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Your 4 votes are in {file}.\nSend it to a friend, who runs: hearts board add leo.json\n"
    )
    done = run(tmp_path / "other", "board", "add", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Added leo, with 4 votes.\nYou and leo haven't voted on the same theory yet.\n"
    )


def test_a_friend_s_slip_is_put_beside_yours(
    tmp_path: Path, config: Path, mia: Slip, pack: Pack
) -> None:
    vote(config)
    file = send(tmp_path / "mia.json", mia)
    t02, t03 = pack.theories[1:3]
    done = run(config, "board", "add", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Added mia, with 4 votes.",
        "You and mia agree on 2 of 4.",
        stakes("Biggest clash", t02, 95, 99),
        stakes("Closest call", t03, 60, 60),
    ]
    assert run(config, "board", "list").stdout.startswith("mia · 4 votes · friend · ")


def test_a_friend_s_next_slip_takes_the_place_of_the_last(
    tmp_path: Path, config: Path, mia: Slip, pack: Pack
) -> None:
    run(config, "board", "add", str(send(tmp_path / "mia.json", mia)))
    run(config, "board", "add", str(send(tmp_path / "mia.json", slip("Mia", pack, t01=(0, 60)))))
    (friend,) = json.loads(run(config, "board", "list", "--json").stdout)["friends"]
    assert (friend["name"], friend["votes"], friend["you"]) == ("Mia", 1, False)
    done = run(config, "board", "remove", "MIA")
    assert done.stdout == "Removed Mia from your friends.\n"
    assert "hearts board add FILE adds a friend's slip" in run(config, "board", "list").stdout


@pytest.mark.parametrize("signs", [False, True])
def test_your_own_slip_is_no_friend_s(tmp_path: Path, config: Path, key: Path, signs: bool) -> None:
    file = tmp_path / "mine.json"
    vote(config)
    sign = ["--sign", str(key)] if signs else []
    run(config, "board", "export", str(file), "--name", "leo", *sign)
    run(config, "vote", "t01", "2")
    for more in ([], ["--name", "mia"]):
        done = run(config, "board", "add", str(file), *more)
        assert (done.returncode, done.stdout) == (1, "")
        told = "That's your own slip, and your votes count already. Send it to a friend.\n"
        assert done.stderr == f"hearts: {told}"
    assert json.loads(run(config, "board", "list", "--json").stdout)["friends"] == []


def test_your_own_slip_among_those_of_friends_is_listed_as_yours(
    tmp_path: Path, config: Path
) -> None:
    file = tmp_path / "mine.json"
    run(config, "vote", "t01", "1")
    run(config, "board", "export", str(file), "--name", "leo")
    other = tmp_path / "other"
    run(other, "board", "add", str(file))
    assert run(other, "board", "list").stdout.startswith("leo · 1 vote · friend · ")
    shutil.copytree(other / "friends", config / "friends")
    assert run(config, "board", "list").stdout.startswith("leo · 1 vote · you · ")
    assert run(config, "board", "remove", "leo").stdout == "Removed leo from your friends.\n"


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_a_slip_is_pasted(config: Path, mia: Slip, key: Path, ends: bytes) -> None:
    for data in (write_slip(mia)[0], slip_text(mia, key)):
        done = subprocess.run(
            [HEARTS, "board", "add", "-", "--name", "M."],
            env=environ(config),
            input=b"\n  " + data.replace(b"\n", ends) + b"\n\n",
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(b"Added M., with 4 votes.\n")


def test_a_signature_is_told_of_and_a_changed_byte_refused(
    tmp_path: Path, config: Path, key: Path
) -> None:
    file = tmp_path / "mia.json"
    vote(config)
    run(config, "board", "export", str(file), "--sign", str(key), "--name", "mia")
    friend = tmp_path / "friend"
    told = run(friend, "board", "add", str(file)).stdout.splitlines()[1]
    assert told.startswith("Signed with a key that you don't know: SHA256:")
    signers = friend / "allowed_signers"
    signers.write_text(f"mia@home {key.with_suffix('.pub').read_text()}")
    signers.chmod(0o644)
    told = run(friend, "board", "add", str(file)).stdout.splitlines()[1]
    assert told == "Signed with a key that you trust: mia@home."
    (mia,) = json.loads(run(friend, "board", "list", "--json").stdout)["friends"]
    assert mia["id"] == voter_of_key(key)
    file.write_bytes(file.read_bytes().replace(b'"confidence":95', b'"confidence":59', 1))
    done = run(friend, "board", "add", str(file))
    assert (done.returncode, done.stdout) == (1, "")
    assert "That slip doesn't count: its signature doesn't match" in done.stderr


def test_export_is_made_for_pipes(config: Path, tmp_path: Path) -> None:
    vote(config)
    done = run(config, "board", "export")
    assert json.loads(done.stdout)["votes"]["t02"]["confidence"] == 95
    assert done.stderr == "hearts: This slip has no name. --name mia gives it one.\n"
    nameless = tmp_path / "slip.json"
    nameless.write_text(done.stdout)
    done = run(tmp_path / "friend", "board", "add", str(nameless))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "hearts: This slip has no name. --name mia gives it one.\n"


def test_a_note_is_exported_only_where_it_is_shared(config: Path) -> None:
    run(config, "vote", "t01", "1", "--note", "between us")
    assert "between us" not in run(config, "board", "export").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["export"], 1, "You haven't voted yet. Start hearts, press 5 and pick a theory."),
        (["add", "nothing.json"], 1, "nothing.json can't be read (No such file or directory)."),
        (["add", "/dev/zero"], 1, "/dev/zero can't be read (it is a device, not a file)."),
        (["add", "-"], 1, "That slip doesn't count: it isn't JSON (line 1, column 1)."),
        (["remove", "eve"], 2, "Nobody is called 'eve'. hearts board list names everybody."),
    ],
)
def test_what_can_t_be_done_is_one_sentence(
    config: Path, arguments: list[str], code: int, told: str
) -> None:
    done = run(config, "board", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr == f"hearts: {told}\n"


@pytest.mark.parametrize("name", ["a folder", "/proc/nothing", "/dev/full"])
def test_a_file_that_can_t_be_written_is_told_of(config: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "a folder").mkdir()
    vote(config)
    done = run(config, "board", "export", str(tmp_path / name))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


def test_a_vote_from_the_command_line_is_on_the_board(config: Path, board: Path) -> None:
    done = run(config, "vote", "t01", "1", HEARTS_BOARD=str(board))
    assert (done.returncode, done.stderr) == (0, "")
    listed = json.loads(run(config, "board", "list", "--json", HEARTS_BOARD=str(board)).stdout)
    assert listed == {
        "version": 1,
        "kind": "board",
        "folder": str(board),
        "voters": [{"id": own_voter(), "name": "", "votes": 1, "brier": None, "you": True}],
        "friends": [],
        "rejected": [],
        "rejected_count": 0,
    }
    done = run(config, "board", "list", HEARTS_BOARD=str(board))
    assert done.stdout == f"no name · 1 vote · you · {own_voter()}\n"


def test_the_host_sees_what_does_not_count_and_cleans_up(
    config: Path, board: Path, mia: Slip
) -> None:
    eve, leo = "0b" * 32, "0c" * 32
    SlipFile(board, eve).write(mia)
    SlipFile(board, leo).write(mia)
    (board / "readme.txt").write_text("hello")
    os.mkfifo(board / "7.json")
    share = {"HEARTS_BOARD": str(board)}
    told = run(config, "board", "list", **share).stdout.splitlines()
    assert told == [
        f"mia · 4 votes · {eve}",
        f"mia · 4 votes · {leo}",
        "2 files don't count.",
        "hearts board list --rejected says why.",
    ]
    told = run(config, "board", "list", "--rejected", **share).stdout.splitlines()
    assert told == [
        "7.json doesn't count: it is a named pipe, not a file.",
        "readme.txt doesn't count: its name isn't that of a slip.",
    ]
    done = run(config, "board", "remove", "mia", **share)
    assert done.returncode == 2
    assert f"Several are called 'mia'. Give an id: {eve} or {leo}." in done.stderr
    assert run(config, "board", "remove", eve, **share).stdout == "Removed mia from the board.\n"
    assert run(config, "board", "remove", "mia", **share).returncode == 0
    assert sorted(path.name for path in board.iterdir()) == ["7.json", "readme.txt"]


def test_a_board_that_is_gone_hides_no_friend(tmp_path: Path, config: Path, mia: Slip) -> None:
    run(config, "board", "add", str(send(tmp_path / "mia.json", mia)))
    done = run(config, "board", "list", HEARTS_BOARD=str(tmp_path / "gone"))
    assert done.returncode == 1
    assert done.stdout.startswith("mia · 4 votes · friend · ")
    told = f"The board at {tmp_path / 'gone'} can't be read (No such file or directory)."
    assert done.stderr == f"hearts: {told}\n"


def test_nobody_is_promised_a_place_on_a_board_that_can_t_be_read(
    tmp_path: Path, config: Path
) -> None:
    done = run(config, "board", "list", HEARTS_BOARD=str(tmp_path / "gone"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "can't be read" in done.stderr


def test_a_damaged_ballot_hides_no_friend(tmp_path: Path, config: Path, mia: Slip) -> None:
    run(config, "board", "add", str(send(tmp_path / "mia.json", mia)))
    (config / "ballot.toml").write_text("[[[")
    done = run(config, "board", "list")
    assert done.stdout.startswith("mia · 4 votes · friend · ")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("hearts: ballot.toml can't be read (")
    (tmp_path / "board").mkdir()
    SlipFile(tmp_path / "board", own_voter()).write(mia)
    done = run(config, "board", "join", "~/board")
    assert done.returncode == 0
    assert done.stdout.startswith("You share the board at ~/board.\n")


def test_a_board_that_is_none_is_refused_in_a_sentence(config: Path) -> None:
    done = run(config, "board", "list", HEARTS_BOARD="board")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("hearts: HEARTS_BOARD is 'board'; a full path such as")


def test_a_board_is_joined_and_left(config: Path, tmp_path: Path) -> None:
    vote(config)
    done = run(config, "board", "join", "~/board", "--name", "mia")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "You share the board at ~/board.\n"
    slip = tmp_path / "board" / f"{own_voter()}.json"
    assert json.loads(slip.read_text())["name"] == "mia"
    assert run(config, "board", "list").stdout == f"mia · 4 votes · you · {own_voter()}\n"
    assert run(config, "board", "leave").stdout == "Your slip is off the board at ~/board.\n"
    run(config, "vote", "t05", "1")
    assert list((tmp_path / "board").iterdir()) == []
    assert run(config, "board", "leave").stdout == "You share no board.\n"


def test_who_takes_the_place_of_another_hearts_of_the_account_is_told(
    config: Path, tmp_path: Path, key: Path
) -> None:
    other = tmp_path / "other"
    run(other, "vote", "t01", "2")
    run(other, "board", "join", "~/board", "--name", "ann")
    vote(config)
    done = run(config, "board", "join", "~/board", "--key", str(key))
    assert done.stderr == ""
    done = run(config, "board", "join", "~/board", "--name", "bob")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1] == (
        "Your slip took the place of ann's: this account had another one there. Where a folder "
        "travels, or two share an account, each joins with --key."
    )
    assert run(config, "board", "join", "~/board").stdout.count("\n") == 1


def test_who_joins_another_board_leaves_the_last(config: Path, tmp_path: Path) -> None:
    vote(config)
    run(config, "board", "join", "~/one", "--name", "mia")
    run(config, "board", "join", "~/two")
    assert list((tmp_path / "one").iterdir()) == []
    assert [path.name for path in (tmp_path / "two").iterdir()] == [f"{own_voter()}.json"]
    shutil.rmtree(tmp_path / "two")
    (tmp_path / "two").write_text("")
    done = run(config, "board", "join", "~/one")
    assert (done.returncode, done.stderr.count("\n")) == (0, 1)
    assert "Your slip may still be there." in done.stderr
    assert [path.name for path in (tmp_path / "one").iterdir()] == [f"{own_voter()}.json"]


def test_a_board_is_joined_with_a_key(config: Path, tmp_path: Path, key: Path) -> None:
    vote(config)
    done = run(config, "board", "join", "~/board", "--key", "~/id_mia")
    assert (done.returncode, done.stderr) == (0, "")
    told = done.stdout.splitlines()
    assert told[1] == "Others see no name yet: --name mia gives you one."
    assert told[2].startswith(
        f"You trust no keys yet. Please put a line for each of you into {config}"
    )
    line = f"mia {key.with_suffix('.pub').read_text()}"
    (config / "allowed_signers").write_text(line)
    assert "trust" not in run(config, "board", "join", "~/board", "--key", "~/id_mia").stdout
    assert run(config, "board", "list").stdout.endswith(f" · you · {voter_of_key(key)}\n")
    assert [path.name for path in (tmp_path / "board").iterdir()] == [f"{voter_of_key(key)}.signed"]
    run(config, "board", "leave")
    assert list((tmp_path / "board").iterdir()) == []


def test_a_board_that_can_t_be_joined_is_told_of(config: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run(config, "board", "join", "~/file/board")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    vote(config)
    done = run(config, "board", "join", "~/file")
    assert done.stderr.startswith(f"hearts: The board at {tmp_path / 'file'} can't be")
    done = run(config, "board", "join", "~/board", HEARTS_BOARD=str(tmp_path / "other"))
    assert "HEARTS_BOARD or the host's settings name another board." in done.stdout
