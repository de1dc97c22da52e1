"""Many SSH keys on one account of a real sshd, each of them a voter of its own."""

import hashlib
import json
import re
import signal
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.kiosk_host import KioskHost, kiosk_host
from tests.end_to_end.ssh import Server, ended, wait_until_gone
from tests.end_to_end.terminal import PATIENCE, Terminal


@pytest.fixture
def host(tmp_path: Path) -> Iterator[KioskHost]:
    with kiosk_host(tmp_path) as made:
        yield made


def leave(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait_for_exit() == 0


def open_board(host: KioskHost, server: Server, key: Path) -> Terminal:
    """Come in with a key, and open the first theory."""
    terminal = host.open(server, key)
    terminal.wait_for("all topics")
    terminal.press("5")
    terminal.wait_for("Wedding film or divorce drama?")
    terminal.press("\r")
    terminal.wait_for("Enter vote")
    return terminal


def vote(host: KioskHost, server: Server, key: Path, option: int, note: str = "") -> None:
    """Vote on the first theory with a key."""
    with open_board(host, server, key) as terminal:
        terminal.press("j" * option + "\r")
        terminal.wait_for("70% saved")
        if note:
            terminal.press("n")
            terminal.wait_for("Only you see it.")
            terminal.press(note)
            terminal.press("\r")
            terminal.wait_for(f"Your note: {note}")
        leave(terminal)


def test_two_keys_of_one_account_vote_each_for_themselves(host: KioskHost) -> None:
    mia, leo = host.key("mia"), host.key("leo")
    with host.server() as server:
        vote(host, server, mia, 0, note="mia's secret")
        vote(host, server, leo, 1)
        before = host.slip_of(mia).read_bytes()
        with host.open(server, leo) as terminal:
            terminal.wait_for("all topics")
            terminal.press("5")
            terminal.wait_for("you: Divorce drama 70%")
            terminal.press("\r")
            terminal.wait_for("Enter vote")
            assert "secret" not in terminal.text
            terminal.press("w")
            terminal.wait_until_gone("70% saved")
            leave(terminal)
        with host.open(server, mia) as terminal:
            terminal.wait_for("all topics")
            terminal.press("5")
            terminal.wait_for("you: Wedding film 70%")
            leave(terminal)
    assert host.slip_of(mia).read_bytes() == before
    votes = json.loads(before)["votes"]
    assert (votes["t01"]["option"], "secret" in before.decode()) == ("wedding", False)
    assert json.loads(host.slip_of(leo).read_text())["votes"] == {}
    kept = tomllib.loads((host.folder_of(mia) / "ballot.toml").read_text())
    assert kept["votes"]["t01"]["note"] == "mia's secret"
    assert len(list(host.board.iterdir())) == len(list((host.folder / "voters").iterdir())) == 2


def test_the_board_opens_to_who_has_voted_once_three_have(host: KioskHost) -> None:
    mia, leo, zoe = host.key("mia"), host.key("leo"), host.key("zoe")
    with host.server() as server:
        vote(host, server, mia, 0, note="mia's secret")
        vote(host, server, zoe, 0)
        with open_board(host, server, leo) as terminal:
            terminal.wait_for("2 of them have voted.")
            assert "Your group:" not in terminal.text
            terminal.press("j\r")
            terminal.wait_for("Your group: 3 votes")
            assert "secret" not in terminal.text
            leave(terminal)
        with open_board(host, server, mia) as terminal:
            terminal.wait_for("Your group: 3 votes")
            leave(terminal)


@pytest.mark.parametrize(
    ("remote", "told"),
    [
        (("cat", "/etc/passwd"), "hearts: 'cat' isn't a command here."),
        (("sh", "-i"), "hearts: 'sh' isn't a command here."),
        (("hearts", "--kiosk", "--voter", "SHA256:x"), "hearts: '--kiosk' isn't a command here."),
        (("board", "export"), "hearts: 'board' isn't a command here."),
        ((), "hearts: no terminal here; over SSH, ask for one with ssh -t.\n"),
    ],
)
def test_a_key_runs_nothing_but_its_own_kiosk(
    host: KioskHost, remote: tuple[str, ...], told: str
) -> None:
    mia = host.key("mia")
    with host.server() as server:
        result = ended(host.command(server, mia, *remote, terminal=False))
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith(told)


def test_a_command_is_done_as_the_voter_whose_key_it_came_with(host: KioskHost) -> None:
    mia, leo = host.key("mia"), host.key("leo")
    with host.server() as server:
        for key, option in ((mia, "wedding"), (leo, "divorce")):
            done = ended(host.command(server, key, "vote", "t01", option, terminal=False))
            assert (done.returncode, done.stderr) == (0, "")
        told = ended(host.command(server, leo, "ballot", terminal=False)).stdout
    assert "you: Divorce drama 70%" in told
    assert json.loads(host.slip_of(mia).read_text())["votes"]["t01"]["option"] == "wedding"
    assert json.loads(host.slip_of(leo).read_text())["votes"]["t01"]["option"] == "divorce"


def test_nothing_goes_through_the_connection_of_a_key(host: KioskHost) -> None:
    mia = host.key("mia")
    options = ["-o", "ExitOnForwardFailure=yes", "-R0:127.0.0.1:1"]
    with host.server() as server:
        refused = ended(host.command(server, mia, terminal=False, options=options))
    assert (refused.returncode, refused.stdout) == (255, "")


def test_lists_say_who_comes_in(host: KioskHost, tmp_path: Path) -> None:
    mia, eve = host.key("mia"), host.key("eve")
    with host.server() as server:
        # The client tries its usual key as well.
        denied = (eve.with_suffix(".pub"), tmp_path / "sshd" / "user.pub")
        host.deny.write_text("".join(key.read_text() for key in denied))
        refused = ended(host.command(server, eve, terminal=False))
        assert refused.returncode == 255
        assert "Permission denied" in refused.stderr
        assert ended(host.command(server, mia, terminal=False)).returncode == 2
        # The one who is denied leaves no trace.
        assert not host.folder_of(eve).exists()


def test_an_account_takes_so_many_voters_and_logs_each_session(host: KioskHost) -> None:
    mia, leo = host.key("mia"), host.key("leo")
    kiosk = f"'hearts --kiosk --most-voters 1 --log {host.log}'".replace("'", '"')
    with host.server(f"--command {kiosk}") as server:
        vote(host, server, mia, 0)
        with host.open(server, leo) as terminal:
            assert terminal.wait_for_exit() == 2
            assert "this board is full (voters: 1)" in " ".join(terminal.text.split())
        vote(host, server, mia, 1)
    assert not host.folder_of(leo).exists()
    whose = hashlib.sha256(host.folder_of(mia).name.encode()).hexdigest()[:16]
    lines = host.log.read_text().splitlines()
    assert len(lines) == 2
    for line in lines:
        assert re.fullmatch(rf"\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ voter {whose} stayed \d+ s", line)


def test_a_session_whose_line_drops_is_logged_too(host: KioskHost) -> None:
    mia = host.key("mia")
    with host.server(f'--command "hearts --kiosk --log {host.log}"') as server:
        with host.open(server, mia) as terminal:
            terminal.wait_for("all topics")
            terminal.send(signal.SIGKILL)
        wait_until_gone(host.folder)
        end = time.monotonic() + PATIENCE
        while not host.log.exists():
            assert time.monotonic() < end, "nothing is logged"
            time.sleep(0.02)
    assert host.log.read_text().count("\n") == 1
