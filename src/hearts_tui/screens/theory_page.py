"""What the page of a theory tells besides its story."""

from textual.content import Content

from hearts_tui.domain.sequel_note import THEORY, in_words
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.page_builder import Extras, Page, PageBuilder
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.charts import bar
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.evidence import for_and_against
from hearts_tui.widgets.item_page import heading, quiet

_BAR_WIDTH = 10


def theory_page(item: Theory, state: AppState, pages: PageBuilder) -> Page:
    """Make the page of a theory; the user's own has neither sources nor a status."""
    mine = _yours(item, state)
    own = state.ballot.own(item.id)
    if own is not None:
        kind = "Archived. r reopens it." if own.retired else "Your own theory. e changes it."
        return Page(Document([quiet(kind), *mine]), Document([]))
    evidence = for_and_against(item, state.index, state.spoiler_filter) if state.is_loaded else []
    return pages.build(
        item,
        Extras(
            title="",
            notes=(f"about {item.topic}",),
            before=mine,
            after=evidence,
            side=_polls(item),
        ),
    )


def _yours(item: Theory, state: AppState) -> list[Paragraph]:
    """Return the note to the vote, and how the theory turned out."""
    vote, verdict = state.ballot.vote(item.id), state.ballot.verdict(item.id)
    told = [("Your note: ", vote.note)] if vote is not None and vote.note else []
    told += [("Your verdict: ", _option_text(item, verdict.outcome))] if verdict else []
    if item.id == THEORY and (note := in_words(state.sequel)):
        told.append(("You on the sequel: ", note))
    told += [("The news says: ", _option_text(item, item.outcome))] if item.outcome else []
    lines = [Paragraph(Content.assemble((label, "$text-muted"), text)) for label, text in told]
    return [*lines, GAP] if lines else []


def _option_text(item: Theory, outcome: str) -> str:
    option = item.option(outcome)
    return option.text if option else outcome


def _polls(item: Theory) -> list[Paragraph]:
    """Return the figures that a source printed, with what they are worth."""
    if not item.baseline:
        return []
    names = {option.id: option.text for option in item.options}
    width = max(len(name) for name in names.values())
    return [
        *heading("In the fan press"),
        *(
            Paragraph(
                Content(
                    f"{names[share.option].ljust(width)} "
                    f"{bar(share.percent / 100, _BAR_WIDTH)} {share.percent} %"
                )
            )
            for share in item.baseline
        ),
        quiet(item.baseline_note),
    ]
