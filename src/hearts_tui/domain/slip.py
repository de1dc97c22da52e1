"""A slip: what one voter lets others see of a ballot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from hearts_tui.domain.ballot import Ballot, Vote
from hearts_tui.domain.cells import fit
from hearts_tui.domain.closing import standing_vote
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.theories import Theory

WIDEST_NAME = 24
"""In cells of a terminal."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A voter's display name and votes by theory id.

    The votes have no history, and notes only where they are shared. Whose slip it is the name does
    not tell: whoever reads slips knows them by who owns or signed the file.
    """

    name: str = ""
    votes: Mapping[str, Vote] = field(default_factory=dict)

    def vote(self, theory: str) -> Vote | None:
        """Return the vote on a theory, if there is one."""
        return self.votes.get(theory)

    @property
    def ballot(self) -> Ballot:
        """The votes as a ballot, which has no verdicts."""
        return Ballot(self.votes)


def make_slip(ballot: Ballot, theories: Iterable[Theory], name: str) -> Slip:
    """Make a slip of the votes that count on some theories.

    ``theories`` are those of the content: the ids of the user's own mean nothing to others.
    """
    votes = {}
    for theory in theories:
        vote = standing_vote(theory, ballot)
        if vote is not None and theory.option(vote.option) is not None:
            note = vote.note if vote.shares_note else ""
            votes[theory.id] = replace(vote, note=note, shares_note=note != "", history=())
    return Slip(clean_name(name), votes)


def clean_name(text: str) -> str:
    """Return a display name that is safe to show: one line, at most 24 cells wide."""
    return fit(" ".join(sanitize(text).split()), WIDEST_NAME).rstrip()
