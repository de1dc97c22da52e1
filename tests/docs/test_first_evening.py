"""Who follows docs/first-evening.md to the letter sees what it says."""

import re
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.end_to_end.terminal import HEARTS, Terminal, environ_for

PAGE = Path(__file__).parents[2] / "docs" / "first-evening.md"
KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Backspace": "\x7f",
    "ctrl+p": "\x10",
}
NOT_NOW = {"boxes", "n", "v", "c"}
"""What stands in boxes and is not to be typed: a word, the other answer, and what comes later."""


def steps() -> list[tuple[str, str]]:
    """List what is typed and what is seen then, in order."""
    found: list[tuple[str, str]] = []
    for token in MarkdownIt().parse(PAGE.read_text()):
        if token.type == "fence" and token.info == "text":
            found += [("see", line) for line in token.content.splitlines()]
        for child in token.children or ():
            found += typed(child)
    return found


def typed(token: Token) -> list[tuple[str, str]]:
    """Return what a piece of a sentence says is typed."""
    if token.type == "code_inline" and token.content not in NOT_NOW:
        return [("press", KEYS.get(token.content, token.content))]
    return [("type", word) for word in re.findall(r'Type "(\w+)"', token.content)]


def test_the_first_evening_is_as_the_page_tells_it(config: Path) -> None:
    with Terminal([HEARTS], environ_for(config)) as terminal:
        terminal.wait_until_drawn()
        for what, text in steps():
            if what == "see":
                terminal.wait_for(text)
            else:
                terminal.press(text)
                if text == "dog":
                    terminal.wait_for("Peaches")
                terminal.wait_until_idle()
        assert terminal.wait_for_exit() == 0
    assert 'option = "' in (config / "ballot.toml").read_text()
