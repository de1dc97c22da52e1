"""Theories to test with."""

from dataclasses import replace
from datetime import date

from hearts_tui.domain.ballot import OwnTheory
from hearts_tui.domain.custom_theories import as_theory
from hearts_tui.domain.theories import Option, Theory


def theory(
    theory_id: str = "t1",
    options: str = "abc",
    *,
    closes: date | None = None,
    outcome: str = "",
) -> Theory:
    """Return a theory with an option for each letter."""
    letters = tuple(Option(id=letter, text=letter.upper()) for letter in options)
    asked = as_theory(theory_id, OwnTheory("Will they?", letters))
    return replace(asked, closes=closes, outcome=outcome)
