"""What is told of a terminal from the environment alone."""

import os
import subprocess
import sys

import pytest

from hearts_tui.terminal.capabilities import (
    ESCAPE_DELAY_MS,
    FRAMES_A_SECOND,
    REMOTE_ESCAPE_DELAY_MS,
    configure_textual,
    detect,
    is_dumb,
)
from hearts_tui.terminal.env_check import env_error, name_error

UTF_8 = {"LANG": "en_US.UTF-8"}
REMOTE = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}


@pytest.mark.parametrize(
    ("term", "alone", "with_colorterm"),
    [
        ("xterm", "16", "truecolor"),
        ("xterm-color", "16", "truecolor"),
        ("xterm-256color", "256", "truecolor"),
        ("screen", "16", "truecolor"),
        ("screen-256color", "256", "truecolor"),
        ("tmux", "16", "truecolor"),
        ("tmux-256color", "256", "truecolor"),
        ("linux", "16", "truecolor"),
        ("alacritty", "truecolor", "truecolor"),
        ("xterm-kitty", "truecolor", "truecolor"),
        ("xterm-ghostty", "truecolor", "truecolor"),
        ("xterm-direct", "truecolor", "truecolor"),
        ("rxvt-unicode", "16", "truecolor"),
        ("XTERM-256COLOR", "256", "truecolor"),
        ("vt100", "none", "none"),
        ("vt220", "none", "none"),
        ("xterm-mono", "none", "none"),
        ("no-such-terminal", "16", "truecolor"),
    ],
)
def test_colours(term: str, alone: str, with_colorterm: str) -> None:
    environ = {"TERM": term, **UTF_8}
    assert detect(environ).colours == alone
    assert detect({**environ, "COLORTERM": ""}).colours == alone
    assert detect({**environ, "COLORTERM": "yes"}).colours == alone
    assert detect({**environ, "COLORTERM": "truecolor"}).colours == with_colorterm
    assert detect({**environ, "COLORTERM": "24bit"}).colours == with_colorterm
    assert detect({**environ, "NO_COLOR": "1", "COLORTERM": "truecolor"}).colours == "none"
    assert detect({**environ, "NO_COLOR": ""}).colours == alone


def test_gnu_screen_is_not_believed_what_it_hands_through() -> None:
    environ = {"TERM": "screen-256color", "COLORTERM": "truecolor", "STY": "1234.pts-0.host"}
    assert detect(environ).colours == "256"


def test_textuals_own_variable_goes_before_the_terminal_but_not_before_no_color() -> None:
    environ = {"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "256"}
    assert detect(environ).colours == "256"
    assert detect({**environ, "NO_COLOR": "1"}).colours == "none"
    assert detect({**environ, "TEXTUAL_COLOR_SYSTEM": "auto"}).colours == "16"


@pytest.mark.parametrize(("term", "answer"), [("dumb", True), ("", True), ("xterm", False)])
def test_what_can_t_show_full_screens(term: str, answer: bool) -> None:
    assert is_dumb({"TERM": term}) is answer
    assert is_dumb({})


@pytest.mark.parametrize(
    ("locale", "answer"),
    [
        ({"LANG": "en_US.UTF-8"}, True),
        ({"LANG": "de_DE.utf8"}, True),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, True),
        ({"LC_CTYPE": "en_GB.UTF-8", "LANG": "C"}, True),
        ({}, True),
        ({"LC_CTYPE": "C.UTF-8"}, True),
        ({"LANG": ""}, True),
        ({"LC_ALL": "C"}, False),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, False),
        ({"LANG": "C"}, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False),
        ({"LANG": "POSIX", "LC_CTYPE": "C.UTF-8"}, False),
        ({"LANG": "de_DE.ISO-8859-1", "LC_CTYPE": "C.UTF-8"}, False),
        ({"LANG": "C", "LC_CTYPE": "UTF-8"}, True),
        ({"LANG": "de_DE.ISO-8859-1"}, False),
        ({"LANG": "de_DE@euro"}, False),
        ({"LANG": "en_US"}, False),
        ({"LANG": "ja_JP.eucJP"}, False),
    ],
)
def test_which_locale_shows_more_than_ascii(locale: dict[str, str], answer: bool) -> None:
    environ = {"TERM": "xterm-256color", **locale}
    assert detect(environ).unicode is answer
    assert not detect(environ, "iso8859-1").unicode
    assert not detect({**environ, "TERM": "linux"}).unicode
    assert not detect({**environ, "TERM": "vt100"}).unicode


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
def test_over_ssh_nothing_moves_and_nothing_is_left_switched_on(name: str) -> None:
    here = detect({"TERM": "xterm"})
    there = detect({"TERM": "xterm", name: "something"})
    assert (here.remote, here.motion, here.kitty_keys) == (False, True, True)
    assert (there.remote, there.motion, there.kitty_keys) == (True, False, False)
    assert here.escape_delay_ms == ESCAPE_DELAY_MS < REMOTE_ESCAPE_DELAY_MS
    assert there.escape_delay_ms == REMOTE_ESCAPE_DELAY_MS


@pytest.mark.parametrize(
    ("environ", "answer"),
    [
        ({"TEXTUAL_ANIMATIONS": "none"}, False),
        ({"TEXTUAL_ANIMATIONS": "full"}, True),
        ({"REDUCE_MOTION": "1"}, False),
        ({"REDUCE_MOTION": "0"}, True),
        ({}, True),
    ],
)
def test_who_asks_for_calm_gets_it(environ: dict[str, str], answer: bool) -> None:
    assert detect({"TERM": "xterm", **environ}).motion is answer


def test_an_escape_delay_of_the_users_own_counts() -> None:
    assert detect({"ESCDELAY": "25", **REMOTE}).escape_delay_ms == 25


def settled(environ: dict[str, str]) -> dict[str, str]:
    configure_textual(environ, detect(environ))
    return environ


def test_what_is_settled_before_textual_looks() -> None:
    environ = settled(
        {
            "TERM": "xterm-256color",
            "COLUMNS": "40",
            "LINES": "10",
            "NO_COLOR": "",
            "TEXTUAL_DRIVER": "",
            "TEXTUAL_ALLOW_SIGNALS": "0",
            "HOME": "/home/me",
        }
    )
    assert environ == {
        "TERM": "xterm-256color",
        "HOME": "/home/me",
        "ESCDELAY": str(ESCAPE_DELAY_MS),
        "TEXTUAL_COLOR_SYSTEM": "256",
        "TEXTUAL_FPS": str(FRAMES_A_SECOND),
    }


def test_what_is_settled_over_ssh_in_a_poor_terminal() -> None:
    assert settled({"TERM": "vt100", **REMOTE}) == {
        "TERM": "vt100",
        **REMOTE,
        "ESCDELAY": str(REMOTE_ESCAPE_DELAY_MS),
        "NO_COLOR": "1",
        "TEXTUAL_ANIMATIONS": "none",
        "TEXTUAL_COLOR_SYSTEM": "standard",
        "TEXTUAL_DISABLE_KITTY_KEY": "1",
        "TEXTUAL_FPS": str(FRAMES_A_SECOND),
        "TEXTUAL_SMOOTH_SCROLL": "0",
        "TEXTUAL_THEME": "ansi-dark",
    }


@pytest.mark.parametrize("term", ["xterm", "xterm-256color", "xterm-kitty", "vt100"])
@pytest.mark.parametrize("more", [{}, REMOTE, {"NO_COLOR": "1"}])
def test_what_is_settled_is_what_textual_understands(term: str, more: dict[str, str]) -> None:
    assert env_error(settled({"TERM": term, **more})) == ""


def test_textual_reads_what_was_settled() -> None:
    code = (
        "import os\n"
        "from hearts_tui.terminal.capabilities import detect, configure_textual\n"
        "configure_textual(os.environ, detect(os.environ))\n"
        "from textual import constants as c\n"
        "print(c.ESCAPE_DELAY, c.DISABLE_KITTY_KEY, c.COLOR_SYSTEM, c.TEXTUAL_ANIMATIONS)\n"
    )
    environ = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", **REMOTE}
    result = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == [str(REMOTE_ESCAPE_DELAY_MS / 1000), "True", "256", "none"]


@pytest.mark.parametrize(
    ("name", "bad", "good"),
    [
        ("ESCDELAY", "soon", "100"),
        ("ESCDELAY", "0", "1"),
        ("TEXTUAL", "verbose", "debug,devtools"),
        ("TEXTUAL_ALLOW_SIGNALS", "yes", "1"),
        ("TEXTUAL_ANIMATIONS", "xyz", "NONE"),
        ("TEXTUAL_COLOR_SYSTEM", "none", "truecolor"),
        ("TEXTUAL_DEVTOOLS_PORT", "70000", "8081"),
        ("TEXTUAL_DIM_FACTOR", "101", "66"),
        ("TEXTUAL_FILTERS", "blur", "dim"),
        ("TEXTUAL_FPS", "abc", "60"),
        ("TEXTUAL_FPS", "0", "1"),
        ("TEXTUAL_FPS", "--5", "1"),
        ("TEXTUAL_SCREENSHOT", "x", "-1"),
        ("TEXTUAL_SMOOTH_SCROLL", "2", "0"),
        ("TEXTUAL_THEME", "nonsense", "nonsense,nord"),
        ("TEXTUAL_DRIVER", "nonsense", "textual.drivers.linux_driver:LinuxDriver"),
        ("TEXTUAL_DRIVER", "textual.app:App", ""),
        ("TEXTUAL_DRIVER", "no.such:Driver", " "),
        ("TEXTUAL_DRIVER", ":", ""),
    ],
)
def test_what_textual_can_t_use_is_told_of(name: str, bad: str, good: str) -> None:
    sentence = env_error({name: bad}) or name_error({name: bad})
    assert sentence.startswith(f"{name} is {bad!r}; ")
    assert sentence.endswith(" is wanted.")
    assert env_error({name: good}) + name_error({name: good}) == ""
    assert env_error({name: ""}) + name_error({name: ""}) == ""
