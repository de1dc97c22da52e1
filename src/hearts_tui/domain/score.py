"""How well votes foretold: the Brier score and calibration.

The score of one theory is the sum, over its options, of the squared difference between the share
of belief put on an option and what came true (1 for the outcome, 0 for every other option): from 0,
certain and right, to 2, certain and wrong. It is the original score of G. W. Brier, Verification of
Forecasts Expressed in Terms of Probability, Monthly Weather Review 78 (1950), and it is proper:
nobody scores better by stating another confidence than their own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from hearts_tui.domain.ballot import Answer, Ballot
from hearts_tui.domain.closing import standing_vote
from hearts_tui.domain.theories import Theory
from hearts_tui.domain.verdicts import outcome_of

BANDS = ((1, 49), (50, 59), (60, 69), (70, 79), (80, 89), (90, 99))
"""Bands of stated confidence, in per cent, both ends included."""

FEWEST_TO_TELL = 5
"""Votes below which nothing can be said of a band."""

_LEVEL = 0.90
"""How likely the interval of a band holds the share that is looked for."""


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

    @property
    def is_telling(self) -> bool:
        """Whether there are enough votes to tell anything."""
        return self.votes >= FEWEST_TO_TELL

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares the votes of this band come true, in 90 of 100 such cases."""
        return wilson(self.right, self.votes)


def beliefs(vote: Answer, options: Iterable[str]) -> list[float]:
    """Return the share of belief that a vote puts on each option.

    What the option that was voted for does not get is spread evenly over the others.
    """
    ids = list(options)
    sure = vote.confidence / 100
    rest = (1 - sure) / max(1, len(ids) - 1)
    return [sure if option == vote.option else rest for option in ids]


def brier(vote: Answer, options: Iterable[str], outcome: str) -> float:
    """Score a vote by what came true."""
    ids = list(options)
    shares = zip(beliefs(vote, ids), ids, strict=True)
    return sum((share - (option == outcome)) ** 2 for share, option in shares)


def guessing(count: int) -> float:
    """Score who believes equally in each of ``count`` options, whatever comes true."""
    return (1 - 1 / count) ** 2 + (count - 1) / count**2


def settled(theories: Iterable[Theory], ballot: Ballot) -> list[Settled]:
    """List the theories that were voted on in time and turned out one way or another."""
    found = []
    for theory in theories:
        vote, outcome = standing_vote(theory, ballot), outcome_of(theory, ballot)
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


def wilson(right: int, votes: int, level: float = _LEVEL) -> tuple[float, float]:
    """Return the interval in which a share lies at some level of confidence, by what was counted.

    It is that of E. B. Wilson, Probable Inference, the Law of Succession, and Statistical
    Inference, Journal of the American Statistical Association 22 (1927), which holds for few votes
    too. Without any it is everything, from 0 to 1.
    """
    if votes == 0:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, spread = right / votes, z**2 / votes
    middle = share + spread / 2
    reach = z * sqrt(share * (1 - share) / votes + spread / (4 * votes))
    low, high = (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)
    # Rounding may leave a hair of what is exactly the end.
    return (0.0 if right == 0 else low), (1.0 if right == votes else high)
