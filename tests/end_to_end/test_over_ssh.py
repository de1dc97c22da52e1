"""hearts on another machine: a real OpenSSH server and client, each with a terminal."""

import os
import signal
import subprocess
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.end_to_end.ssh import Server, running, wait_until_gone
from tests.end_to_end.terminal import HEARTS, PATIENCE, Terminal, environ_for

THEORIES = f"{HEARTS} --screen theories"
QUESTION = "Wedding film or divorce drama?"


@pytest.fixture
def environ(config: Path) -> dict[str, str]:
    """What a session on the server has in its environment."""
    return {"HEARTS_CONFIG_DIR": str(config), "LANG": "C.UTF-8"}


@pytest.fixture
def client(config: Path) -> dict[str, str]:
    """What the client has in its environment."""
    return environ_for(config)


def votes(config: Path) -> dict[str, dict[str, object]]:
    """Return the votes in the file."""
    found: dict[str, dict[str, object]]
    found = tomllib.loads((config / "ballot.toml").read_text()).get("votes", {})
    return found


def test_a_vote_over_ssh_is_there_when_one_comes_back(
    tmp_path: Path, config: Path, environ: dict[str, str], client: dict[str, str]
) -> None:
    with Server(tmp_path / "sshd", environ) as server:
        with Terminal(server.command(THEORIES), client) as terminal:
            terminal.wait_for(QUESTION)
            terminal.press("\r")
            terminal.wait_for("Enter vote")
            terminal.press("j\r")
            terminal.wait_for("you: Divorce drama 70%")
            terminal.press("q")
            assert terminal.wait_for_exit() == 0
        with Terminal(server.command(THEORIES), client) as terminal:
            terminal.wait_for("you: Divorce drama 70%")
            terminal.press("q")
            assert terminal.wait_for_exit() == 0
    assert votes(config)["t01"]["option"] == "divorce"


def test_a_dropped_connection_leaves_nothing_behind_but_the_vote(
    tmp_path: Path, config: Path, environ: dict[str, str], client: dict[str, str]
) -> None:
    with Server(tmp_path / "sshd", environ) as server:
        with Terminal(server.command(THEORIES), client) as terminal:
            terminal.wait_for(QUESTION)
            terminal.press("\r")
            terminal.wait_for("Enter vote")
            terminal.press("\r")
            terminal.wait_for("you: Wedding film 70%")
            assert running(config)
            os.kill(terminal.pid, signal.SIGKILL)
        wait_until_gone(config)
    assert votes(config)["t01"]["option"] == "wedding"


def test_without_a_terminal_it_says_so_at_once(tmp_path: Path, environ: dict[str, str]) -> None:
    with Server(tmp_path / "sshd", environ) as server:
        result = subprocess.run(
            server.command(HEARTS, terminal=False),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr == "hearts: no terminal here; over SSH, ask for one with ssh -t.\n"


def test_two_sessions_see_each_other(
    tmp_path: Path, config: Path, environ: dict[str, str], client: dict[str, str]
) -> None:
    with (
        Server(tmp_path / "sshd", environ) as server,
        Terminal(server.command(THEORIES), client) as one,
        Terminal(server.command(THEORIES), client) as other,
    ):
        one.wait_for(QUESTION)
        other.wait_for(QUESTION)
        one.press("\r")
        one.wait_for("Enter vote")
        one.press("\r")
        one.wait_for("you: Wedding film 70%")
        other.wait_for("you: Wedding film 70%")
        for terminal in (one, other):
            terminal.press("q")
            assert terminal.wait_for_exit() == 0
    assert set(votes(config)) == {"t01"}


def test_inside_tmux_one_can_leave_and_come_back(
    tmp_path: Path, config: Path, environ: dict[str, str], client: dict[str, str]
) -> None:
    tmux = "tmux -f /dev/null"
    # The name of a socket has room for some hundred characters.
    with (
        TemporaryDirectory() as sockets,
        Server(tmp_path / "sshd", {**environ, "TMUX_TMPDIR": sockets}) as server,
    ):
        with Terminal(server.command(f"{tmux} new-session {THEORIES!r}"), client) as terminal:
            terminal.wait_for(QUESTION)
            terminal.press("\r")
            terminal.wait_for("Enter vote")
            terminal.press("\r")
            terminal.wait_for("you: Wedding film 70%")
            terminal.press("\x02d")
            assert terminal.wait_for_exit() == 0
        assert running(config)
        with Terminal(server.command(f"{tmux} attach"), client, 100, 30) as terminal:
            terminal.wait_for("you: Wedding film 70%")
            terminal.press("q")
            assert terminal.wait_for_exit() == 0
        wait_until_gone(config)
