"""How a theory and its options are drawn in their lists."""

from collections.abc import Mapping
from datetime import datetime

from textual.content import Content
from textual.visual import Visual

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.closing import Closed, standing_vote, why_closed
from hearts_tui.domain.theories import Option, Theory
from hearts_tui.domain.verdicts import outcome_of
from hearts_tui.widgets.charts import bar
from hearts_tui.widgets.list_item import Entry

YOURS = "$secondary"
"""The style of the user's own marks."""

_CLOSED: Mapping[Closed, str] = {
    Closed.ARCHIVED: "archived",
    Closed.DECIDED: "decided",
    Closed.PAST_DATE: "closed",
}
_BAR_WIDTH = 10
_MARK, _NO_MARK = Content.styled("◉", YOURS), "○"


def theory_entry(
    theory: Theory,
    ballot: Ballot,
    now: datetime,
    *,
    is_saving: bool,
    group: str = "",
    compact: bool = False,
) -> Visual:
    """Draw a theory for the list: the question, and the answer to it or else its topic.

    ``group`` is what a group says to the answer, which stands behind the question where it is to be
    ``compact``.
    """
    vote, closed = ballot.vote(theory.id), why_closed(theory, ballot, now)
    mark = _MARK if vote else _NO_MARK
    if vote is None or closed is Closed.ARCHIVED:
        told = _CLOSED[closed] if closed else theory.topic
        return Entry(mark, theory.title, detail=told, compact=True)
    answer = Content.styled(f"you: {_name(theory, vote.option)} {vote.confidence}%", YOURS)
    how = "saving" if is_saving else right_or_wrong(theory, ballot)
    detail = Content.assemble(answer, " ", how) if how else answer
    if group:
        detail = Content.assemble(detail, (f" · {group}", "$text-muted"))
    return Entry(mark, theory.title, detail=detail, compact=compact)


def option_row(
    theory: Theory, option: Option, ballot: Ballot, *, is_saving: bool, is_read_aloud: bool = False
) -> Visual:
    """Draw an option; the one that was voted for with the confidence, and whether it is saved.

    Where the screen is read aloud, only the message says that it is saved: a row would be read
    again with each of its states.
    """
    vote = ballot.vote(theory.id)
    if vote is None or vote.option != option.id:
        came_true = outcome_of(theory, ballot) == option.id
        note = Content.styled("came true", "$success") if came_true else ""
        return Entry(_NO_MARK, option.text, note=note)
    result = right_or_wrong(theory, ballot)
    if is_read_aloud:
        state = result or ""
    else:
        state = "saving" if is_saving else result or Content.styled("saved", "dim")
    # The same width before and after, so that no line breaks for as long as a save takes.
    blank = " " * (len("saving") - len(state))
    sure = Content.styled(f"{bar(vote.confidence / 100, _BAR_WIDTH)} {vote.confidence}%", YOURS)
    return Entry(_MARK, option.text, note=Content.assemble(sure, " ", state, blank), strong=True)


def right_or_wrong(theory: Theory, ballot: Ballot) -> Content | None:
    """Return how the vote on a theory turned out, in a word; None where nobody knows yet."""
    outcome = outcome_of(theory, ballot)
    vote = standing_vote(theory, ballot) if outcome is not None else None
    if vote is None:
        return None
    return verdict_word(is_right=vote.option == outcome)


def verdict_word(*, is_right: bool) -> Content:
    """Return 'right' or 'wrong' in its color."""
    return Content.styled("right", "$success") if is_right else Content.styled("wrong", "$error")


def _name(theory: Theory, option_id: str) -> str:
    option = theory.option(option_id)
    return option.text if option else f"{option_id} (not on the list)"
