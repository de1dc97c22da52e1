"""Follow a page of the documentation to the letter, in the real app."""

import re
from collections.abc import Collection, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.end_to_end.terminal import Terminal

KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Backspace": "\x7f",
    "ctrl+p": "\x10",
}
_TYPED = re.compile(r'[Tt]ype "(\w+)"')


def walk(terminal: Terminal, page: str, not_now: Collection[str] = ()) -> None:
    """Press what stands in boxes, type what is to be typed, and see what stands in blocks of text.

    ``not_now`` stands in boxes too, and is not to be pressed.
    """
    for what, text in _steps(page, not_now):
        if what == "see":
            terminal.wait_for(text)
        else:
            terminal.press(text)
            terminal.wait_until_idle()


def _steps(page: str, not_now: Collection[str]) -> Iterator[tuple[str, str]]:
    for token in MarkdownIt().parse(page):
        if token.type == "fence" and token.info == "text":
            yield from (("see", line) for line in token.content.splitlines())
        for child in token.children or ():
            yield from _pressed(child, not_now)


def _pressed(token: Token, not_now: Collection[str]) -> Iterator[tuple[str, str]]:
    if token.type == "code_inline" and token.content not in not_now:
        yield "press", KEYS.get(token.content, token.content)
    elif token.type == "text":
        yield from (("type", word) for word in _TYPED.findall(token.content))
