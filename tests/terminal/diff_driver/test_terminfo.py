"""Long blanks are erased where the terminal's own entry says that this comes to the same."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.end_to_end.terminal import HEARTS, environ_for
from tests.terminal.diff_driver.counting import Counted

ASK = """\
import os, sys
from hearts_tui.terminal.diff_driver.terminfo import can_erase_in_color
print(can_erase_in_color(sys.argv[1], os.openpty()[1]))
"""
ERASED = re.compile(rb"\x1b\[\d+X")


@pytest.mark.parametrize(
    ("term", "erases"),
    [
        ("xterm", True),
        ("xterm-256color", True),
        ("linux", True),
        ("screen-256color", False),
        ("tmux-256color", False),
        ("vt100", False),
        ("vt220", False),
        ("such-a-terminal-there-is-not", False),
        ("", False),
    ],
)
def test_terminals_erase_as_the_database_says(term: str, erases: bool) -> None:
    asked = [sys.executable, "-c", ASK, term]
    assert subprocess.check_output(asked, text=True) == f"{erases}\n"


def test_without_curses_nothing_is_erased() -> None:
    asked = [sys.executable, "-c", f"import sys; sys.modules['curses'] = None; {ASK}", "xterm"]
    assert subprocess.check_output(asked, text=True) == "False\n"


@pytest.mark.parametrize("term", ["xterm-256color", "tmux-256color"])
def test_what_is_shown_is_the_same_either_way(config: Path, term: str) -> None:
    environ = environ_for(config, TERM=term, HEARTS_NOW=NOW)
    with Counted([HEARTS], environ) as terminal:
        terminal.first_paint()
        terminal.cost("2")
        assert bool(ERASED.search(terminal.sent)) is (term == "xterm-256color")
        assert "Cassie Salazar" in terminal.text
        assert "singer-songwriter" in terminal.text.lower()
