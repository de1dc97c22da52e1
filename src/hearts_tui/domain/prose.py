"""Prose: the Markdown of the content, taken apart into paragraphs that anything can draw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BULLET = "- "
_TASKS = ("Rewatch task", "To talk about", "Try this", "Quiz")
"""How a paragraph begins that gives the reader something to do, up to a colon."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph that looks the same all through; ``link`` is where it leads."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, or an entry of a list, which has a depth from 1.

    ``follows`` tells that no empty line stands between it and the one before.
    """

    runs: Sequence[Run]
    depth: int = 0
    follows: bool = False

    @property
    def lead(self) -> str:
        """What stands before the text, on its first line."""
        return BULLET if self.depth else ""

    @property
    def indent(self) -> int:
        """How many cells the text is moved to the right, lead included."""
        return len(self.lead) * self.depth

    @property
    def plain(self) -> str:
        """The text without styles and without its lead."""
        return "".join(run.text for run in self.runs)

    @property
    def task_length(self) -> int:
        """How many characters announce that the reader has something to do; 0 for none."""
        lead, colon, _ = self.plain.partition(":")
        return len(lead) + 1 if colon and lead.startswith(_TASKS) else 0


def plain_prose(text: str) -> Prose:
    """Return a paragraph of plain text."""
    return Prose([Run(text)])


def parse_prose(markdown: str) -> list[Prose]:
    """Take Markdown apart.

    Knows what the content uses: paragraphs, strong, emphasis, bullet lists and links to other
    items. Anything else appears as plain text; nothing in it is ever an action.
    """
    return list(_paragraphs(_parser().parse(markdown)))


@cache
def _parser() -> "MarkdownIt":
    # Parsing is the slow part of the first screen's imports, so it waits for the first text.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False})


def _paragraphs(tokens: "list[Token]") -> Iterator[Prose]:
    depth, follows = 0, True
    for token in tokens:
        if token.type == "bullet_list_open":
            depth += 1
        elif token.type == "bullet_list_close":
            depth -= 1
            follows = follows and depth > 0
        elif token.type == "inline":
            yield Prose(_runs(token), depth, follows)
            follows = depth > 0
        elif token.content:
            yield Prose([Run(token.content.strip())], 0, follows)
            follows = False


def _runs(token: "Token") -> list[Run]:
    runs: list[Run] = []
    open_marks: list[str] = []
    links: list[str] = []
    for child in token.children or ():
        if child.type == "link_open":
            links.append(str(child.attrs["href"]))
        elif child.type == "link_close":
            links.pop()
        elif child.nesting > 0:
            open_marks.append(child.type)
        elif child.nesting < 0:
            open_marks.pop()
        else:
            text = " " if child.type in ("softbreak", "hardbreak") else child.content
            strong, emphasis = "strong_open" in open_marks, "em_open" in open_marks
            runs.append(Run(text, strong, emphasis, links[-1] if links else ""))
    return runs
