"""What a group foretells, theory by theory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from hearts_tui.domain.ballot import Answer
from hearts_tui.domain.closing import is_in_time
from hearts_tui.domain.score import brier
from hearts_tui.domain.slip import Slip
from hearts_tui.domain.theories import Theory

FEWEST_VOTERS = 3
"""Voters, the user included, below which a tally would tell who voted for what."""


class Hidden(StrEnum):
    """Why a tally is hidden."""

    UNTIL_YOU_VOTE = "until you vote"
    UNTIL_THREE_HAVE = "until three have voted"


@dataclass(frozen=True, slots=True)
class OptionTally:
    """How many voted for an option, the user included, and how sure they are in the median.

    ``confidence`` is in percent; None where nobody voted for it.
    """

    option: str
    voters: int
    confidence: float | None
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of a group on a theory. A hidden one tells the number of voters and no more."""

    voters: int
    options: Sequence[OptionTally] = ()
    hidden: Hidden | None = None


def tally(theory: Theory, others: Iterable[Slip], mine: Answer | None) -> Tally:
    """Count the votes of a group on a theory.

    ``others`` are the slips of all but the user, and ``mine`` is the user's vote that counts. What
    others say to have voted after the theory's last day does not count.
    """
    votes = votes_on(theory, others, mine)
    if mine is None:
        return Tally(len(votes), hidden=Hidden.UNTIL_YOU_VOTE)
    if len(votes) < FEWEST_VOTERS:
        return Tally(len(votes), hidden=Hidden.UNTIL_THREE_HAVE)
    confidences: dict[str, list[int]] = {option.id: [] for option in theory.options}
    for vote in votes:
        confidences[vote.option].append(vote.confidence)
    return Tally(
        len(votes),
        tuple(
            OptionTally(option, len(sure), median(sure) if sure else None, option == mine.option)
            for option, sure in confidences.items()
        ),
    )


def votes_on(theory: Theory, others: Iterable[Slip], mine: Answer | None) -> list[Answer]:
    """List the votes on a theory that count, the user's first if there is one."""
    name, closes = theory.id, theory.closes
    ids = {option.id for option in theory.options}
    theirs = (slip.votes.get(name) for slip in others)
    return [
        vote
        for vote in (mine, *theirs)
        if vote is not None
        and vote.option in ids
        and (closes is None or is_in_time(closes, vote.at))
    ]


@dataclass(frozen=True, slots=True)
class RelativeScore:
    """The Brier score of the user's vote on a theory, and the median of those of the group."""

    theory: str
    score: float
    median: float

    @property
    def relative(self) -> float:
        """How much worse than the group the vote is; below 0 it is better."""
        return self.score - self.median


def relative_score(
    theory: Theory, others: Iterable[Slip], mine: Answer | None
) -> RelativeScore | None:
    """Compare the user's score on a theory to the group's, as the content says it turned out.

    It is the Accuracy Score of Good Judgment Open (gjopen.com/faq, question 4) for one day: they
    average it over the days that a question is open, times the share of days that one took part.
    The user is one of the group. There is none without an outcome, without the user's vote in
    time, or with fewer than three voters.
    """
    if mine is None or theory.option(theory.outcome) is None:
        return None
    votes = votes_on(theory, others, mine)
    if len(votes) < FEWEST_VOTERS or votes[0] is not mine:
        return None
    ids = [option.id for option in theory.options]
    scores = [brier(vote, ids, theory.outcome) for vote in votes]
    return RelativeScore(theory.id, scores[0], median(scores))
