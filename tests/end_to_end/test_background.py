"""hearts goes with a terminal that says that it is light, and waits for none that says nothing."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from hearts_tui.terminal.background import QUESTION
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for, sleeps_of

LIGHT, DARK = "faf7ff", "15101f"
"""The grounds of the two themes."""

ASKED = QUESTION.encode()
DEVICE = "\x1b[?64;1;22c"
WHITE, BLACK = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b]11;rgb:0000/0000/0000\x1b\\"
START = [HEARTS, "--screen", "cast"]


@pytest.fixture
def visited(config: Path) -> Path:
    """The folder of somebody who has been here before."""
    config.mkdir()
    return config


def ground(terminal: Terminal) -> str:
    """Return the color behind the list."""
    return str(terminal.screen.buffer[5][10].bg)


def quit_and_see(terminal: Terminal) -> None:
    """Quit, and see that everything is as it was and nothing is left."""
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert "rgb:" not in terminal.text
    assert terminal.sent.count(ASKED) <= 1


def wait_for_ground(terminal: Terminal, color: str) -> None:
    terminal.wait_until(lambda _: ground(terminal) == color)


@pytest.mark.parametrize(
    "answer",
    [
        WHITE + DEVICE,
        "\x1b]11;rgb:ff/ff/f0\x07" + DEVICE,
        "\x1b]11;rgba:ffff/ffff/dddd/ffff\x1b\\" + DEVICE,
        WHITE,
    ],
    ids=["xterm", "bell", "with alpha", "no device"],
)
def test_a_light_terminal_makes_hearts_light(visited: Path, answer: str) -> None:
    with Terminal(START, environ_for(visited)) as terminal:
        terminal.wait_for_bytes(ASKED)
        terminal.press(answer)
        wait_for_ground(terminal, LIGHT)
        terminal.wait_for("Cassie")
        quit_and_see(terminal)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        DEVICE,
        BLACK + DEVICE,
        DEVICE + WHITE,
        "\x1b]11;rgb:zz/ff/ff\x1b\\" + DEVICE,
        "\x1b]11;white\x1b\\" + DEVICE,
        "\x1b]11;?\x1b\\\x1b[c",
        "\x1b]11;" + "f" * 5_000 + "\x1b\\" + DEVICE,
        "\x1b]10;rgb:ffff/ffff/ffff\x1b\\" + DEVICE,
    ],
    ids=[
        *("nothing", "device only", "black", "after the device", "no color", "a name"),
        *("an echo", "endless", "the foreground"),
    ],
)
def test_any_other_answer_leaves_it_dark(visited: Path, answer: str) -> None:
    with Terminal(START, environ_for(visited)) as terminal:
        terminal.wait_for_bytes(ASKED)
        terminal.press(answer)
        terminal.wait_for("Cassie")
        terminal.wait_until_idle()
        assert ground(terminal) == DARK
        terminal.press("j")
        quit_and_see(terminal)


def test_a_late_answer_is_dropped_without_a_trace(visited: Path) -> None:
    with Terminal(START, environ_for(visited)) as terminal:
        terminal.wait_until_drawn()
        terminal.wait_until_idle()
        before = terminal.text
        terminal.press(WHITE + DEVICE)
        terminal.wait_until_idle()
        assert terminal.text == before
        assert ground(terminal) == DARK
        quit_and_see(terminal)


PATIENT = """
from hearts_tui.terminal import background, shutdown

background._SECONDS_TO_STAY = 60
shutdown._SAVED_BY, shutdown._RESTORED_BY, shutdown._LAST = 60, 61, 62
from hearts_tui.cli.main import main

main()
"""
"""hearts that waits longer for an answer, so that the test has the time to give it."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_what_ends_it_leaves_no_answer_to_the_shell(
    visited: Path, tmp_path: Path, number: signal.Signals
) -> None:
    script = tmp_path / "patient.py"
    script.write_text(PATIENT)
    environ = environ_for(visited, PS1="ready> ")
    with Terminal(["/bin/sh", "-i"], environ) as terminal:
        terminal.wait_for("ready>")
        terminal.press(f"{sys.executable} {script} --screen cast\n")
        terminal.wait_for_bytes(ASKED)
        [child] = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()
        os.kill(int(child), number)
        wait_until_idle_or_gone(int(child))
        terminal.press(WHITE + DEVICE)
        terminal.wait_for_bytes(b"\x1b[?1049l")
        terminal.press("echo o''ver\n")
        terminal.wait_for("over")
        assert "rgb" not in terminal.text
        assert "64;1" not in terminal.text


def wait_until_idle_or_gone(pid: int) -> None:
    """Wait until a process has done all that it does by itself, or is over."""
    before = None
    while Path(f"/proc/{pid}").exists() and (before is None or before != sleeps_of(pid)):
        before = sleeps_of(pid)
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("setting", "color"), [("dark", DARK), ("light", LIGHT), ("contrast", "000000")]
)
def test_a_setting_wins_and_nobody_is_asked(visited: Path, setting: str, color: str) -> None:
    (visited / "settings.toml").write_text(f'theme = "{setting}"\n')
    with Terminal(START, environ_for(visited)) as terminal:
        terminal.wait_until_drawn()
        terminal.wait_until_idle()
        assert ground(terminal) == color
        assert ASKED not in terminal.sent
        quit_and_see(terminal)


@pytest.mark.parametrize(
    "variables",
    [
        {"TERM": "linux"},
        {"TERM": "linux", "COLORTERM": "truecolor"},
        {"TERM": "vt100", "COLORTERM": ""},
        {"NO_COLOR": "1"},
        {"TERM": "xterm", "COLORTERM": ""},
    ],
    ids=lambda variables: " ".join(f"{name}={value}" for name, value in variables.items()),
)
def test_a_terminal_that_could_not_be_light_is_not_asked(
    visited: Path, variables: dict[str, str]
) -> None:
    with Terminal(START, environ_for(visited, **variables)) as terminal:
        terminal.wait_for("Cassie")
        assert b"\x1b]11;" not in terminal.sent
        quit_and_see(terminal)


def test_it_asks_over_ssh_and_on_a_plain_wire(visited: Path) -> None:
    environ = environ_for(visited, SSH_CONNECTION="::1 1 ::1 22", HEARTS_WIRE="plain")
    with Terminal(START, environ) as terminal:
        terminal.wait_for_bytes(ASKED)
        terminal.press(WHITE + DEVICE)
        wait_for_ground(terminal, LIGHT)
        quit_and_see(terminal)


def test_what_was_told_holds_where_the_setting_is_auto_again(visited: Path) -> None:
    with Terminal(START, environ_for(visited)) as terminal:
        terminal.wait_for_bytes(ASKED)
        terminal.press(WHITE + DEVICE)
        wait_for_ground(terminal, LIGHT)
        for choice, color in (("j", DARK), ("k", LIGHT)):
            terminal.press(",")
            terminal.wait_for("Sequel rumors")
            terminal.press("jj")
            terminal.wait_for("Auto goes with")
            terminal.press("\r")
            terminal.wait_for("○ contrast")
            terminal.press(f"{choice}\r")
            terminal.wait_until_gone("○ contrast")
            # The list comes back, after a moment without any window.
            terminal.wait_for("Sequel rumors")
            terminal.press("\x1b")
            terminal.wait_until_gone("Sequel rumors")
            wait_for_ground(terminal, color)
        quit_and_see(terminal)
