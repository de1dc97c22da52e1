"""What docs/install.md says is done as it says, block by block."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from hearts_tui import __version__
from tests.end_to_end.guide import INSTALL, block, blocks
from tests.end_to_end.ssh import Server
from tests.end_to_end.terminal import PATIENCE, Terminal, environ_for

ROOT = INSTALL.parents[1]
BUILDING, CARRYING, READING = "build_pyz", "scp", "--version"
REMOVING, INSTALLING = "rm -rf", "pip install"
VERSION = f"hearts, version {__version__}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the guide's first block has been run."""
    folder = tmp_path_factory.mktemp("clone")
    commands = block("sh", BUILDING, INSTALL)
    for written, here in ((".venv/bin/python", sys.executable), ("tools/", f"{ROOT}/tools/")):
        assert written in commands
        commands = commands.replace(written, here)
    run(commands, folder, folder)
    return folder


def run(commands: str, folder: Path, home: Path, **environ: str) -> str:
    """Run commands as a shell does that stops at the first that fails; return what they print."""
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        ["bash", "-ec", commands],
        cwd=folder,
        env={"HOME": str(home), "PATH": path, **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=5 * PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_block_is_tried() -> None:
    tried = [BUILDING, CARRYING, READING, REMOVING, INSTALLING]
    assert sorted(text for _, text in blocks(INSTALL)) == sorted(
        block("sh", text, INSTALL) for text in tried
    )


def test_two_commands_bring_it_over_and_run_it(folder: Path, tmp_path: Path, config: Path) -> None:
    """On the tests' server, which has the home of who runs them: the file goes elsewhere."""
    there = tmp_path / "there"
    there.mkdir()
    environ = {"HEARTS_CONFIG_DIR": str(config), "XDG_CACHE_HOME": str(there), "LANG": "C.UTF-8"}
    with Server(tmp_path / "sshd", environ) as server:
        bringing, running = block("sh", CARRYING, INSTALL).splitlines()
        client = f"-F {server.client_config()}"
        run(
            bringing.replace("scp", f"scp {client}").replace("host:", f"host:{there}/"),
            folder,
            there,
        )
        line = running.replace("ssh", f"exec ssh {client}").replace("./", f"{there}/")
        with Terminal(["/bin/sh", "-c", line], environ_for(config)) as terminal:
            terminal.wait_for("all topics")
            terminal.press("q")
            assert terminal.wait_for_exit() == 0
    assert (there / "hearts-tui").is_dir()


def test_python_reads_the_file_and_all_of_it_can_be_taken_away(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "hearts.pyz").write_bytes((folder / "hearts.pyz").read_bytes())
    assert run(block("sh", READING, INSTALL), tmp_path, tmp_path) == VERSION
    assert (tmp_path / ".cache" / "hearts-tui").is_dir()
    run(block("sh", REMOVING, INSTALL), tmp_path, tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == [".cache"]


def test_the_lines_for_a_command_install_one(tmp_path: Path) -> None:
    """Without a network: what hearts needs is taken from the tests' own environment."""
    libraries = {"PYTHONPATH": sysconfig.get_path("purelib")}
    # The second is pip's way to say no to isolation, for which it would need the network.
    offline = {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
    run(block("sh", INSTALLING, INSTALL), ROOT, tmp_path, **libraries, **offline)
    assert run("~/.local/bin/hearts --version", tmp_path, tmp_path, **libraries) == VERSION
