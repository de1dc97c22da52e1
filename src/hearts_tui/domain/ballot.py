"""The ballot: one person's votes, verdicts and theories of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

LEAST_CONFIDENCE, MOST_CONFIDENCE, FIRST_CONFIDENCE = 50, 99, 70
"""In per cent: how sure a vote can be, and how sure a new one is."""

CONFIDENCE_STEP = 5
LONGEST_HISTORY = 10
LONGEST_NOTE = 200
CANT_BE_TOLD = "can't be told"
"""The outcome of a verdict that settles nothing; option ids are slugs, so none is equal to it."""


class Kind(StrEnum):
    """The kinds of entries, by the names of their tables in the ballot file."""

    VOTE = "votes"
    VERDICT = "verdicts"


@dataclass(frozen=True, slots=True)
class PastVote:
    """What a vote was before it was changed."""

    option: str
    confidence: int
    at: datetime | None
    revision: int


@dataclass(frozen=True, slots=True)
class Vote:
    """An answer to a theory.

    ``confidence`` is in per cent; ``at`` is when it was given (UTC; None where the file does not
    tell). ``revision`` counts the changes of the ballot and orders votes, which a clock may not;
    whoever keeps the vote assigns it. ``history`` holds earlier answers, the latest last.
    """

    option: str
    at: datetime | None = None
    confidence: int = FIRST_CONFIDENCE
    note: str = ""
    revision: int = 0
    history: tuple[PastVote, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a theory turned out: an option's id, or CANT_BE_TOLD."""

    outcome: str
    at: datetime | None = None
    revision: int = 0


Entry = Vote | Verdict


@dataclass(frozen=True, slots=True)
class Ballot:
    """All entries by theory id. ``revision`` is that of the latest change."""

    votes: Mapping[str, Vote] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    revision: int = 0

    def vote(self, theory: str) -> Vote | None:
        """Return the vote on a theory, if there is one."""
        return self.votes.get(theory)

    def verdict(self, theory: str) -> Verdict | None:
        """Return the verdict on a theory, if there is one."""
        return self.verdicts.get(theory)

    def entry(self, kind: Kind, theory: str) -> Entry | None:
        """Return the entry of a kind on a theory, if there is one."""
        return self.vote(theory) if kind is Kind.VOTE else self.verdict(theory)

    def with_entry(self, kind: Kind, theory: str, entry: Entry | None) -> "Ballot":
        """Return a ballot with this entry in place; None takes the entry out."""
        votes = dict(self.votes)
        verdicts = dict(self.verdicts)
        entries: dict[str, Vote] | dict[str, Verdict] = votes if kind is Kind.VOTE else verdicts
        entries.pop(theory, None)
        if isinstance(entry, Vote):
            votes[theory] = entry
        elif isinstance(entry, Verdict):
            verdicts[theory] = entry
        return replace(self, votes=votes, verdicts=verdicts)


def voted(before: Vote | None, option: str, at: datetime) -> Vote:
    """Return the vote for an option; what stood before goes into its history."""
    if before is None:
        return Vote(option, at)
    return replace(before, option=option, at=at, history=_with_past(before))


def more_sure(vote: Vote, steps: int, at: datetime) -> Vote:
    """Return a vote with its confidence moved by some steps, within its bounds."""
    # 99 is as near to certain as a vote gets: the step below it is 95, as from 100.
    position = 100 if vote.confidence == MOST_CONFIDENCE else vote.confidence
    wanted = position + steps * CONFIDENCE_STEP
    confidence = max(LEAST_CONFIDENCE, min(MOST_CONFIDENCE, wanted))
    if confidence == vote.confidence:
        return vote
    return replace(vote, confidence=confidence, at=at, history=_with_past(vote))


def _with_past(vote: Vote) -> tuple[PastVote, ...]:
    past = PastVote(vote.option, vote.confidence, vote.at, vote.revision)
    return (*vote.history, past)[-LONGEST_HISTORY:]
