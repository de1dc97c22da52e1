"""What was read from a folder of slips, and what was rejected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from hearts_tui.domain.excerpt import shorten
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.slip import Slip

MOST_TOLD = 1_000
"""How many rejected files are told of by name."""

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file that does not count, by a name that can be shown, and why, in a sentence."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class SlipsRead:
    """The slips in a folder by voter, and what was rejected.

    Of many rejected files only the first are in ``rejected``; ``rejected_count`` is that of all.
    ``notice`` is a sentence for the user where not all files were looked at.
    """

    slips: Mapping[str, Slip]
    rejected: Sequence[Rejected] = ()
    rejected_count: int = 0
    notice: str = ""

    def others(self, voter: str) -> list[Slip]:
        """Return the slips of all voters but one."""
        return [slip for each, slip in self.slips.items() if each != voter]


def slips_read(
    slips: Mapping[str, Slip], reasons: Mapping[str, str], notice: str = ""
) -> SlipsRead:
    """Put slips beside the reasons, each the end of a sentence, why other files don't count."""
    first = islice(reasons.items(), MOST_TOLD)
    return SlipsRead(slips, tuple(_rejected(*each) for each in first), len(reasons), notice)


def _rejected(name: str, reason: str) -> Rejected:
    shown = shorten(sanitize(name).replace("\n", " "), _LONGEST_NAME)
    return Rejected(shown, f"{shown} doesn't count: {reason}.")
