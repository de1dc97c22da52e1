"""A slip: what one voter lets others see of a ballot."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from hearts_tui.domain.ballot import Answer, Ballot, Vote
from hearts_tui.domain.cells import fit
from hearts_tui.domain.closing import standing_vote
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.theories import Theory

WIDEST_NAME = 24
"""In cells of a terminal."""


class SlipVote(NamedTuple):
    """A vote without what is private: history, and a note that is not shared.

    It is a tuple because a board has hundreds of thousands, which are made three times as fast.
    """

    option: str
    confidence: int
    at: datetime | None = None
    revision: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A voter's display name and votes by theory id.

    ``at`` is when a slip was made that others carry; None for one that they can't put back. Whose
    slip it is the name does not tell: whoever reads slips knows them by who owns or signed
    the file.
    """

    name: str = ""
    votes: Mapping[str, SlipVote] = field(default_factory=dict)
    at: datetime | None = None

    def vote(self, theory: str) -> SlipVote | None:
        """Return the vote on a theory, if there is one."""
        return self.votes.get(theory)

    @property
    def ballot(self) -> Ballot:
        """The votes as a ballot, which has no verdicts."""
        return Ballot(
            {
                theory: Vote(vote.option, vote.at, vote.confidence, vote.note, vote.revision)
                for theory, vote in self.votes.items()
            }
        )


def make_slip(ballot: Ballot, theories: Iterable[Theory], name: str) -> Slip:
    """Make a slip of the votes that count on some theories.

    ``theories`` are those of the content: the ids of the user's own mean nothing to others.
    """
    votes = {}
    for theory in theories:
        vote = standing_vote(theory, ballot)
        if vote is not None and theory.option(vote.option) is not None:
            note = vote.note if vote.shares_note else ""
            votes[theory.id] = SlipVote(vote.option, vote.confidence, vote.at, vote.revision, note)
    return Slip(clean_name(name), votes)


def is_made_of(slip: Slip, ballot: Ballot) -> bool:
    """Return whether a slip was made of a ballot, be it as that was some time ago.

    Nobody else gave most of these answers in the same seconds. Not all have to be found: a ballot
    does not keep what was withdrawn, nor all that was changed many times.
    """
    known = [
        _was_given(answer, ballot.votes[theory])
        for theory, answer in slip.votes.items()
        if theory in ballot.votes
    ]
    return 2 * sum(known) > len(known)


def _was_given(answer: Answer, vote: Vote) -> bool:
    """Return whether a vote says what an answer says, or did so once."""
    given: Sequence[Answer] = [vote, *vote.history]
    return any(_is_same_answer(answer, each) for each in given)


def _is_same_answer(answer: Answer, other: Answer) -> bool:
    return (
        answer.at is not None
        and other.at is not None
        and (answer.option, answer.confidence) == (other.option, other.confidence)
        and _second(answer.at) == _second(other.at)
    )


def _second(moment: datetime) -> datetime:
    """Return a moment as a slip has it, with nothing below seconds; without a zone it is UTC."""
    zoned = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return zoned.replace(microsecond=0)


def clean_name(text: str) -> str:
    """Return a display name that is safe to show: one line, at most 24 cells wide."""
    return fit(" ".join(sanitize(text).split()), WIDEST_NAME).rstrip()
