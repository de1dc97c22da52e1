"""A guest starts with nothing and leaves nothing, however the session ends."""

import os
import signal
import stat
import time
from pathlib import Path

import pytest

from tests.end_to_end.terminal import HEARTS, PATIENCE, Terminal, environ_for

GUEST = [HEARTS, "--kiosk", "--guest"]
SIGNALS = [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM]
MOMENTS = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]
"""Seconds from the start; the folder is made within them."""


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Where the guests' folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


@pytest.fixture
def environ(config: Path, folders: Path) -> dict[str, str]:
    """What a guest has in the environment; the folder in it is that of the account."""
    return environ_for(config, TMPDIR=str(folders), XDG_STATE_HOME=str(config.parent / "state"))


def test_a_guest_is_never_on_a_board(tmp_path: Path, environ: dict[str, str]) -> None:
    """All guests are one account: a slip would be that of the last of them, and stay."""
    board = tmp_path / "board"
    board.mkdir()
    with Terminal([*GUEST, "--screen", "theories"], {**environ, "HEARTS_BOARD": str(board)}) as one:
        one.wait_for("Wedding film or divorce drama?")
        one.press("\r")
        one.wait_for("Enter vote")
        one.press("\r")
        one.wait_for("70% saved")
        one.press("q")
        assert one.wait_for_exit() == 0
    assert list(board.iterdir()) == []


def wait_for_folder(folders: Path) -> Path:
    """Wait until there is a guest's folder, and return it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for folder in folders.glob("hearts-guest-*"):
            return folder
    raise AssertionError("no folder was made")


def child_of(pid: int) -> int:
    """Return the process that a guest's session runs in."""
    (child,) = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(child)


def test_a_guest_has_a_folder_of_their_own(
    config: Path, folders: Path, environ: dict[str, str]
) -> None:
    config.mkdir()
    with Terminal([*GUEST, "--screen", "theories"], environ) as terminal:
        terminal.wait_for("Wedding film or divorce drama?")
        terminal.press("\r")
        terminal.wait_for("Enter vote")
        terminal.press("\r")
        terminal.wait_for("70% saved")
        folder = wait_for_folder(folders)
        assert (folder / "ballot.toml").exists()
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert list(folders.iterdir()) == []
    assert list(config.iterdir()) == []


def test_the_runtime_folder_comes_first(
    tmp_path: Path, folders: Path, environ: dict[str, str]
) -> None:
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    with Terminal(GUEST, {**environ, "XDG_RUNTIME_DIR": str(runtime)}) as terminal:
        wait_for_folder(runtime)
        assert list(folders.iterdir()) == []
        terminal.wait_for("all topics")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert list(runtime.iterdir()) == []


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_signal_in_the_first_moments_leaves_no_folder(
    folders: Path, environ: dict[str, str], number: signal.Signals, moment: float
) -> None:
    with Terminal(GUEST, environ) as terminal:
        terminal.read_for(moment)
        terminal.send(number)
        terminal.read_for(0.1)
        # Python loses an interrupt now and then while it starts itself.
        terminal.send(signal.SIGTERM)
        terminal.wait_for_exit()
    assert list(folders.iterdir()) == []


@pytest.mark.parametrize("key", ["\x03", "\x1c"], ids=["ctrl+c", "ctrl+backslash"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_key_in_the_first_moments_leaves_no_folder(
    folders: Path, environ: dict[str, str], key: str, moment: float
) -> None:
    with Terminal(GUEST, environ) as terminal:
        terminal.read_for(moment)
        terminal.press(key)
        terminal.read_for(0.1)
        terminal.send(signal.SIGTERM)
        terminal.wait_for_exit()
    assert list(folders.iterdir()) == []


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_as_soon_as_the_folder_is_there_leaves_none(
    folders: Path, environ: dict[str, str], number: signal.Signals
) -> None:
    for _ in range(3):
        with Terminal(GUEST, environ) as terminal:
            wait_for_folder(folders)
            terminal.send(number)
            terminal.wait_for_exit()
        assert list(folders.iterdir()) == []


def test_a_terminal_that_goes_leaves_no_folder(folders: Path, environ: dict[str, str]) -> None:
    with Terminal(GUEST, environ) as terminal:
        terminal.wait_for("all topics")
        terminal.hang_up()
        assert terminal.wait_for_end().code == 129
    assert list(folders.iterdir()) == []


def test_a_session_that_is_killed_leaves_no_folder_and_the_terminal_as_it_was(
    folders: Path, environ: dict[str, str]
) -> None:
    """As the kernel does where memory runs out."""
    with Terminal(GUEST, environ) as terminal:
        before = terminal.settings
        terminal.wait_for("all topics")
        os.kill(child_of(terminal.pid), signal.SIGKILL)
        assert terminal.wait_for_end().code == 128 + signal.SIGKILL
        assert terminal.settings == before
        terminal.wait_until_idle()
        assert terminal.sent.endswith(b"\x1b[?1049l\x1b[?25h")
    assert list(folders.iterdir()) == []


def wait_until_ended(pid: int) -> None:
    """Wait until a process, which is nobody's child here, is there no more."""
    end = time.monotonic() + PATIENCE
    while Path(f"/proc/{pid}/fd/0").is_symlink():
        assert time.monotonic() < end, "the process is still there"
        time.sleep(0.01)


def test_what_a_kill_leaves_the_next_guest_removes_but_nothing_in_use(
    folders: Path, environ: dict[str, str]
) -> None:
    with Terminal(GUEST, environ) as killed:
        killed.wait_for("all topics")
        left = wait_for_folder(folders)
        session = child_of(killed.pid)
        killed.send(signal.SIGKILL)
        killed.wait_for_end()
        wait_until_ended(session)
    assert left.exists()
    (left / "ballot.toml").write_text("")
    with Terminal(GUEST, environ) as one, Terminal(GUEST, environ) as other:
        for terminal in (one, other):
            terminal.wait_for("all topics")
        assert not left.exists()
        assert len(list(folders.iterdir())) == 2
        for terminal in (one, other):
            terminal.press("q")
            assert terminal.wait_for_exit() == 0
    assert list(folders.iterdir()) == []


def test_what_others_put_there_is_left_alone(
    tmp_path: Path, folders: Path, environ: dict[str, str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").touch()
    (folders / "hearts-guest-link").symlink_to(elsewhere)
    (folders / "hearts-guest-file").touch()
    (folders / "other").mkdir()
    with Terminal(GUEST, environ) as terminal:
        terminal.wait_for("all topics")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    left = {path.name for path in folders.iterdir()}
    assert left == {"hearts-guest-link", "hearts-guest-file", "other"}
    assert (elsewhere / "kept").exists()


def test_where_no_folder_can_be_made_it_says_so_and_does_not_start(
    config: Path, environ: dict[str, str]
) -> None:
    """No file can be written here, as on a full disk."""
    command = ["/bin/sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *GUEST]
    with Terminal(command, environ, columns=500) as terminal:
        assert terminal.wait_for_exit() == 2
        told = terminal.text.strip()
    assert told.startswith("hearts: no session can be opened for a guest (No usable temporary")
    assert told.endswith("); please tell whoever runs this host.")
    assert "\n" not in told
    assert not config.exists()


def test_guests_are_for_kiosks(environ: dict[str, str]) -> None:
    with Terminal([HEARTS, "--guest"], environ) as terminal:
        assert terminal.wait_for_exit() == 2
        assert terminal.text.strip() == "hearts: --guest goes with --kiosk."
