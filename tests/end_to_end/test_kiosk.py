"""An account that may do nothing but run hearts, on a real OpenSSH server."""

import re
import signal
import socket
import stat
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.end_to_end.guide import sshd_lines, with_value
from tests.end_to_end.ssh import Server, ended, running, wait_until_gone
from tests.end_to_end.terminal import HEARTS, PATIENCE, Terminal, environ_for

HARMFUL = {
    "PYTHONINSPECT": "1",
    "PYTHONSTARTUP": "/dev/stdin",
    "PYTHONPATH": "/tmp",
    "TEXTUAL_DRIVER": "os:system",
    "TEXTUAL_LOG": "/tmp/hearts.log",
    "TEXTUAL_PRESS": "q",
    "TEXTUAL_SCREENSHOT": "1",
}


@pytest.fixture
def environ(config: Path) -> dict[str, str]:
    """What a session on the server has in its environment."""
    return {"HEARTS_CONFIG_DIR": str(config), "LANG": "C.UTF-8"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The server's folder."""
    return tmp_path / "sshd"


def lines(folder: Path, **values: str) -> str:
    """Return the guide's lines for sshd, for fans, with other values of some options."""
    found = sshd_lines(folder / "authorized", guest=False)
    for option, value in values.items():
        found = with_value(found, option, value)
    return found


def test_no_key_leads_out_of_the_kiosk(folder: Path, config: Path, environ: dict[str, str]) -> None:
    server = Server(folder, environ, drop_in=lines(folder))
    with server, Terminal(server.command("hearts"), environ_for(config)) as terminal:
        terminal.wait_for("all topics")
        terminal.press("\x1a")
        terminal.press("\x1c")
        terminal.press("!")
        terminal.press("\x10")
        terminal.wait_for("Find anything")
        terminal.press("shell")
        terminal.wait_until_gone("something to do")
        terminal.wait_until_idle()
        assert "Go to the shell" not in terminal.text
        terminal.press("\x1b")
        terminal.wait_until_gone("Find anything")
        (process,) = running(config)
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        assert state in "SR"
        limits = Path(f"/proc/{process}/limits").read_text()
        assert re.search(r"Max data size +307200000 ", limits)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert {file.name for file in config.iterdir()} <= {"marks.toml", ".marks.toml.last-good"} | {
        ".marks.toml.lock"
    }


@pytest.mark.parametrize("guide", [True, False], ids=["guide", "all let in"])
def test_what_is_sent_along_is_not_acted_upon(
    folder: Path, config: Path, environ: dict[str, str], guide: bool
) -> None:
    """Not even where a host lets it in against the guide's advice."""
    sent = [part for name in HARMFUL for part in ("-o", f"SendEnv={name}")]
    if guide:
        server = Server(folder, environ, drop_in=lines(folder))
    else:
        server = Server(folder, environ, forced=f"{HEARTS} --kiosk")
    with server:
        command = server.command("hearts", options=sent)
        with Terminal(command, environ_for(config, **HARMFUL)) as terminal:
            terminal.wait_for("all topics")
            (process,) = running(config)
            seen = Path(f"/proc/{process}/environ").read_bytes()
            assert not re.search(rb"(^|\0)(PYTHON|TEXTUAL)", seen)
            terminal.press("q")
            assert terminal.wait_for_exit() == 0
        assert ">>>" not in terminal.text


def test_a_kiosk_that_nobody_uses_ends_by_itself(
    folder: Path, config: Path, environ: dict[str, str]
) -> None:
    drop_in = lines(folder).replace("--kiosk\n", "--kiosk --idle-minutes 0.05\n")
    server = Server(folder, environ, drop_in=drop_in)
    with server, Terminal(server.command(), environ_for(config)) as terminal:
        terminal.wait_for("all topics")
        assert terminal.wait_for_exit() == 0
        assert "hearts closed after 0.05 minutes without a key." in terminal.text


def test_a_connection_without_hearts_is_closed(folder: Path, environ: dict[str, str]) -> None:
    drop_in = lines(folder, UnusedConnectionTimeout="1s")
    with Server(folder, environ, drop_in=drop_in) as server:
        result = ended(server.command(terminal=False, options=["-N"]))
    assert result.returncode == 255
    assert "closed by remote host" in result.stderr


def test_hearts_keeps_a_connection_open(
    folder: Path, config: Path, environ: dict[str, str]
) -> None:
    drop_in = lines(folder, UnusedConnectionTimeout="1s")
    server = Server(folder, environ, drop_in=drop_in)
    with server, Terminal(server.command(), environ_for(config)) as terminal:
        terminal.wait_for("all topics")
        terminal.read_for(2.5)
        terminal.press("2")
        terminal.wait_for("Cassie Salazar")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_client_that_answers_no_more_is_let_go(
    folder: Path, config: Path, environ: dict[str, str]
) -> None:
    drop_in = lines(folder, ClientAliveInterval="1", ClientAliveCountMax="2")
    server = Server(folder, environ, drop_in=drop_in)
    with server, Terminal(server.command(), environ_for(config)) as terminal:
        terminal.wait_for("all topics")
        assert running(config)
        terminal.send(signal.SIGSTOP)
        wait_until_gone(config)
        terminal.send(signal.SIGCONT)
        assert terminal.wait_for_exit() == 255


def test_a_connection_holds_one_hearts(folder: Path, config: Path, environ: dict[str, str]) -> None:
    shared = ["-o", f"ControlPath={config.parent / 'shared'}"]
    with Server(folder, environ, drop_in=lines(folder)) as server:
        first = server.command(options=[*shared, "-M"])
        with Terminal(first, environ_for(config)) as terminal:
            terminal.wait_for("all topics")
            # Refused a place in the first one's connection, ssh would try one of its own.
            second = ended(server.command(options=[*shared, "-o", "ProxyCommand=false"]))
            assert "Session open refused by peer" in second.stderr
            assert len(running(config)) == 1
            terminal.press("q")
            assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize(
    ("option", "answer"),
    [
        ("-R0:127.0.0.1:1", "remote port forwarding failed"),
        ("-W127.0.0.1:{port}", "administratively prohibited"),
    ],
    ids=["to the host", "from the host"],
)
def test_nothing_else_goes_through_the_connection(
    folder: Path, environ: dict[str, str], option: str, answer: str
) -> None:
    with Server(folder, environ, drop_in=lines(folder)) as server:
        asked = option.format(port=server.port)
        options = ["-o", "LogLevel=INFO", "-o", "ExitOnForwardFailure=yes", asked]
        result = ended(server.command(terminal=False, options=options))
    assert (result.returncode, result.stdout) == (255, "")
    assert answer in result.stderr


def test_a_client_without_a_terminal_gets_one_sentence(
    folder: Path, environ: dict[str, str]
) -> None:
    with Server(folder, environ, drop_in=lines(folder)) as server:
        result = ended(server.command(terminal=False))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "hearts: no terminal here; over SSH, ask for one with ssh -t.\n"


def test_no_files_are_handed_out(folder: Path, environ: dict[str, str]) -> None:
    with Server(folder, environ, drop_in=lines(folder)) as server:
        result = ended(server.command("sftp", terminal=False, options=["-s"]))
    assert (result.returncode, result.stdout) == (2, "")


def test_few_from_one_place_may_wait_to_log_in(folder: Path, environ: dict[str, str]) -> None:
    with Server(folder, environ, drop_in=lines(folder)) as server, ExitStack() as waiting:
        answers = []
        for _ in range(6):
            caller = waiting.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            caller.settimeout(PATIENCE)
            answers.append(caller.recv(8))
    assert answers == [*[b"SSH-2.0-"] * 5, answers[5]]
    assert not answers[5].startswith(b"SSH")


def test_guests_of_one_account_start_with_nothing_and_leave_nothing(
    folder: Path, tmp_path: Path, environ: dict[str, str]
) -> None:
    guests = tmp_path / "guests"
    guests.mkdir()
    del environ["HEARTS_CONFIG_DIR"]
    drop_in = sshd_lines(folder / "authorized", guest=True)
    server = Server(folder, {**environ, "TMPDIR": str(guests)}, drop_in=drop_in)
    with server:
        with Terminal(server.command(), environ_for(tmp_path / "config")) as terminal:
            terminal.wait_for("all topics")
            (own,) = guests.iterdir()
            assert stat.S_IMODE(own.stat().st_mode) == 0o700
            terminal.press("q")
            assert terminal.wait_for_exit() == 0
        assert list(guests.iterdir()) == []


@pytest.mark.parametrize("minutes", ["0", "-1", "soon"])
def test_an_idle_time_that_is_none_is_refused(minutes: str) -> None:
    result = subprocess.run(
        [HEARTS, "--kiosk", "--idle-minutes", minutes],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert result.returncode == 2
    assert result.stderr.startswith("hearts: Invalid value for '--idle-minutes'")
    assert result.stderr.count("\n") == 1
