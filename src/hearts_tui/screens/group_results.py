"""What a group foretells, on the page of a theory and in its line of the list."""

from collections.abc import Mapping, Sequence
from math import ceil

from textual.content import Content

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.group import Group
from hearts_tui.domain.group_words import MOST_NOTES, count_and_confidence, why_hidden
from hearts_tui.domain.tally import Hidden, OptionTally
from hearts_tui.domain.theories import Theory
from hearts_tui.widgets.document import GAP, Paragraph
from hearts_tui.widgets.item_page import heading, quiet

_VOTER, _YOU = "•", "◉"
_MOST_DOTS = 10


def group_results(
    theory: Theory, group: Group, ballot: Ballot, name: str, *, is_closed: bool
) -> list[Paragraph]:
    """Return what the group votes on a theory, or why it is still hidden.

    Of the user's own theories others know nothing. ``name`` is the user's own among the group;
    ``is_closed`` tells that no vote can be cast anymore.
    """
    if ballot.own(theory.id) is not None:
        return []
    told = group.tally(theory, ballot)
    if told.hidden is not None:
        why = why_hidden(told, is_closed=is_closed)
        if told.hidden is Hidden.UNTIL_THREE_HAVE and group.friends:
            why = f"{why} f puts you and a friend side by side."
        return [*heading("Your group")[1:], quiet(why), GAP]
    return [
        *heading(f"Your group: {told.voters:,} votes")[1:],
        *_rows(theory, told.options),
        *_notes(group.notes(theory.id), group.names(name)),
        GAP,
    ]


def agreement(theory: Theory, group: Group, ballot: Ballot) -> str:
    """Return how many of the others voted as the user did; nothing where that is hidden."""
    if ballot.own(theory.id) is not None:
        return ""
    told = group.tally(theory, ballot)
    mine = next((option for option in told.options if option.is_mine), None)
    return f"{mine.voters - 1:,} of {told.voters - 1:,} agree" if mine is not None else ""


def _rows(theory: Theory, options: Sequence[OptionTally]) -> list[Paragraph]:
    """Return a row of dots for each option, with a sign for the user, and what the signs mean."""
    most = max(option.voters - option.is_mine for option in options)
    worth = max(1, ceil(most / _MOST_DOTS))
    width = ceil(most / worth)
    rows = [
        _row(theory, option, _VOTER * ceil((option.voters - option.is_mine) / worth), width)
        for option in options
    ]
    dot = "a voter" if worth == 1 else f"up to {worth:,} voters"
    return [*rows, quiet(f"{_VOTER} {dot}, {_YOU} you. % sure is the median.")]


def _row(theory: Theory, told: OptionTally, dots: str, width: int) -> Paragraph:
    option = theory.option(told.option)
    text = option.text if option else told.option
    lead = f"{dots:{width}} {_YOU if told.is_mine else ' '}  "
    figures = f"  {count_and_confidence(told)}"
    content = Content.assemble(text, (figures, "$text-muted"))
    return Paragraph(content, len(lead), lead, lead_style="$accent")


def _notes(notes: Sequence[tuple[str, str]], names: Mapping[str, str]) -> list[Paragraph]:
    """Return the latest of the notes that voters share, with their names."""
    told = [
        Paragraph(Content.assemble((f"{names[voter]}: ", "$text-muted"), note), 2, "· ")
        for voter, note in notes[:MOST_NOTES]
    ]
    left = len(notes) - len(told)
    return [*told, *([quiet(f"and {left:,} more")] if left else ())]
