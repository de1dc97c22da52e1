"""Streams that lead elsewhere, and an end that comes before the beginning."""

import base64
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

IN_SHELL = ["/bin/sh", "-c", 'exec "$0" 2>"$1"', HEARTS]


@pytest.mark.parametrize("wire", ["", "plain"])
@pytest.mark.parametrize("kind", ["file", "null"])
def test_with_errors_redirected_it_draws_on_the_terminal(
    config: Path, tmp_path: Path, kind: str, wire: str
) -> None:
    errors = tmp_path / "errors" if kind == "file" else Path("/dev/null")
    environ = environ_for(config, HEARTS_WIRE=wire)
    with Terminal([*IN_SHELL, str(errors)], environ) as terminal:
        terminal.wait_until_drawn()
        terminal.press("2")
        terminal.wait_for("makers")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert errors == Path("/dev/null") or errors.read_text() == ""


def test_with_errors_closed_it_draws_all_that_the_terminal_has(config: Path) -> None:
    command = ["/bin/sh", "-c", 'exec "$0" 2>&-', HEARTS]
    with Terminal(command, environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        terminal.wait_for("✓ Nov")
        assert str(Path(f"/proc/{terminal.pid}/fd/2").readlink()) == "/dev/null"
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


NO_OUTPUT = "standard output is not a terminal to draw on; run it without > and |."
NO_INPUT = "standard input is not a terminal to read keys from; run it without < and |."


@pytest.mark.parametrize(
    ("redirection", "told"),
    [
        (">/dev/null", NO_OUTPUT),
        (">&-", NO_OUTPUT),
        ("</dev/null", NO_INPUT),
        ("<&-", NO_INPUT),
        ("</dev/null >&-", "no terminal here; over SSH, ask for one with ssh -t."),
    ],
)
def test_a_stream_that_leads_elsewhere_is_named(config: Path, redirection: str, told: str) -> None:
    command = ["/bin/sh", "-c", f'exec "$0" {redirection}', HEARTS]
    with Terminal(command, environ_for(config), columns=200) as terminal:
        assert terminal.wait_for_exit() == 2
    assert terminal.sent.decode() == f"hearts: {told}\r\n"


NON_BLOCKING = """
import fcntl, os, sys
fcntl.fcntl(2, fcntl.F_SETFL, fcntl.fcntl(2, fcntl.F_GETFL) | os.O_NONBLOCK)
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.mark.parametrize("wire", ["", "plain"])
def test_a_terminal_left_in_non_blocking_mode_is_drawn_on_whole(config: Path, wire: str) -> None:
    command = [sys.executable, "-c", NON_BLOCKING, HEARTS]
    with Terminal(command, environ_for(config, HEARTS_WIRE=wire), 200, 60) as terminal:
        terminal.wait_until_drawn()
        terminal.stall(presses=4)
        terminal.press("2")
        terminal.wait_for("makers")
        terminal.wait_for_row("quit", 59)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("seed", range(5))
def test_an_interrupt_during_the_start_is_no_traceback(config: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(4):
        with Terminal([HEARTS], environ_for(config)) as terminal:
            terminal.wait_until_python_lets_go()
            time.sleep(chance.uniform(0, 0.25))
            terminal.send(signal.SIGINT)
            assert terminal.wait_for_exit() in (-signal.SIGINT, 128 + signal.SIGINT)
        assert b"Traceback" not in terminal.sent


def test_ctrl_c_says_how_to_quit(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        terminal.press("\x03")
        terminal.wait_for("Press q to quit. Everything is saved")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize(
    ("opening", "opened"), [("/", "type to filter"), ("?", "Mark it read"), (",", "Colors")]
)
def test_ctrl_c_says_how_to_quit_where_q_is_text_or_closes_a_page(
    config: Path, opening: str, opened: str
) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        terminal.press(opening)
        terminal.wait_for(opened)
        terminal.press("\x03")
        terminal.wait_for("Press Esc to go back, then q to quit.")
        terminal.press("\x1b")
        terminal.wait_until_gone(opened)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_ctrl_c_copies_what_is_selected_in_an_input(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        terminal.press("/")
        terminal.wait_for("type to filter")
        terminal.press("abc\x1b[1;2D\x1b[1;2D\x03")
        terminal.wait_for_bytes(b"\x1b]52;c;" + base64.b64encode(b"bc"))
        terminal.wait_for("abc")
        assert "Press Esc" not in terminal.text
        terminal.press("\x1b")
        terminal.wait_until_gone("abc")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_ctrl_c_names_the_user_s_own_key(config: Path) -> None:
    config.mkdir(parents=True)
    (config / "settings.toml").write_text('format = 1\n[keys]\nquit = "Z"\n')
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        terminal.press("\x03")
        terminal.wait_for("Press Z to quit.")
        terminal.press("Z")
        assert terminal.wait_for_exit() == 0
