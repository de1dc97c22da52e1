"""Prose: the Markdown of the content, as blocks of a document."""

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style

from hearts_tui.domain.prose import Prose, Run, parse_prose
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.links import link_style

_STRONG, _EMPHASIS = Style(bold=True), Style(italic=True)


def to_paragraphs(markdown: str) -> list[Paragraph]:
    """Return a block for every paragraph and list entry, with gaps between paragraphs."""
    return list(_blocks(parse_prose(markdown)))


def _blocks(paragraphs: list[Prose]) -> Iterator[Paragraph]:
    for prose in paragraphs:
        if not prose.follows:
            yield GAP
        yield Paragraph(_content(prose), prose.indent, prose.lead)


def _content(prose: Prose) -> Content:
    """Return a paragraph with its first words colored where they announce a task."""
    content = Content.assemble(*((run.text, _style(run)) for run in prose.runs))
    task = prose.task_length
    return content.stylize("$secondary", 0, task) if task else content


def _style(run: Run) -> Style:
    style = Style.null()
    if run.strong:
        style += _STRONG
    if run.emphasis:
        style += _EMPHASIS
    return style + link_style(run.link) if run.link else style
