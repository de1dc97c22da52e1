"""The ballot: one person's votes, verdicts and theories of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from math import ceil
from typing import Any, Protocol

from hearts_tui.domain.theories import Option

LEAST_CONFIDENCE, MOST_CONFIDENCE, FIRST_CONFIDENCE = 1, 99, 70
"""In percent: how sure a vote can be, and how sure a new one is."""

CONFIDENCE_STEP = 5
LONGEST_HISTORY = 10
LONGEST_NOTE = 200
CANT_BE_TOLD = "can't be told"
"""The outcome of a verdict that settles nothing; option ids are slugs, so none is equal to it."""


class Kind(StrEnum):
    """The kinds of entries, by the names of their tables in the ballot file and in a ballot."""

    VOTE = "votes"
    VERDICT = "verdicts"
    OWN = "theories"


class Answer(Protocol):
    """What any kind of vote says: for which option, how sure, in percent, and when."""

    @property
    def option(self) -> str:
        """The id of the option."""

    @property
    def confidence(self) -> int:
        """How sure it is, in percent."""

    @property
    def at(self) -> datetime | None:
        """When it was given, where that is known."""


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
    the store assigns it. ``history`` holds earlier answers, the latest last. A note is for this
    user alone unless ``shares_note``.
    """

    option: str
    at: datetime | None = None
    confidence: int = FIRST_CONFIDENCE
    note: str = ""
    revision: int = 0
    history: tuple[PastVote, ...] = ()
    shares_note: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a theory turned out: an option's id, or CANT_BE_TOLD."""

    outcome: str
    at: datetime | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class OwnTheory:
    """A question that the user put on the board. A retired one stays, and is closed."""

    question: str
    options: tuple[Option, ...]
    retired: bool = False
    at: datetime | None = None
    revision: int = 0


Entry = Vote | Verdict | OwnTheory


@dataclass(frozen=True, slots=True)
class Ballot:
    """All entries by theory id. ``revision`` is that of the latest change."""

    votes: Mapping[str, Vote] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    theories: Mapping[str, OwnTheory] = field(default_factory=dict)
    revision: int = 0

    def vote(self, theory: str) -> Vote | None:
        """Return the vote on a theory, if there is one."""
        return self.votes.get(theory)

    def verdict(self, theory: str) -> Verdict | None:
        """Return the verdict on a theory, if there is one."""
        return self.verdicts.get(theory)

    def own(self, theory: str) -> OwnTheory | None:
        """Return a theory of the user's own, if it is one."""
        return self.theories.get(theory)

    def entries(self, kind: Kind) -> Mapping[str, Entry]:
        """Return all entries of a kind by theory id."""
        match kind:
            case Kind.VOTE:
                return self.votes
            case Kind.VERDICT:
                return self.verdicts
            case Kind.OWN:
                return self.theories

    def entry(self, kind: Kind, theory: str) -> Entry | None:
        """Return the entry of a kind on a theory, if there is one."""
        return self.entries(kind).get(theory)

    def with_entry(self, kind: Kind, theory: str, entry: Entry | None) -> "Ballot":
        """Return a ballot with this entry in place; None takes the entry out.

        One that was there keeps its place in the order, so that nothing moves under the cursor.
        """
        entries = dict(self.entries(kind))
        if entry is None:
            entries.pop(theory, None)
        else:
            entries[theory] = entry
        changed: dict[str, Any] = {kind.value: entries}
        return replace(self, **changed)

    def changed_from(self, other: "Ballot") -> set[str]:
        """Name the theories on which two ballots differ."""
        return {
            theory
            for kind in Kind
            for theory in self.entries(kind).keys() | other.entries(kind).keys()
            if self.entry(kind, theory) != other.entry(kind, theory)
        }


def cast_vote(before: Vote | None, option: str, at: datetime) -> Vote:
    """Return the vote for an option, with a confidence of its own and no note.

    What stood before goes into its history.
    """
    if before is None:
        return Vote(option, at)
    return Vote(option, at, revision=before.revision, history=_with_past(before))


def is_same_answer(before: Entry | None, after: Entry | None) -> bool:
    """Return whether two entries are votes that differ in their notes at most."""
    if not isinstance(before, Vote) or not isinstance(after, Vote):
        return False
    return (before.option, before.confidence) == (after.option, after.confidence)


def with_note(vote: Vote, note: str, *, shares: bool = False) -> Vote:
    """Return a vote with another note, which others see only if that is said of this very note."""
    return replace(vote, note=note, shares_note=shares and note != "")


def least_confidence(options: int) -> int:
    """Return the confidence, in percent, below which another of so many options is the favorite."""
    return max(LEAST_CONFIDENCE, ceil(100 / max(1, options)))


def change_confidence(vote: Vote, steps: int, at: datetime, options: int) -> Vote:
    """Return a vote with its confidence moved by some steps, within its bounds.

    ``options`` is how many the theory has.
    """
    least = least_confidence(options)
    positions = [least, *(p for p in range(0, 100, CONFIDENCE_STEP) if p > least), MOST_CONFIDENCE]
    nearest = min(range(len(positions)), key=lambda n: abs(positions[n] - vote.confidence))
    return with_confidence(vote, positions[max(0, min(len(positions) - 1, nearest + steps))], at)


def with_confidence(vote: Vote, confidence: int, at: datetime) -> Vote:
    """Return a vote with another confidence; what it was before goes into its history."""
    if confidence == vote.confidence:
        return vote
    return replace(vote, confidence=confidence, at=at, history=_with_past(vote))


def _with_past(vote: Vote) -> tuple[PastVote, ...]:
    past = PastVote(vote.option, vote.confidence, vote.at, vote.revision)
    return (*vote.history, past)[-LONGEST_HISTORY:]
