"""The page of voters: how each of a group has done."""

from collections.abc import Sequence
from dataclasses import dataclass

from hearts_tui.domain.score import Band, calibration, mean, settled
from hearts_tui.domain.slip import Slip
from hearts_tui.domain.theories import Theory


@dataclass(frozen=True, slots=True)
class Record:
    """A voter's name, number of votes, mean Brier score (None before there is any), and bands."""

    name: str
    votes: int
    score: float | None
    bands: Sequence[Band]


def record_of(slip: Slip, theories: Sequence[Theory]) -> Record:
    """Tell how a voter has done, as the content says that the theories turned out."""
    votes = sum(theory.id in slip.votes for theory in theories)
    results = settled(theories, slip.ballot)
    score = mean(result.score for result in results) if results else None
    return Record(slip.name, votes, score, tuple(calibration(results)))
