"""An account that may do nothing but run hearts, on a real OpenSSH server."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.ssh import Server, running
from tests.end_to_end.terminal import HEARTS, PATIENCE, Terminal, environ_for

GUIDE = Path(__file__).parents[2] / "docs" / "ssh.md"
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


def test_no_key_leads_out_of_the_kiosk(
    tmp_path: Path, config: Path, environ: dict[str, str]
) -> None:
    server = Server(tmp_path / "sshd", environ, forced=f"{HEARTS} --kiosk")
    with server, Terminal(server.command("sh -i"), environ_for(config)) as terminal:
        terminal.wait_for("all topics")
        terminal.press("\x1a")
        terminal.press("\x1c")
        terminal.press("!")
        terminal.press("\x10")
        terminal.wait_for("About hearts")
        for command in ("Quit", "Screenshot", "Theme", "Keys"):
            assert command not in terminal.text
        terminal.press("\x1b")
        terminal.wait_until_gone("About hearts")
        (process,) = running(config)
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        assert state in "SR"
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert {file.name for file in config.iterdir()} <= {"marks.toml", ".marks.toml.last-good"} | {
        ".marks.toml.lock"
    }


def test_what_the_guest_sends_along_is_not_acted_upon(
    tmp_path: Path, config: Path, environ: dict[str, str]
) -> None:
    server = Server(tmp_path / "sshd", environ, forced=f"{HEARTS} --kiosk")
    sent = [part for name in HARMFUL for part in ("-o", f"SendEnv={name}")]
    with server:
        command = server.command("python3")
        command[1:1] = sent
        with Terminal(command, environ_for(config, **HARMFUL)) as terminal:
            terminal.wait_for("all topics")
            (process,) = running(config)
            seen = Path(f"/proc/{process}/environ").read_bytes()
            assert not re.search(rb"(^|\0)(PYTHON|TEXTUAL)", seen)
            terminal.press("q")
            assert terminal.wait_for_exit() == 0
        assert ">>>" not in terminal.text


def test_a_kiosk_that_nobody_uses_ends_by_itself(
    tmp_path: Path, config: Path, environ: dict[str, str]
) -> None:
    server = Server(tmp_path / "sshd", environ, forced=f"{HEARTS} --kiosk --idle-minutes 0.05")
    with server, Terminal(server.command(), environ_for(config)) as terminal:
        terminal.wait_for("all topics")
        assert terminal.wait_for_exit() == 0
        assert "hearts closed after 0.05 minutes without a key." in terminal.text


def test_guests_of_one_account_start_with_nothing_and_leave_nothing(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    (line,) = re.findall(r"ForceCommand (sh -c .*)", GUIDE.read_text())
    forced = line.replace("/usr/local/bin/hearts", HEARTS)
    guests = tmp_path / "guests"
    guests.mkdir()
    del environ["HEARTS_CONFIG_DIR"]
    server = Server(tmp_path / "sshd", {**environ, "TMPDIR": str(guests)}, forced)
    with server:
        with Terminal(server.command(), environ_for(tmp_path / "config")) as terminal:
            terminal.wait_for("all topics")
            assert list(guests.iterdir())
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
