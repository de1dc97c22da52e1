"""How well votes foretold: the Brier score and calibration.

The score of one theory is the sum, over its options, of the squared difference between the share
of belief put on an option and what came true (1 for the outcome, 0 for every other option): from 0,
certain and right, to 2, certain and wrong. It is the original score of G. W. Brier, Verification of
Forecasts Expressed in Terms of Probability, Monthly Weather Review 78 (1950), and it is proper:
nobody scores better by stating another confidence than their own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hearts_tui.domain.ballot import Ballot, Vote
from hearts_tui.domain.theories import Theory

BANDS = ((1, 49), (50, 59), (60, 69), (70, 79), (80, 89), (90, 99))
"""Bands of stated confidence, in per cent, both ends included."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A theory that was voted on and turned out: the vote's score, and that of plain guessing."""

    theory: str
    confidence: int
    right: bool
    score: float
    guessing: float


@dataclass(frozen=True, slots=True)
class Band:
    """How often votes of one band of confidence came true."""

    least: int
    most: int
    votes: int
    right: int


def brier(vote: Vote, options: Iterable[str], outcome: str) -> float:
    """Score a vote; the belief that it does not hold is spread evenly over the other options."""
    ids = list(options)
    sure = vote.confidence / 100
    rest = (1 - sure) / (len(ids) - 1)
    return sum(
        ((sure if option == vote.option else rest) - (option == outcome)) ** 2 for option in ids
    )


def guessing(count: int) -> float:
    """Score who believes equally in each of ``count`` options, whatever comes true."""
    return (1 - 1 / count) ** 2 + (count - 1) / count**2


def outcome_of(theory: Theory, ballot: Ballot) -> str | None:
    """Return the option that a theory turned out as, where that is told."""
    verdict = ballot.verdict(theory.id)
    outcome = verdict.outcome if verdict is not None else theory.outcome
    return outcome if theory.option(outcome) is not None else None


def is_settled(theory: Theory, ballot: Ballot) -> bool:
    """Return whether there is a verdict on a theory, be it that it can't be told."""
    verdict = ballot.verdict(theory.id)
    return verdict is not None or theory.outcome != ""


def settled(theories: Iterable[Theory], ballot: Ballot) -> list[Settled]:
    """List the theories that were voted on and turned out one way or another."""
    found = []
    for theory in theories:
        vote, outcome = ballot.vote(theory.id), outcome_of(theory, ballot)
        if vote is None or outcome is None or theory.option(vote.option) is None:
            continue
        ids = [option.id for option in theory.options]
        found.append(
            Settled(
                theory.id,
                vote.confidence,
                vote.option == outcome,
                brier(vote, ids, outcome),
                guessing(len(ids)),
            )
        )
    return found


def mean(scores: Iterable[float]) -> float:
    """Return the mean of some scores; there has to be one at least."""
    values = list(scores)
    return sum(values) / len(values)


def calibration(results: Iterable[Settled]) -> list[Band]:
    """Count, band by band, how many votes there were and how many came true."""
    counts: Mapping[tuple[int, int], list[bool]] = {band: [] for band in BANDS}
    for result in results:
        for (least, most), hits in counts.items():
            if least <= result.confidence <= most:
                hits.append(result.right)
    return [Band(least, most, len(hits), sum(hits)) for (least, most), hits in counts.items()]
