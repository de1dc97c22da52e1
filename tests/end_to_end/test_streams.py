"""Streams that lead elsewhere, and an end that comes before the beginning."""

import random
import signal
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
        terminal.wait_for("next in")
        terminal.press("2")
        terminal.wait_for("makers")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert errors == Path("/dev/null") or errors.read_text() == ""


@pytest.mark.parametrize("seed", range(5))
def test_an_interrupt_during_the_start_is_no_traceback(config: Path, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(4):
        with Terminal([HEARTS], environ_for(config)) as terminal:
            terminal.wait_until_python_lets_go(signal.SIGINT)
            time.sleep(chance.uniform(0, 0.25))
            terminal.send(signal.SIGINT)
            assert terminal.wait_for_exit() in (-signal.SIGINT, 128 + signal.SIGINT)
        assert b"Traceback" not in terminal.sent


def test_ctrl_c_says_how_to_quit(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_for("next in")
        terminal.press("\x03")
        terminal.wait_for("Press q to quit. Everything is saved")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_ctrl_c_names_the_user_s_own_key(config: Path) -> None:
    config.mkdir(parents=True)
    (config / "settings.toml").write_text('format = 1\n[keys]\nquit = "Z"\n')
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_for("next in")
        terminal.press("\x03")
        terminal.wait_for("Press Z to quit.")
        terminal.press("Z")
        assert terminal.wait_for_exit() == 0
