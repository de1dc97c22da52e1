"""What the doctor finds, in real terminals, folders and files."""

import ast
import json
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import pyte.screens
import pytest

import hearts_tui
from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.checkup.terminal import GLYPHS
from hearts_tui.cli.options import hearts
from hearts_tui.cli.workspace import Workspace
from tests.cli.running import HEARTS, environ, run
from tests.end_to_end.terminal import Terminal, environ_for

DOCTOR = [HEARTS, "doctor"]


class AnsweringTerminal(Terminal):
    """A terminal that says where its cursor is, as all but the simplest do."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.screen.write_process_input = lambda data: os.write(self._fd, data.encode())


def findings(config: Path, **more: str) -> dict[str, Any]:
    done = run(config, "doctor", "--json", **more)
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    assert answer["version"] == 1
    found = {each["about"]: each for each in answer["findings"]}
    assert all(each["todo"] for each in found.values() if each["level"] != "ok")
    assert answer["well"] is all(each["level"] != "wrong" for each in found.values())
    assert done.returncode == (0 if answer["well"] else 1)
    return found


def test_a_healthy_place_is_told_so_and_left_as_it_was(config: Path) -> None:
    with AnsweringTerminal(DOCTOR, environ_for(config), 80, 40) as terminal:
        before = terminal.settings
        terminal.wait_for("All is well.")
        assert terminal.settings == before
        assert terminal.wait_for_exit() == 0
        lines = [line.rstrip() for line in terminal.screen.display]
    assert lines[:4] == [
        "terminal: TERM=xterm-256color",
        "size: 80x40",
        "colors: 16 million",
        "encoding: UTF-8, the locale is C.UTF-8",
    ]
    assert re.fullmatch(r"round trip: \d+\.\d ms", lines[4]) or "note" in lines[4]
    assert f"widths: all {len(GLYPHS)} characters take one cell" in lines
    assert not config.exists()


def test_without_unicode_it_speaks_ascii_and_says_why(config: Path) -> None:
    with AnsweringTerminal(DOCTOR, environ_for(config, LANG="C"), 100, 40) as terminal:
        terminal.wait_for("All is well.")
        assert "encoding: note, ASCII, the locale is C\n" in re.sub(" +\n", "\n", terminal.text)
        assert "set LANG to a UTF-8 locale: C.UTF-8 will do." in terminal.text
        assert "widths" not in terminal.text
        assert terminal.wait_for_exit() == 0
        assert terminal.sent.isascii()


def test_a_small_window_is_wrong(config: Path) -> None:
    with AnsweringTerminal(DOCTOR, environ_for(config), 29, 60) as terminal:
        terminal.wait_for("Something is wrong")
        assert "size: wrong, 29x60" in terminal.text
        assert terminal.wait_for_exit() == 1


def test_wide_characters_are_named(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = pyte.screens.wcwidth
    monkeypatch.setattr(pyte.screens, "wcwidth", lambda char: 2 if char in "★○" else usual(char))
    with AnsweringTerminal(DOCTOR, environ_for(config), 120, 40) as terminal:
        terminal.wait_for_bytes(b"Something is wrong")
        assert "widths: wrong, not one cell: ○ 2, ★ 2\r\n" in terminal.sent.decode()
        assert terminal.wait_for_exit() == 1


def test_a_terminal_that_does_not_answer_is_told_of(config: Path) -> None:
    with Terminal(DOCTOR, environ_for(config), 80, 40) as terminal:
        before = terminal.settings
        terminal.wait_for("All is well.")
        assert "round trip: note, the terminal doesn't say where its cursor is" in terminal.text
        assert terminal.settings == before
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("end", ["\x03", "\x1c", "SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_what_ends_it_while_it_asks_leaves_the_terminal_as_it_was(config: Path, end: str) -> None:
    with Terminal(DOCTOR, environ_for(config), 80, 40) as terminal:
        before = terminal.settings
        # Nobody answers, so that it goes on waiting.
        terminal.wait_for_bytes(b"\x1b[6n")
        assert terminal.settings != before
        if end.startswith("SIG"):
            terminal.send(signal.Signals[end])
        else:
            terminal.press(end)
        assert terminal.wait_for_exit() < 0
        assert terminal.settings == before
        assert b"round trip" not in terminal.sent


def test_a_stop_waits_until_the_terminal_is_as_it_was(config: Path) -> None:
    # This shell leaves the terminal as a stopped program has it.
    with Terminal(["/bin/sh", "-i"], environ_for(config, PS1="ready> "), 80, 40) as terminal:
        terminal.wait_for("ready>")
        before = terminal.settings
        terminal.press(f"{HEARTS} doctor\n")
        terminal.wait_for_bytes(b"\x1b[6n")
        terminal.press("\x1a")
        terminal.wait_for("Stopped")
        assert terminal.settings == before
        terminal.press("fg\n")
        terminal.wait_for("All is well.")


def test_what_is_typed_meanwhile_is_no_answer(config: Path) -> None:
    with AnsweringTerminal(DOCTOR, environ_for(config), 80, 40) as terminal:
        terminal.press("\x1b[5;7Rls\n" * 20)
        terminal.wait_for("All is well.")
        assert f"widths: all {len(GLYPHS)} characters take one cell" in terminal.text
        assert terminal.wait_for_exit() == 0


def test_a_dumb_terminal_is_wrong(config: Path) -> None:
    with AnsweringTerminal(DOCTOR, environ_for(config, TERM="dumb"), 100, 40) as terminal:
        terminal.wait_for("Something is wrong")
        assert "terminal: wrong, TERM=dumb, which can't show full screens" in terminal.text
        assert terminal.wait_for_exit() == 1


def test_without_a_terminal_the_rest_is_looked_at(config: Path) -> None:
    found = findings(config, NO_COLOR="1", TTY_COMPATIBLE="0", SSH_TTY="/dev/pts/7")
    assert found["terminal"]["level"] == "note"
    assert found["colors"]["says"] == "none, for NO_COLOR is set"
    assert "NO_COLOR=1" in found["variables"]["says"]
    assert "TTY_COMPATIBLE=0" in found["variables"]["says"]
    assert found["ssh"]["says"] == "yes, so nothing moves by itself"
    assert re.fullmatch(r"\d+ items in .*", found["content"]["says"])
    assert found["folder"]["says"] == "~/config, not there yet"


@pytest.mark.parametrize(
    ("name", "value"),
    [("TEXTUAL_FPS", "many"), ("HEARTS_NOW", "soon"), ("HEARTS_WIRE", "thin"), ("ESCDELAY", "0")],
)
def test_a_variable_that_cannot_be_used_is_named(config: Path, name: str, value: str) -> None:
    found = findings(config, **{name: value})["variables"]
    assert found["level"] == "wrong"
    assert found["says"].startswith(f"{name} is {value!r}")


@pytest.mark.parametrize("name", ["ballot", "marks", "settings"])
@pytest.mark.parametrize("content", [b"[[[", b"\xff", b"format = 9\n"])
def test_a_broken_file_is_named_and_left_alone(config: Path, name: str, content: bytes) -> None:
    config.mkdir()
    file = config / f"{name}.toml"
    file.write_bytes(content)
    found = findings(config)
    assert found[name]["level"] == "wrong"
    assert found[name]["says"].startswith(f"{name}.toml ")
    assert [each for each in found if found[each]["level"] == "wrong"] == [name]
    assert [(each, each.read_bytes()) for each in config.iterdir()] == [(file, content)]


def test_a_value_that_makes_no_sense_is_named_by_its_line(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('format = 1\ntheme = "plaid"\n')
    (config / "ballot.toml").write_text("[votes.t01]\noption = 7\n")
    found = findings(config)
    assert found["settings"]["says"].startswith("settings.toml, line 2: theme is 'plaid'")
    assert found["ballot"]["says"].startswith("ballot.toml, line 2: ")


def test_a_ballot_that_lost_votes_is_wrong(config: Path) -> None:
    for theory in ("t01", "t02"):
        run(config, "vote", theory, "1")
    assert findings(config)["ballot"]["says"] == "~/config/ballot.toml"
    (config / "ballot.toml").write_text("")
    assert findings(config)["ballot"]["says"] == "ballot.toml lacks 2 entries that it had"


def test_a_full_disk_is_wrong(small_disk: Path) -> None:
    found = findings(small_disk)["folder"]
    assert (found["level"], found["says"]) == (
        "wrong",
        f"{small_disk} can't be written (No space left on device)",
    )


def test_a_read_only_folder_is_wrong_even_before_it_is_made(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    for folder in (small_disk, small_disk / "not" / "yet"):
        found = findings(folder)["folder"]
        assert (found["level"], found["says"]) == (
            "wrong",
            f"{small_disk} can't be written (Read-only file system)",
        )


def test_content_that_cannot_be_read_is_wrong(
    config: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(content_folder(), content)
    (content / "tracks.toml").write_text("[[track\n")
    work = Workspace(environ(config), content)
    assert hearts.main(["doctor", "--json"], obj=work, standalone_mode=False) == 1
    found = {each["about"]: each for each in json.loads(capfd.readouterr().out)["findings"]}
    assert found["content"]["level"] == "wrong"
    assert found["content"]["says"].startswith("tracks.toml")


def test_the_board_is_looked_at(config: Path, tmp_path: Path) -> None:
    board = tmp_path / "board"
    gone = findings(config, HEARTS_BOARD=str(board))["board"]
    assert gone["level"] == "wrong"
    board.mkdir()
    board.chmod(0o3770)
    run(config, "vote", "t01", "1", HEARTS_BOARD=str(board))
    assert findings(config, HEARTS_BOARD=str(board))["board"]["says"] == "~/board, slips: 1"
    assert findings(config, HEARTS_BOARD="board")["board"]["level"] == "wrong"
    assert findings(config)["board"]["says"] == "none"


def test_a_crash_is_told_of(config: Path) -> None:
    log = config.parent / ".local/state/hearts-tui/log/crash.log"
    assert findings(config)["log"]["says"] == "no crash"
    log.parent.mkdir(parents=True)
    log.write_text("Traceback")
    os.utime(log, (1_790_000_000, 1_790_000_000))
    assert findings(config)["log"]["says"] == (
        "a crash on Sep 21, 2026, details in ~/.local/state/hearts-tui/log/crash.log"
    )


def test_tmux_is_asked(config: Path, tmp_path: Path) -> None:
    answer = tmp_path / "answer"
    config_of_tmux = tmp_path / "tmux.conf"
    config_of_tmux.write_text("set -sg escape-time 500\n")
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", str(config_of_tmux)]
    command = f"{HEARTS} doctor --json > {answer}; tmux wait-for -S done"
    bare = environ_for(config)
    subprocess.run(
        [*tmux, "new-session", "-d", "-x", "90", "-y", "30", command], env=bare, check=True
    )
    subprocess.run([*tmux, "wait-for", "done"], env=bare, check=True, timeout=60)
    found = {each["about"]: each for each in json.loads(answer.read_text())["findings"]}
    assert found["size"]["says"] == "90x30"
    assert found["tmux"]["says"] == "yes, and it waits 500 ms after Esc"
    assert found["tmux"]["level"] == "note"
    assert found["widths"]["level"] == "ok"
    assert found["round trip"]["says"].endswith(" ms")


def test_all_that_hearts_draws_is_measured() -> None:
    drawn = set()
    for file in Path(hearts_tui.__file__).parent.rglob("*.py"):
        if file.name not in ("ascii.py", "unsafe_characters.py"):
            drawn |= drawn_in(ast.parse(file.read_text()))
    assert {char for char in drawn if char.isprintable()} - {"\ufe0f"} <= set(GLYPHS)


def drawn_in(tree: ast.AST) -> set[str]:
    """Return the characters beyond ASCII in the texts of a module."""
    texts = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {char for text in texts for char in text if not char.isascii()}
