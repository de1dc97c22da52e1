"""Whatever happens to the terminal, hearts ends by itself, and nothing is lost."""

import os
import signal
from pathlib import Path

import pytest

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

AT_ONCE, STALLED = 2.0, 5.0
"""Seconds that no end takes but one that hangs; benchmarks/ghosts.py tells how long it takes."""

SIGNALS = [
    (signal.SIGHUP, 129),
    (signal.SIGINT, 130),
    (signal.SIGQUIT, 131),
    (signal.SIGTERM, 143),
]
PYTHON_STARTS = 0.05
"""Seconds in which Python may still start; later moments count from when hearts has begun."""

CTRL_S = "\x13"
SWITCHED_OFF = [b"?1000l", b"?1003l", b"?1006l", b"?2004l", b"?1004l", b"?1049l", b"?25h", b"<u"]


def ignoring_hangups(*arguments: str) -> list[str]:
    """Return the command as nohup would start it."""
    return ["/bin/sh", "-c", 'trap \'\' HUP; exec "$0" "$@"', HEARTS, *arguments]


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_a_signal_ends_it_and_the_terminal_is_as_before(
    config: Path, number: signal.Signals, code: int
) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        before = terminal.settings
        terminal.wait_for("So, is the sequel")
        terminal.wait_until_idle()
        assert terminal.settings != before
        terminal.send(number)
        end = terminal.wait_for_end()
        assert terminal.settings == before
        terminal.wait_until_idle()
        after = terminal.sent[terminal.sent.rindex(b"\x1b[?1049h") :]
    assert (end.code, end.seconds < AT_ONCE) == (code, True), end
    assert [mode for mode in SWITCHED_OFF if b"\x1b[" + mode not in after] == []
    assert after.endswith(b"\x1b[?25h")


@pytest.mark.parametrize(("number", "code"), SIGNALS)
@pytest.mark.parametrize("moment", [0.03, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3])
def test_a_signal_at_an_odd_moment_leaves_nothing_behind(
    config: Path, number: signal.Signals, code: int, moment: float
) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        before = terminal.settings
        if moment > PYTHON_STARTS:
            terminal.wait_until_python_lets_go()
        terminal.read_for(moment)
        terminal.send(number)
        end = terminal.wait_for_end()
        assert terminal.settings == before
        terminal.wait_until_idle()
    # In its first moments it is Python that ends, before a line of hearts has run.
    assert end.code in (code, -number) or b"KeyboardInterrupt" in terminal.sent[:2000]
    assert end.seconds < AT_ONCE
    assert terminal.sent.count(b"\x1b[?1049h") == terminal.sent.count(b"\x1b[?1049l")
    if moment > PYTHON_STARTS:
        assert b"Traceback" not in terminal.sent


@pytest.mark.parametrize("command", [[HEARTS], ignoring_hangups()], ids=["plain", "nohup"])
def test_it_goes_when_its_terminal_goes(config: Path, command: list[str]) -> None:
    with Terminal(command, environ_for(config)) as terminal:
        terminal.wait_for("So, is the sequel")
        terminal.wait_until_idle()
        terminal.hang_up()
        end = terminal.wait_for_end()
    assert (end.code, end.seconds < AT_ONCE, end.processor < 0.3) == (129, True, True), end


def test_an_ignored_hangup_stays_ignored_while_the_terminal_is_there(config: Path) -> None:
    with Terminal(ignoring_hangups(), environ_for(config)) as terminal:
        terminal.wait_for("So, is the sequel")
        terminal.send(signal.SIGHUP)
        terminal.press("2")
        terminal.wait_for("Cassie Salazar")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize(("number", "code"), [SIGNALS[0], SIGNALS[3]])
def test_a_terminal_that_takes_nothing_more_does_not_hold_it(
    config: Path, number: signal.Signals, code: int
) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        before = terminal.settings
        terminal.wait_for("So, is the sequel")
        terminal.stall()
        terminal.send(number)
        end = terminal.wait_for_end()
        assert terminal.settings == before
    assert (end.code, end.seconds < STALLED) == (code, True), end


def test_a_stalled_terminal_that_goes_does_not_hold_it(config: Path) -> None:
    with Terminal(ignoring_hangups(), environ_for(config)) as terminal:
        terminal.wait_for("So, is the sequel")
        terminal.stall()
        terminal.hang_up()
        end = terminal.wait_for_end()
    assert (end.code, end.seconds < STALLED) == (129, True), end


@pytest.mark.parametrize("wire", ["", "plain"])
def test_ctrl_s_while_it_ends_does_not_hold_it(config: Path, wire: str) -> None:
    with Terminal([HEARTS], environ_for(config, HEARTS_WIRE=wire)) as terminal:
        before = terminal.settings
        terminal.wait_for("So, is the sequel")
        terminal.press("q")
        assert terminal.hold_until_exit(CTRL_S) == 0
        assert terminal.settings == before
        after = terminal.sent[terminal.sent.rindex(b"\x1b[?1049l") :]
    assert after.endswith(b"\x1b[?25h\x1b[?1004l")


def test_ctrl_s_does_not_hold_the_last_words(config: Path) -> None:
    """What is written once the terminal has its settings back can be held, and is given up."""
    command = [HEARTS, "--kiosk", "--idle-minutes", "0.02"]
    with Terminal(command, environ_for(config)) as terminal:
        before = terminal.settings
        terminal.wait_for("So, is the sequel")
        terminal.wait_for_settings(before)
        assert terminal.hold_until_exit(CTRL_S) == 0


def test_a_kiosk_ends_by_itself_where_the_terminal_takes_no_more(config: Path) -> None:
    command = [HEARTS, "--kiosk", "--idle-minutes", "0.02"]
    with Terminal(command, environ_for(config)) as terminal:
        before = terminal.settings
        terminal.wait_for("So, is the sequel")
        terminal.stall()
        assert terminal.wait_for_end().code == 0
        assert terminal.settings == before


@pytest.mark.parametrize("ending", ["hang up", "SIGHUP", "SIGTERM"])
def test_a_vote_that_was_shown_as_saved_is_there_after_the_end(config: Path, ending: str) -> None:
    command = [HEARTS, "--screen", "theories"]
    with Terminal(command, environ_for(config)) as terminal:
        terminal.wait_for("Wedding film or divorce drama?")
        terminal.press("\r")
        terminal.wait_for("Enter vote")
        terminal.press("j\r")
        terminal.wait_for("you: Divorce drama 70%")
        if ending == "hang up":
            terminal.hang_up()
        else:
            terminal.send(signal.Signals[ending])
        terminal.wait_for_end()
    with Terminal(command, environ_for(config)) as terminal:
        terminal.wait_for("you: Divorce drama 70%")


def test_what_is_being_saved_at_the_end_is_saved(config: Path) -> None:
    """Stars are given in a row and the terminal goes in the middle: no file is left half made."""
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_for("So, is the sequel")
        terminal.wait_until_idle()
        terminal.press("fjfjfjfj")
        terminal.read_for(0.05)
        terminal.hang_up()
        assert terminal.wait_for_end().code == 129
    assert [path.name for path in config.iterdir() if path.name.endswith(".new")] == []


def test_a_stop_and_a_return_draw_everything_again(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        before = terminal.settings
        terminal.wait_for("So, is the sequel")
        terminal.wait_until_idle()
        shown = terminal.text
        for stop in (signal.SIGSTOP, signal.SIGTSTP, signal.SIGSTOP):
            terminal.send(stop)
            os.waitpid(terminal.pid, os.WUNTRACED)
            terminal.wait_until_idle()
            assert (terminal.settings == before) == (stop is signal.SIGTSTP)
            terminal.screen.reset()
            terminal.send(signal.SIGCONT)
            terminal.wait_for("So, is the sequel")
            terminal.wait_until_idle()
            assert terminal.text == shown
        terminal.press("2")
        terminal.wait_for("Cassie Salazar")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.settings == before


def test_ctrl_z_goes_to_the_shell_and_back(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        terminal.press("\x1a")
        os.waitpid(terminal.pid, os.WUNTRACED)
        terminal.wait_until_idle()
        assert b"\x1b[?1049l" in terminal.sent
        terminal.send(signal.SIGCONT)
        terminal.screen.reset()
        terminal.wait_for("all topics")
        terminal.wait_until_drawn()
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
