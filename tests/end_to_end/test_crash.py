"""A crash is one sentence, a log that only the user can read, and a terminal in order."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.end_to_end.terminal import Terminal, environ_for

BROKEN = {
    "key": "HeartsApp.action_about = lambda app: 1 / 0",
    "worker": "HeartsApp.action_about = lambda app: app.run_worker(fail, thread=True)",
    "task": "HeartsApp.action_about = lambda app: app.call_later(fail)",
    "output": "HeartsApp.action_about = break_output",
    "panic": "HeartsApp.action_about = lambda app: app.panic('ZeroDivisionError: division')",
}
AT_START = {
    "mount": "HeartsApp.on_mount = fail",
    "ready": "HeartsApp.on_ready = fail",
    "making": "HeartsApp.__init__ = fail",
    "running": "HeartsApp.run = fail",
    "painter": "Renderer.feed = fail",
    "driver": "HeartsDriver._enable_bracketed_paste = fail",
}


def command(breaking: str) -> list[str]:
    code = (
        "from hearts_tui.app import HeartsApp\n"
        "from hearts_tui.terminal.drivers import HeartsDriver\n"
        "from hearts_tui.cli.main import main\n"
        "from hearts_tui.terminal.diff_driver.parser import Renderer\n"
        "import sys\n"
        "def fail(*_, **__): 1 / 0\n"
        "def break_output(app): app._driver.wire.write = fail; app.bell()\n"
        f"{breaking}\n"
        "sys.argv = ['hearts']\n"
        "main()\n"
    )
    return [sys.executable, "-c", code]


def told(terminal: Terminal) -> str:
    """What stands in the terminal after the app has left its own screen."""
    left = terminal.sent.decode().rpartition("\x1b[?1049l")[2]
    return re.sub(r"\x1b\[\??\d+[a-z]", "", left).strip()


@pytest.mark.parametrize("breaking", [*BROKEN, *AT_START])
def test_a_crash_is_one_sentence_and_a_log(config: Path, breaking: str) -> None:
    environ = environ_for(config, XDG_STATE_HOME=str(config.parent / "state"))
    code = {**BROKEN, **AT_START}[breaking]
    with Terminal(command(code), environ, columns=200) as terminal:
        before = terminal.settings
        if breaking in BROKEN:
            terminal.wait_for("So, is the sequel")
            terminal.wait_until_idle()
            terminal.press("i")
        assert terminal.wait_for_exit() == 1
        assert terminal.settings == before
    log = config.parent / "state" / "hearts-tui" / "log" / "crash.log"
    assert told(terminal) == f"hearts: sorry, something went wrong; the details are in {log}."
    assert log.stat().st_mode & 0o777 == 0o600
    assert "ZeroDivisionError: division" in log.read_text()


TRIPPING = """
take, errors = Renderer.take, []
def trip(painter):
    if errors:
        raise errors.pop()
    return take(painter)
Renderer.take = trip
HeartsApp.action_about = lambda app: errors.append(ValueError()) or app.screen.refresh()
"""


def test_after_an_error_of_the_renderer_everything_is_painted_anew(config: Path) -> None:
    with Terminal(command(TRIPPING), environ_for(config, HEARTS_NOW=NOW)) as terminal:
        terminal.wait_until_drawn()
        terminal.wait_until_idle()
        looks = terminal.text
        terminal.screen.reset()
        terminal.press("i")
        terminal.wait_until_drawn()
        terminal.wait_until_idle()
        assert terminal.text == looks
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


TRIPPING_AT_THE_END = """
trips = []
take, paint = Renderer.take, Renderer._paint
def trip(painter):
    if trips:
        raise ValueError(trips.pop())
    return METHOD(painter)
Renderer.METHOD = trip
HeartsApp.action_about = lambda app: trips.append("at the end") or app.exit()
"""


@pytest.mark.parametrize("method", ["take", "_paint"])
def test_an_error_of_the_renderer_at_the_end_leaves_the_terminal_in_order(
    config: Path, method: str
) -> None:
    code = TRIPPING_AT_THE_END.replace("Renderer.METHOD", f"Renderer.{method}")
    code = code.replace("METHOD", method.removeprefix("_"))
    with Terminal(command(code), environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        terminal.wait_until_idle()
        terminal.press("i")
        assert terminal.wait_for_exit() == 0
    left = terminal.sent.rpartition(b"\x1b[?1049l")
    assert left[1]
    assert b"\x1b[?25h" in left[2]
    for mode in (b"?1000l", b"?2004l", b"?7h"):
        assert mode in terminal.sent[-400:]


def test_a_log_that_can_t_be_kept_is_told_of(config: Path) -> None:
    environ = environ_for(config, XDG_STATE_HOME="/dev/null")
    with Terminal(command(BROKEN["key"]), environ, columns=200) as terminal:
        terminal.wait_for("So, is the sequel")
        terminal.wait_until_idle()
        terminal.press("i")
        assert terminal.wait_for_exit() == 1
    assert told(terminal) == (
        "hearts: sorry, something went wrong (ZeroDivisionError: division by zero), and the "
        "details can't be kept in /dev/null/hearts-tui/log/crash.log (Not a directory)."
    )


def test_a_log_that_is_a_pipe_is_not_waited_for(config: Path) -> None:
    log = config.parent / "state" / "hearts-tui" / "log" / "crash.log"
    log.parent.mkdir(parents=True)
    os.mkfifo(log)
    environ = environ_for(config, XDG_STATE_HOME=str(config.parent / "state"))
    with Terminal(command(AT_START["making"]), environ, columns=200) as terminal:
        assert terminal.wait_for_exit() == 1
    assert "the details can't be kept in" in told(terminal)
