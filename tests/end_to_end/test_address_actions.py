"""What is copied reaches the terminal, and codes are drawn with what the terminal has."""

import subprocess
from base64 import b64encode
from pathlib import Path

import pytest
from segno import make_qr

from hearts_tui.domain.address import Section
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

ADDRESS = "hearts show cast/cassie"


@pytest.mark.parametrize("wire", ["", "plain"])
@pytest.mark.parametrize("arguments", [[], ["--kiosk"]])
def test_the_terminal_is_told_what_to_copy(config: Path, wire: str, arguments: list[str]) -> None:
    environ = environ_for(config, HEARTS_WIRE=wire)
    with Terminal([HEARTS, *arguments, "--screen", "cast"], environ) as terminal:
        terminal.wait_until_drawn()
        terminal.press("y")
        terminal.wait_for(f"Copied: {ADDRESS}")
        encoded = b64encode(ADDRESS.encode())
        terminal.wait_for_bytes(b"\x1b]52;c;" + encoded + b"\x07")
        assert terminal.sent.count(encoded) == 1


@pytest.mark.parametrize("section", [*Section])
def test_what_is_copied_is_a_command_that_works(config: Path, section: Section) -> None:
    environ = environ_for(config)
    with Terminal([HEARTS, "--screen", section], environ) as terminal:
        terminal.wait_until_drawn()
        # On the page of the day the first answers the question whether the film was seen.
        terminal.press("jyy" if section is Section.NEWS else "y")
        terminal.wait_for("Copied: hearts ")
        command = terminal.text.partition("Copied: hearts ")[2].partition("\n")[0].split()
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    printed = subprocess.run([HEARTS, *command], env=environ, capture_output=True, check=True)
    assert printed.stdout


@pytest.mark.parametrize(
    ("more", "white"),
    [({}, "█"), ({"NO_COLOR": "1"}, "█"), ({"LANG": "C"}, "##"), ({"TERM": "vt100"}, "##")],
)
def test_a_code_is_drawn_with_what_the_terminal_has(
    config: Path, more: dict[str, str], white: str
) -> None:
    with Terminal([HEARTS, "--screen", "cast"], environ_for(config, **more), 80, 40) as terminal:
        terminal.wait_until_drawn()
        terminal.press("Q")
        terminal.wait_for("Esc closes.")
        width = len(list(make_qr(ADDRESS, error="l").matrix_iter(border=2)))
        assert f" {white * width} " in terminal.text
        terminal.press("q")
        terminal.wait_for("1 News")
