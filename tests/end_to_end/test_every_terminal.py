"""The real command in terminals of every kind: readable, without garbage, and as wide as it is."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hearts_tui.terminal.capabilities import REMOTE_ESCAPE_DELAY_MS
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

SCREENS = {"2": "makers", "3": "Come Back Home", "4": "minutes", "5": "voted", "1": "unread"}
"""A word of each screen, by its key."""

REMOTE = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}
_RGB, _INDEXED = re.compile(rb"[34]8;2;\d+;\d+;\d+"), re.compile(rb"[34]8;5;\d+")
_NAMED = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:[34][0-7]|9[0-7]|10[0-7])[;m]")


def colours_in(sent: bytes) -> list[str]:
    """Return which ways of naming a colour were used."""
    rest = _INDEXED.sub(b"", _RGB.sub(b"", sent))
    found = {
        "rgb": _RGB.search(sent),
        "indexed": _INDEXED.search(sent),
        "named": _NAMED.search(rest),
    }
    return [name for name, match in found.items() if match]


def environ_of(config: Path, term: str, **more: str) -> dict[str, str]:
    """Return the environment of a terminal that says nothing of itself but its name."""
    environ = environ_for(config, TERM=term, **more)
    if "COLORTERM" not in more:
        del environ["COLORTERM"]
    return environ


def seen(screen: str, environ: dict[str, str]) -> Terminal:
    """Open a screen, wait until all of it is drawn, and quit."""
    with Terminal([HEARTS, "--screen", screen], environ) as terminal:
        terminal.wait_until_drawn()
        terminal.wait_until_idle()
        terminal.press("q")
        shown = [*terminal.screen.display]
        reverse = [
            any(terminal.screen.buffer[row][column].reverse for column in range(80))
            for row in range(24)
        ]
        assert terminal.wait_for_exit() == 0
    terminal.shown, terminal.reverse = shown, reverse  # type: ignore[attr-defined]
    return terminal


@pytest.mark.parametrize(
    ("term", "more", "colours"),
    [
        ("xterm", {}, "named"),
        ("xterm", {"COLORTERM": "truecolor"}, "rgb"),
        ("xterm-256color", {}, "indexed"),
        ("xterm-256color", {"COLORTERM": "truecolor"}, "rgb"),
        ("xterm-256color", {"NO_COLOR": ""}, "indexed"),
        ("xterm-256color", {"NO_COLOR": "1", "COLORTERM": "truecolor"}, "none"),
        ("screen", {}, "named"),
        ("screen-256color", {}, "indexed"),
        ("tmux", {}, "named"),
        ("tmux-256color", {}, "indexed"),
        ("linux", {}, "named"),
        ("alacritty", {}, "rgb"),
        ("xterm-kitty", {}, "rgb"),
        ("xterm-ghostty", {}, "rgb"),
        ("vt100", {}, "none"),
    ],
)
def test_a_terminal_is_sent_the_colours_that_it_has(
    config: Path, term: str, more: dict[str, str], colours: str
) -> None:
    terminal = seen("tracks", environ_of(config, term, **more))
    assert colours_in(terminal.sent) == ([] if colours == "none" else [colours])
    if colours in ("none", "named"):
        # The current tab and the row under the cursor, by more than a colour.
        assert terminal.reverse[0]  # type: ignore[attr-defined]
        assert terminal.shown[3][0] in "▌|"  # type: ignore[attr-defined]
        assert terminal.shown[4][0] == " "  # type: ignore[attr-defined]


def test_without_colors_a_scroll_bar_is_a_thin_line(config: Path) -> None:
    with Terminal([HEARTS], environ_of(config, "xterm-256color", NO_COLOR="1")) as terminal:
        terminal.wait_until_drawn()
        terminal.press("jj")
        terminal.wait_until_idle()
        rows = [terminal.screen.buffer[row] for row in range(1, 23)]
        for column in (33, 78):
            assert "┃" in {row[column].data for row in rows}
            assert not any(row[column].reverse for row in rows)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("term", ["xterm", "alacritty"])
def test_in_ascii_a_scroll_bar_has_no_letters(config: Path, term: str) -> None:
    environ = environ_of(config, term, LANG="C")
    with Terminal([HEARTS], environ) as terminal:
        terminal.wait_until_drawn()
        terminal.press("jj")
        terminal.wait_until_idle()
        rows = [terminal.screen.buffer[row] for row in range(1, 23)]
        for column in (33, 78):
            assert {row[column].data for row in rows} == {" "}
            assert any(row[column].reverse for row in rows)


def test_with_256_colors_a_dark_purple_turns_gray_and_not_navy(config: Path) -> None:
    with Terminal([HEARTS], environ_of(config, "xterm-256color")) as terminal:
        terminal.wait_until_drawn()
        terminal.wait_until_idle()
        backgrounds = {cell.bg for row in terminal.screen.buffer.values() for cell in row.values()}
        for bar in (0, 23):
            red, green, blue = bytes.fromhex(terminal.screen.buffer[bar][79].bg)
            assert red == green == blue
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert not backgrounds & {"00005f", "000087", "5f005f"}


@pytest.mark.parametrize(
    "more",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX"},
        {"LANG": "en_US.ISO-8859-1"},
        {"LANG": "C"},
        {"TERM": "linux"},
        {"PYTHONIOENCODING": "iso8859-1"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
    ],
    ids=lambda more: "-".join(f"{name}={value}" for name, value in more.items()),
)
def test_without_unicode_nothing_is_garbled(config: Path, more: dict[str, str]) -> None:
    with Terminal([HEARTS], environ_for(config, **more)) as terminal:
        terminal.wait_until_drawn()
        for key, text in SCREENS.items():
            terminal.press(key)
            terminal.wait_for(text)
            terminal.wait_until_idle()
            assert "\\u" not in terminal.text
            assert "\\x" not in terminal.text
            assert terminal.text.replace("\n", "").isprintable()
            assert "film's 5th in" in terminal.text
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert terminal.sent.isascii()


def test_with_unicode_the_signs_are_there(config: Path) -> None:
    terminal = seen("news", environ_of(config, "xterm-256color"))
    assert "✓ Nov" in "\n".join(terminal.shown)  # type: ignore[attr-defined]


@pytest.mark.parametrize("term", ["dumb", "DUMB", "", None])
def test_a_dumb_terminal_is_told_what_works(config: Path, term: str | None) -> None:
    environ = environ_of(config, term or "")
    if term is None:
        del environ["TERM"]
    with Terminal([HEARTS, "--no-linear"], environ, columns=120) as terminal:
        assert terminal.wait_for_exit() == 2
    assert terminal.sent.decode() == (
        f"hearts: this terminal (TERM={term or ''}) can't show full screens; "
        "hearts --help lists what works without one.\r\n"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TEXTUAL_FPS", "abc"),
        ("TEXTUAL_ANIMATIONS", "xyz"),
        ("TEXTUAL_DRIVER", "nonsense"),
        ("TEXTUAL_DRIVER", "no.such.module:Driver"),
        ("TEXTUAL_COLOR_SYSTEM", "millions"),
        ("TEXTUAL_THEME", "nonsense"),
        ("ESCDELAY", "never"),
    ],
)
def test_a_variable_that_can_t_be_used_is_one_line_and_exit_2(
    config: Path, name: str, value: str
) -> None:
    with Terminal([HEARTS], environ_for(config, **{name: value}), columns=160) as terminal:
        assert terminal.wait_for_exit() == 2
    told = terminal.sent.decode()
    assert told.startswith(f"hearts: {name} is '{value}'; ")
    assert told.endswith(" is wanted.\r\n")
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    "more",
    [
        {"TEXTUAL_FPS": "", "TEXTUAL_DRIVER": "", "TEXTUAL_COLOR_SYSTEM": "", "TEXTUAL_THEME": ""},
        {"TEXTUAL_THEME": "nord", "TEXTUAL_FPS": "10", "TEXTUAL_COLOR_SYSTEM": "standard"},
        {"TEXTUAL_DRIVER": "textual.drivers.linux_driver:LinuxDriver", "TEXTUAL_FILTERS": "dim"},
    ],
)
def test_variables_that_can_be_used_are_no_reason_to_fall(
    config: Path, more: dict[str, str]
) -> None:
    with Terminal([HEARTS], environ_for(config, **more)) as terminal:
        terminal.wait_for("So, is the sequel")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_an_exported_size_is_not_believed(config: Path) -> None:
    environ = environ_for(config, COLUMNS="40", LINES="10")
    with Terminal([HEARTS], environ) as terminal:
        terminal.wait_for("5 Theories")
        terminal.resize(120, 40)
        terminal.wait_for_row("q quit", 39)
        assert terminal.screen.display[39].strip().endswith("q quit")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_over_ssh_an_arrow_key_that_comes_in_pieces_is_an_arrow_key(config: Path) -> None:
    pause = REMOTE_ESCAPE_DELAY_MS / 1000 * 0.3
    with Terminal([HEARTS, "--screen", "cast"], environ_for(config, **REMOTE)) as terminal:
        terminal.wait_for("Cassie Salazar")
        terminal.wait_until_idle()
        for run in ("\x1b", "[", "B"):
            terminal.press(run)
            time.sleep(pause)
        terminal.wait_for("Marine")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize(("more", "switched_on"), [({}, True), (REMOTE, False)])
def test_over_ssh_the_kitty_keyboard_stays_off(
    config: Path, more: dict[str, str], switched_on: bool
) -> None:
    with Terminal([HEARTS], environ_for(config, **more)) as terminal:
        terminal.wait_for("So, is the sequel")
        terminal.wait_until_idle()
        terminal.send(signal.SIGTERM)
        terminal.wait_for_end()
    assert bool(re.search(rb"\x1b\[>\d+u", terminal.sent)) is switched_on


def test_over_ssh_nothing_moves_by_itself(config: Path) -> None:
    with Terminal([HEARTS, "--screen", "cast"], environ_for(config, **REMOTE)) as terminal:
        terminal.wait_for("Cassie Salazar")
        terminal.press("/")
        terminal.wait_for("type to filter")
        terminal.wait_until_idle()
        drawn = len(terminal.sent)
        terminal.read_for(1.5)
        assert len(terminal.sent) == drawn


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep every core busy, twice over."""
    count = 2 * (os.cpu_count() or 1)
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


@pytest.mark.parametrize("times", [1, pytest.param(9, marks=pytest.mark.slow)])
@pytest.mark.parametrize("term", ["vt220", "no-such-terminal"])
def test_an_old_or_unknown_terminal_is_enough_on_a_busy_machine(
    config: Path, term: str, times: int
) -> None:
    environ = environ_of(config, term)
    with busy_cores():
        for _ in range(times):
            with Terminal([HEARTS], environ) as terminal:
                terminal.wait_until_drawn()
                terminal.press("2")
                terminal.wait_for("makers")
                terminal.press("q")
                assert terminal.wait_for_exit() == 0
