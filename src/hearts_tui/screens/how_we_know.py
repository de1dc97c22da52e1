"""The page that compares what the fan press says with what is known."""

from textual.content import Content

from hearts_tui.domain.item import Status
from hearts_tui.domain.rumor_check import Statement, Verdict
from hearts_tui.domain.spoilers import mask
from hearts_tui.screens.info_dialogs import InfoDialog
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.badges import MEANINGS, badge
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_page import heading
from hearts_tui.widgets.links import link
from hearts_tui.widgets.markdown import to_paragraphs

_TITLES = {Verdict.RIGHT: "Right", Verdict.UNBACKED: "Nobody backs it up", Verdict.WRONG: "Wrong"}
_SIGNS = {Verdict.RIGHT: "✓ ", Verdict.UNBACKED: "~ ", Verdict.WRONG: "✗ "}


def how_we_know(state: AppState) -> InfoDialog:
    """Make the page, with the statements grouped and counted."""
    check = state.library.rumor_check
    groups = check.by_verdict()
    counts = " · ".join(f"{len(groups[verdict])} {verdict}" for verdict in Verdict)
    paragraphs = [*to_paragraphs(check.intro), GAP, Paragraph(Content.styled(counts, "bold"))]
    for verdict, title in _TITLES.items():
        paragraphs += heading(f"{title} ({len(groups[verdict])})")
        paragraphs += [_statement(each, state) for each in groups[verdict]]
    paragraphs += heading("The signs")
    paragraphs += [
        Paragraph(Content.assemble(badge(status), f": {MEANINGS[status]}")) for status in Status
    ]
    return InfoDialog("How we know", paragraphs)


def _statement(statement: Statement, state: AppState) -> Paragraph:
    if state.spoiler_filter.is_beyond(statement.spoiler):
        return Paragraph(Content(mask(statement.says)), 2, _SIGNS[statement.verdict])
    truth = (f" {statement.truth}", "$text-muted") if statement.truth else ""
    more = Content.assemble(" ", link("more", statement.item)) if statement.item else ""
    text = Content.assemble(statement.says, truth, more)
    return Paragraph(text, 2, _SIGNS[statement.verdict])
