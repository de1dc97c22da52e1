"""The rumor check: what the fan press says of a sequel, beside what is so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hearts_tui.domain.address import Address
from hearts_tui.domain.spoilers import Spoiler


class Verdict(StrEnum):
    """How a statement of the fan press compares with what is known."""

    RIGHT = "right"
    UNBACKED = "unbacked"
    WRONG = "wrong"


CHECK_HEADINGS = {
    Verdict.RIGHT: "What it gets right",
    Verdict.UNBACKED: "What nobody backs up",
    Verdict.WRONG: "What it gets wrong",
}
"""The headings of the groups, in their order."""

CHECK_SIGNS = {Verdict.RIGHT: "✓", Verdict.UNBACKED: "~", Verdict.WRONG: "✗"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that the fan press says.

    ``truth`` is what is so, where that is known, and ``item`` the address of the page that tells
    more. ``rows`` name the entries of the research notes that it was written from.
    """

    says: str
    verdict: Verdict
    rows: tuple[str, ...]
    truth: str = ""
    item: Address | None = None
    spoiler: Spoiler = Spoiler.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class RumorCheck:
    """All statements, with an introduction (Markdown)."""

    intro: str = ""
    statements: tuple[Statement, ...] = ()

    def by_verdict(self) -> Mapping[Verdict, Sequence[Statement]]:
        """Return the statements of each verdict."""
        return {
            verdict: [each for each in self.statements if each.verdict is verdict]
            for verdict in Verdict
        }
