"""Who follows docs/first-evening.md to the letter sees what it says."""

from pathlib import Path

from tests.docs.walk import walk
from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

PAGE = Path(__file__).parents[2] / "docs" / "first-evening.md"
NOT_NOW = {"boxes", "n", "V", "c"}
"""What stands in boxes and is not to be typed: a word, the other answer, and what comes later."""


def test_the_first_evening_is_as_the_page_tells_it(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        walk(terminal, PAGE.read_text(), NOT_NOW)
        assert terminal.wait_for_exit() == 0
    assert 'option = "' in (config / "ballot.toml").read_text()
