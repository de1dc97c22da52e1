"""What docs/ssh.md says is done as it says, block by block."""

import getpass
import os
import subprocess
import sysconfig
from pathlib import Path

import pytest

from hearts_tui import __version__
from tests.end_to_end.guide import GUIDE, SLICE, SSHD, block, blocks, sshd_lines
from tests.end_to_end.ssh import Server, sshd_path
from tests.end_to_end.terminal import HEARTS, PATIENCE, Terminal, environ_for

ROOT = GUIDE.parents[1]
INSTALLING, RELOADING = "pip install", "systemctl reload"
CONNECTING = ["ssh -t host", "ssh -C -t host"]
ASKING = "ssh host countdown"

LOCKED = {
    "permituserrc no",
    "allowagentforwarding no",
    "allowstreamlocalforwarding no",
    "allowtcpforwarding no",
    "permittunnel no",
    "x11forwarding no",
}
OPEN = {"forcecommand none", "permituserrc yes", "allowtcpforwarding yes", "maxsessions 10"}
"""What sshd does where it is told nothing."""


@pytest.fixture
def environ(config: Path) -> dict[str, str]:
    """What a session on the server has in its environment."""
    return {"HEARTS_CONFIG_DIR": str(config), "LANG": "C.UTF-8"}


def run_block(commands: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a block as a shell does that stops at the first command that fails."""
    return subprocess.run(
        ["bash", "-ec", commands],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=5 * PATIENCE,
    )


def in_effect(server: Server, user: str) -> set[str]:
    """Return what holds for a user, one setting a line, as sshd itself says."""
    asked = [sshd_path(), "-T", "-f", str(server.config), "-C", f"user={user},host=h,addr=::1"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=PATIENCE)
    return set(told.stdout.splitlines())


def test_every_block_is_tried() -> None:
    tried = [block("sh", text) for text in [*CONNECTING, INSTALLING, RELOADING, ASKING]]
    assert sorted([text for _, text in blocks()]) == sorted([*tried, block(SSHD), block(SLICE)])


@pytest.mark.parametrize("command", CONNECTING)
def test_the_command_for_oneself_opens_hearts(
    tmp_path: Path, config: Path, environ: dict[str, str], command: str
) -> None:
    with Server(tmp_path / "sshd", environ) as server:
        line = block("sh", command).replace("ssh ", f"exec ssh -F {server.client_config()} ")
        with Terminal(["/bin/sh", "-c", line], environ_for(config)) as terminal:
            terminal.wait_for("all topics")
            terminal.press("q")
            assert terminal.wait_for_exit() == 0


def test_the_lines_for_installing_install(tmp_path: Path) -> None:
    """Without a network: what hearts needs is taken from the tests' own environment."""
    commands = block("sh", INSTALLING)
    for place in ("/opt/", "/usr/local/bin/"):
        assert place in commands
        own = tmp_path / Path(place).name
        own.mkdir()
        commands = commands.replace(place, f"{own}/")
    libraries = {"PYTHONPATH": sysconfig.get_path("purelib")}
    # The second is pip's way to say no to isolation, for which it would need the network.
    offline = {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
    done = run_block(commands, **libraries, **offline)
    assert done.returncode == 0, done.stderr
    installed = run_block(f"{tmp_path}/bin/hearts --version", **libraries)
    assert installed.stdout == f"hearts, version {__version__}\n", installed.stderr


def test_sshd_takes_the_lines_as_they_are(tmp_path: Path, environ: dict[str, str]) -> None:
    with Server(tmp_path / "sshd", environ, drop_in=block(SSHD)) as server:
        test = [sshd_path(), "-t", "-f", str(server.config)]
        subprocess.run(test, check=True, timeout=PATIENCE)


@pytest.mark.parametrize("guest", [False, True], ids=["fan", "guest"])
def test_the_lines_hold_for_hearts_accounts_and_no_others(
    tmp_path: Path, environ: dict[str, str], guest: bool
) -> None:
    lines = sshd_lines(tmp_path / "keys", guest=guest)
    with Server(tmp_path / "sshd", environ, drop_in=lines) as server:
        mine, others = in_effect(server, getpass.getuser()), in_effect(server, "nobody")
    command = f"forcecommand ulimit -d 300000 && exec {HEARTS} --kiosk"
    assert (f"{command} --guest" if guest else command) in mine
    assert (f"authorizedkeysfile {tmp_path / 'keys'}" in mine) == guest
    assert {line for line in mine if line.startswith("acceptenv")} == {
        "acceptenv LANG",
        "acceptenv LC_*",
        "acceptenv COLORTERM",
        "acceptenv NO_COLOR",
    }
    own = {*LOCKED, "maxsessions 1", "unusedconnectiontimeout 60", "clientaliveinterval 30"}
    assert own <= mine
    assert others >= OPEN
    assert {"maxstartups 10:30:60", "persourcemaxstartups 5", "logingracetime 30"} <= others


def test_a_running_sshd_takes_the_lines_up(
    tmp_path: Path, config: Path, environ: dict[str, str]
) -> None:
    """On the tests' server, which reloads as systemd makes it do: by SIGHUP."""
    with Server(tmp_path / "sshd", environ) as server:
        here = (
            f'sshd() {{ {sshd_path()} -f {server.config} "$@"; }}\n'
            f"systemctl() {{ kill -HUP {server.pid}; }}\n"
        )
        server.drop_in.write_text("Match User guest\n    PermitUserEnvironment no\n")
        refused = run_block(here + block("sh", RELOADING))
        assert "PermitUserEnvironment" in refused.stderr
        assert refused.returncode != 0
        server.drop_in.write_text(sshd_lines(server.keys, guest=False))
        taken = run_block(here + block("sh", RELOADING))
        assert (taken.returncode, taken.stderr) == (0, "")
        server.wait_until_listening()
        with Terminal(server.command("hearts"), environ_for(config)) as terminal:
            terminal.wait_for("all topics")
            terminal.press("q")
            assert terminal.wait_for_exit() == 0


def test_commands_are_answered_without_a_terminal(tmp_path: Path, environ: dict[str, str]) -> None:
    folder = tmp_path / "sshd"
    lines = sshd_lines(folder / "authorized", guest=False)
    with Server(folder, environ, drop_in=lines) as server:
        here = f'ssh() {{ command ssh -F {server.client_config()} "$@" </dev/null; }}\n'
        done = run_block(here + block("sh", ASKING))
    assert (done.returncode, done.stderr) == (0, "")
    short, *_, vote = done.stdout.splitlines()
    assert "anniversary" in short
    assert '"kind": "news"' in done.stdout
    assert vote.startswith("Saved: Wedding film")


def test_systemd_takes_the_limits(tmp_path: Path) -> None:
    unit = tmp_path / "user-1001.slice"
    unit.write_text(block(SLICE))
    verify = ["systemd-analyze", "verify", str(unit)]
    done = subprocess.run(verify, capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert done.stderr == ""
