"""The ballot: the votes of one person."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Vote:
    """An answer to a theory, and when it was given (UTC; None where the file does not tell)."""

    option: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """All votes, by theory id."""

    votes: Mapping[str, Vote] = field(default_factory=dict)

    def vote(self, theory: str) -> Vote | None:
        """Return the vote on a theory, if there is one."""
        return self.votes.get(theory)

    def with_vote(self, theory: str, vote: Vote | None) -> "Ballot":
        """Return a ballot with this vote in place; None takes the vote back."""
        votes = {key: value for key, value in self.votes.items() if key != theory}
        if vote is not None:
            votes[theory] = vote
        return replace(self, votes=votes)
