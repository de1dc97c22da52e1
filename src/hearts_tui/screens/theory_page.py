"""What the page of a theory tells besides its story."""

from collections.abc import Sequence

from textual.content import Content

from hearts_tui.domain.ballot import CANT_BE_TOLD
from hearts_tui.domain.closing import Closed, why_closed
from hearts_tui.domain.dates import on_day
from hearts_tui.domain.sequel_note import THEORY, in_words
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.page_builder import Extras, Page, PageBuilder
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.charts import bar
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.evidence import for_and_against
from hearts_tui.widgets.item_page import heading, quiet

_BAR_WIDTH = 10


def theory_page(
    item: Theory, state: AppState, pages: PageBuilder, others: Sequence[Paragraph] = ()
) -> Page:
    """Make the page of a theory; the user's own has neither sources nor a status.

    ``others`` is what is told of the votes of others.
    """
    mine, polls = _yours(item, state), _polls(item)
    own = state.ballot.own(item.id)
    if own is not None:
        return Page(Document([quiet(_own_kind(item, state)), *mine]), Document([]))
    # What was printed elsewhere stands beside a vote, and before that not in its way.
    compared = [*polls[1:], GAP] if polls and state.ballot.vote(item.id) else []
    evidence = for_and_against(item, state.index, state.spoiler_filter) if state.is_loaded else []
    return pages.build(
        item,
        Extras(
            title="",
            notes=(f"about {item.topic}", _voting_ends(item, state)),
            before=[*mine, *others, *compared],
            after=evidence,
            side=[] if compared else polls,
        ),
    )


def _own_kind(item: Theory, state: AppState) -> str:
    """Return what can be done with a theory of the user's own."""
    match why_closed(item, state.ballot, state.clock()):
        case Closed.ARCHIVED:
            return "Archived. r reopens it."
        case None:
            return "Your own theory. e changes it."
        case _:
            return "Your own theory, decided. V changes the verdict."


def _voting_ends(item: Theory, state: AppState) -> str:
    """Return until when votes count, or why they don't anymore; nothing where no end is known."""
    closed = why_closed(item, state.ballot, state.clock())
    if closed is Closed.DECIDED:
        return "decided, votes are closed"
    if item.closes is None:
        return ""
    day = on_day(item.closes)
    return f"votes closed after {day}" if closed else f"last day to vote: {day}"


def _yours(item: Theory, state: AppState) -> list[Paragraph]:
    """Return what the user wrote down about a theory, and how it turned out."""
    vote, verdict = state.ballot.vote(item.id), state.ballot.verdict(item.id)
    told = [("Your note: ", vote.note)] if vote is not None and vote.note else []
    told += [("Your verdict: ", _option_text(item, verdict.outcome))] if verdict else []
    if item.id == THEORY and (note := in_words(state.sequel)):
        told.append(("You noted: ", note))
    told += [("The news says: ", _option_text(item, item.outcome))] if item.outcome else []
    lines = [Paragraph(Content.assemble((label, "$text-muted"), text)) for label, text in told]
    return [*lines, GAP] if lines else []


def _option_text(item: Theory, outcome: str) -> str:
    if outcome == CANT_BE_TOLD:
        return "can't be decided"
    option = item.option(outcome)
    return option.text if option else outcome


def _polls(item: Theory) -> list[Paragraph]:
    """Return the figures that a source printed, with what they are worth."""
    if not item.baseline:
        return []
    options = {option.id: option.text for option in item.options}
    names = [options[share.option] for share in item.baseline]
    width = max(map(len, names))
    figures = [
        f"{name:{width}} {bar(share.percent / 100, _BAR_WIDTH)} {share.percent}%"
        for name, share in zip(names, item.baseline, strict=True)
    ]
    told = [Paragraph(Content(figure)) for figure in figures]
    return [*heading("In the fan press"), *told, quiet(item.baseline_note.strip())]
