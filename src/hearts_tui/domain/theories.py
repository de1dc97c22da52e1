"""Theories: the questions of the board, and what speaks for and against the answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hearts_tui.domain.address import Address
from hearts_tui.domain.item import Item, Passage
from hearts_tui.domain.spoilers import Spoiler


class Side(StrEnum):
    """Which way a piece of evidence points."""

    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a theory."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A share that a source printed for an option, in per cent."""

    option: str
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """An item that speaks for or against an option of a theory.

    ``says`` is how, in a sentence, and ``spoiler`` what that sentence gives away.
    """

    item: Address
    option: str
    side: Side
    says: str
    spoiler: Spoiler = Spoiler.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Theory(Item):
    """A question to vote on; ``title`` is the question.

    ``outcome`` is the id of the option that it turned out as, where the content knows. ``closes``
    is the last day on which votes count; without one they do until the theory is decided.
    """

    topic: str
    options: tuple[Option, ...]
    evidence: tuple[Evidence, ...] = ()
    baseline: tuple[Baseline, ...] = ()
    baseline_note: str = ""
    outcome: str = ""
    closes: date | None = None

    @property
    def subject(self) -> str:
        """The topic."""
        return self.topic

    @property
    def details(self) -> Iterator[Passage]:
        """The topic, the options and the evidence."""
        for text in (self.topic, *(option.text for option in self.options)):
            yield text, self.spoiler
        for evidence in self.evidence:
            yield evidence.says, evidence.spoiler

    def option(self, option_id: str) -> Option | None:
        """Find an option by its id."""
        return next((option for option in self.options if option.id == option_id), None)


def evidence_by_item(theories: Iterable[Theory]) -> dict[Address, list[tuple[Theory, Evidence]]]:
    """Return, for every address, the theories in which the item there is evidence."""
    found: dict[Address, list[tuple[Theory, Evidence]]] = {}
    for theory in theories:
        for evidence in theory.evidence:
            found.setdefault(evidence.item, []).append((theory, evidence))
    return found
