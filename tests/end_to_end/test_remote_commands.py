"""Commands asked of a kiosk by a real ssh, on a real sshd."""

import fcntl
import json
import os
import signal
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearts_tui.cli.remote_command import VARIABLE
from tests.end_to_end.guide import sshd_lines
from tests.end_to_end.ssh import Server
from tests.end_to_end.terminal import HEARTS, PATIENCE, Terminal, environ_for


@pytest.fixture
def server(tmp_path: Path, config: Path) -> Iterator[Server]:
    folder = tmp_path / "sshd"
    environ = {"HEARTS_CONFIG_DIR": str(config), "LANG": "C.UTF-8"}
    with Server(folder, environ, drop_in=sshd_lines(folder / "authorized", guest=False)) as server:
        yield server


def asked(server: Server, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        server.command(command, terminal=False),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_nouns_and_verbs_answer(server: Server, config: Path) -> None:
    done = asked(server, "countdown --json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["kind"] == "countdown"
    done = asked(server, "hearts show cast/cassie")
    assert done.stdout.startswith("Cassie Salazar\n")
    done = asked(server, "vote t01 'Wedding film' --confidence 80")
    assert (done.returncode, done.stderr) == (0, "")
    assert tomllib.loads((config / "ballot.toml").read_text())["votes"]["t01"]["confidence"] == 80
    assert "you: Wedding film 80%" in asked(server, "ballot").stdout


REFUSED = [
    ("news; id", "'news;' isn't a command here. There's news, cast,"),
    ("id", "'id' isn't a command here."),
    ("../../bin/sh", "'../../bin/sh' isn't a command here."),
    ("hearts --screen news", "'--screen' isn't a command here."),
    ("calendar --output x", "'calendar' isn't a command here."),
    ("kiosk authorized-keys a b c", "'kiosk' isn't a command here."),
    ("show ../../etc/passwd", "'../../etc/passwd' is no address; one looks like 'cast/luke'."),
    ("news $(touch$IFS'x')", "There's no news item '$(touch$IFSx)'."),
    ("news '", "That can't be read as a command (No closing quotation)."),
    ("news --output x", "No such option"),
    ("news --kiosk", "No such option"),
    ("countdown --until-zero", "--until-zero would keep the line busy"),
]


def test_anything_else_is_one_line(server: Server, config: Path) -> None:
    for command, told in REFUSED:
        done = asked(server, command)
        assert (done.returncode, done.stdout) == (2, ""), command
        assert done.stderr.startswith(f"hearts: {told}")
        assert done.stderr.count("\n") == 1
    assert not config.exists() or list(config.iterdir()) == []


def test_signs_of_a_shell_are_text(server: Server, tmp_path: Path) -> None:
    target = tmp_path / "made"
    done = asked(server, f"search cassie > {target} && touch {target} | id `id` $(touch {target})")
    assert done.returncode == 0
    assert "No matches found." in done.stdout
    assert not target.exists()


def test_with_a_terminal_a_command_has_colors_and_the_app_opens(
    server: Server, config: Path
) -> None:
    with Terminal(server.command("news film-four-years"), environ_for(config)) as terminal:
        assert terminal.wait_for_exit() == 0
    assert b"\x1b[1" in terminal.sent
    with Terminal(server.command("hearts"), environ_for(config)) as terminal:
        terminal.wait_for("all topics")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_guest_s_vote_is_gone_with_the_command(tmp_path: Path) -> None:
    folder, guests = tmp_path / "sshd", tmp_path / "guests"
    guests.mkdir()
    environ = {"TMPDIR": str(guests), "LANG": "C.UTF-8"}
    lines = sshd_lines(folder / "authorized", guest=True)
    with Server(folder, environ, drop_in=lines) as server:
        done = asked(server, "vote t01 1")
        assert (done.returncode, done.stdout[:6]) == (0, "Saved:")
        assert "No votes yet." in asked(server, "ballot").stdout
        assert asked(server, "vote t01 nothing").returncode == 2
    assert list(guests.iterdir()) == []


def test_what_nobody_reads_ends_with_the_idle_time(config: Path) -> None:
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    process = subprocess.Popen(
        [HEARTS, "--kiosk", "--idle-minutes", "0.01"],
        env={**environ_for(config), VARIABLE: "news --json"},
        stdin=subprocess.DEVNULL,
        stdout=writer,
    )
    os.close(writer)
    assert process.wait(timeout=PATIENCE) == -signal.SIGALRM
    os.close(reader)
