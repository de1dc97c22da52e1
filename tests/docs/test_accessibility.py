"""The session in docs/accessibility.md is what linear mode says, letter by letter."""

import re
import tomllib
from pathlib import Path

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

PAGE = Path(__file__).parents[2] / "docs" / "accessibility.md"
COLUMNS = 80
_ASKED = re.compile(r"^(?:more: .* or your|Your) choice: ?(.*)$", re.MULTILINE)


def session_of_page() -> str:
    """Return the session as the page has it."""
    return PAGE.read_text().partition("```text\n")[2].partition("```\n")[0]


def session_of(answers: list[str], config: Path) -> str:
    """Return what stands in a terminal after a session in which these answers are typed."""
    environ = environ_for(config, HEARTS_NOW="2026-11-23T12:00:00Z", TZ="UTC")
    with Terminal([HEARTS, "--linear"], environ, columns=COLUMNS) as terminal:
        done = 0
        for answer in answers:
            terminal.wait_until(lambda _, n=done: terminal.sent[n:].endswith(b"our choice: "))
            done = len(terminal.sent)
            terminal.press(f"{answer}\n")
        assert terminal.wait_for_exit() == 0
    # What nothing was typed behind ends in a blank, which the page has not.
    return terminal.sent.decode().replace("\r\n", "\n").replace(" \n", "\n")


def test_the_session_is_as_the_page_tells_it(config: Path) -> None:
    told = session_of_page()
    answers = _ASKED.findall(told)
    assert answers[-1] == "quit"
    assert session_of(answers, config) == told
    [vote] = tomllib.loads((config / "ballot.toml").read_text())["votes"].values()
    assert (vote["option"], vote["confidence"]) == ("wedding", 80)
