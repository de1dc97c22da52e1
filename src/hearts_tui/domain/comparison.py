"""Two voters side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hearts_tui.domain.score import beliefs
from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.domain.theories import Theory


@dataclass(frozen=True, slots=True)
class Pair:
    """What two voters say on a theory.

    ``distance`` is the sum, over the options, of the squared difference between their beliefs: 0
    for the same, 2 for opposite certainties.
    """

    theory: str
    mine: SlipVote
    theirs: SlipVote
    distance: float

    @property
    def agrees(self) -> bool:
        """Whether both voted for the same option."""
        return self.mine.option == self.theirs.option


@dataclass(frozen=True, slots=True)
class Comparison:
    """The theories that two voters have both voted on, in the order of the board."""

    pairs: Sequence[Pair]

    @property
    def agreed(self) -> int:
        """On how many theories both voted for the same option."""
        return sum(pair.agrees for pair in self.pairs)

    @property
    def biggest_clash(self) -> Pair | None:
        """The disagreement in which the beliefs lie furthest apart, if there is any."""
        clashes = self._clashes
        return clashes[-1] if clashes else None

    @property
    def closest_call(self) -> Pair | None:
        """The disagreement in which the beliefs lie closest; None where there is but one."""
        clashes = self._clashes
        return clashes[0] if len(clashes) > 1 else None

    @property
    def _clashes(self) -> list[Pair]:
        """The disagreements, the closest first."""
        clashes = (pair for pair in self.pairs if not pair.agrees)
        return sorted(clashes, key=lambda pair: pair.distance)


def compare(mine: Slip, theirs: Slip, theories: Iterable[Theory]) -> Comparison:
    """Put the votes of two slips side by side, wherever both have one."""
    pairs = []
    for theory in theories:
        ours, other = mine.vote(theory.id), theirs.vote(theory.id)
        ids = [option.id for option in theory.options]
        if ours is None or other is None or ours.option not in ids or other.option not in ids:
            continue
        both = zip(beliefs(ours, ids), beliefs(other, ids), strict=True)
        distance = sum((one - two) ** 2 for one, two in both)
        pairs.append(Pair(theory.id, ours, other, distance))
    return Comparison(tuple(pairs))
