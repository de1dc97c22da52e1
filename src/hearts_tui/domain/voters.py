"""The page of voters: how each of a group has done."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearts_tui.domain.cells import fit
from hearts_tui.domain.score import FEWEST_TO_TELL, Band, calibration, mean, settled
from hearts_tui.domain.slip import WIDEST_NAME, Slip
from hearts_tui.domain.theories import Theory

_SHOWN_OF_ID = 8
"""Characters of an id that tell two voters of one name apart."""


@dataclass(frozen=True, slots=True)
class Record:
    """A voter's name, number of votes, mean Brier score (None before there is any), and bands.

    ``sure`` is the mean confidence of the votes that were scored, as a share from 0 to 1.
    """

    name: str
    votes: int
    score: float | None
    bands: Sequence[Band]
    sure: float | None = None

    @property
    def settled(self) -> int:
        """How many of the votes were scored."""
        return sum(band.votes for band in self.bands)

    @property
    def right(self) -> float | None:
        """Which share of these votes came true; None where they are too few to tell."""
        if self.settled < FEWEST_TO_TELL:
            return None
        return sum(band.right for band in self.bands) / self.settled


def record_of(slip: Slip, theories: Sequence[Theory]) -> Record:
    """Tell how a voter has done, as the content says that the theories turned out."""
    votes = sum(theory.id in slip.votes for theory in theories)
    results = settled(theories, slip.ballot)
    bands = tuple(calibration(results))
    if not results:
        return Record(slip.name, votes, None, bands)
    score = mean(result.score for result in results)
    sure = mean(result.confidence / 100 for result in results)
    return Record(slip.name, votes, score, bands, sure)


def display_names(voters: Mapping[str, Slip], own: str) -> Mapping[str, str]:
    """Return the name to show for each voter, by id: where two have the same, with their ids.

    ``own`` is the user's own name, which nobody else can take either, nor be 'you'.
    """
    names = {voter: slip.name or "no name" for voter, slip in voters.items()}
    counts = Counter(name.casefold() for name in (own, "you", *names.values()))
    return {
        voter: _with_id(name, voter) if counts[name.casefold()] > 1 else name
        for voter, name in names.items()
    }


def _with_id(name: str, voter: str) -> str:
    told = f" ({voter.rpartition(' ')[2][:_SHOWN_OF_ID]})"
    return f"{fit(name, WIDEST_NAME - len(told))}{told}"
