"""How theories turned out."""

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.theories import Theory


def outcome_of(theory: Theory, ballot: Ballot) -> str | None:
    """Return the option that a theory turned out as, where that is told."""
    verdict = ballot.verdict(theory.id)
    outcome = verdict.outcome if verdict is not None else theory.outcome
    return outcome if theory.option(outcome) is not None else None


def is_settled(theory: Theory, ballot: Ballot) -> bool:
    """Return whether there is a verdict on a theory, be it that it can't be told."""
    verdict = ballot.verdict(theory.id)
    return verdict is not None or theory.outcome != ""
