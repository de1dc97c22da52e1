"""Theories: the questions of the board."""

from dataclasses import dataclass

from hearts_tui.domain.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a theory. ``ours`` tells that it was added to complete the choice."""

    id: str
    text: str
    ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A share that a source printed for an option, in per cent."""

    option: str
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Theory(Claim):
    """A question to vote on; ``title`` is the question.

    ``outcome`` is the id of the option that it turned out as, where the content knows.
    """

    topic: str
    options: tuple[Option, ...]
    sensitive: bool = False
    baseline: tuple[Baseline, ...] = ()
    baseline_note: str = ""
    outcome: str = ""

    def option(self, option_id: str) -> Option | None:
        """Find an option by its id."""
        return next((option for option in self.options if option.id == option_id), None)
