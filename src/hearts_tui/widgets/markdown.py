"""Prose: the Markdown of the content, as blocks of a sheet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.links import link_style

if TYPE_CHECKING:
    from markdown_it.token import Token

_BULLET = "- "
_TASKS = ("Rewatch task", "To talk about", "Try this", "Quiz")
"""How a paragraph begins that gives the reader something to do, up to a colon."""
_STYLES = {"strong_open": Style(bold=True), "em_open": Style(italic=True)}


def to_paragraphs(markdown: str) -> list[Paragraph]:
    """Return a block for every paragraph and list entry, with gaps between paragraphs.

    Knows what the content uses: paragraphs, strong, emphasis, bullet lists and links to other
    items. Anything else appears as plain text; nothing in it is ever an action.
    """
    # Parsing is the slow part of the first screen's imports, so it waits for the first text.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    paragraphs = list(_paragraphs(parser.parse(markdown)))
    return paragraphs[:-1] if paragraphs and paragraphs[-1] is GAP else paragraphs


def _paragraphs(tokens: "list[Token]") -> Iterator[Paragraph]:
    depth = 0
    for token in tokens:
        if token.type == "bullet_list_open":
            depth += 1
        elif token.type == "bullet_list_close":
            depth -= 1
            if depth == 0:
                yield GAP
        elif token.type == "inline":
            lead = _BULLET if depth else ""
            yield Paragraph(_inline(token), len(lead) * max(1, depth) if depth else 0, lead)
            if not depth:
                yield GAP
        elif token.content:
            yield Paragraph(Content(token.content.strip()))
            yield GAP


def _inline(token: "Token") -> Content:
    runs: list[tuple[str, Style]] = []
    styles: list[Style] = []
    for child in token.children or ():
        if child.type in _STYLES:
            styles.append(_STYLES[child.type])
        elif child.type == "link_open":
            styles.append(link_style(str(child.attrs["href"])))
        elif child.nesting < 0:
            styles.pop()
        elif child.type in ("softbreak", "hardbreak"):
            runs.append((" ", sum(styles, Style.null())))
        else:
            runs.append((child.content, sum(styles, Style.null())))
    return _with_task_marked(Content.assemble(*runs))


def _with_task_marked(content: Content) -> Content:
    """Return a paragraph with its first words colored where they announce a task."""
    lead, colon, _ = content.plain.partition(":")
    is_task = colon and lead.startswith(_TASKS)
    return content.stylize("$secondary", 0, len(lead) + 1) if is_task else content
