"""Theories to test with."""

from datetime import date

from hearts_tui.domain.item import Status
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.theories import Option, Theory


def theory(
    theory_id: str = "t1",
    options: str = "abc",
    *,
    closes: date | None = None,
    outcome: str = "",
) -> Theory:
    """Return a theory with an option for each letter."""
    return Theory(
        id=theory_id,
        title="Will they?",
        summary="",
        status=Status.THEORY,
        spoiler=Spoiler.NONE,
        sources=(),
        rows=(),
        body="",
        topic="love",
        options=tuple(Option(id=letter, text=letter.upper()) for letter in options),
        closes=closes,
        outcome=outcome,
    )
