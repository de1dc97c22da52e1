"""Theories of the user's own: how one is written, and how it stands on the board."""

from collections.abc import Sequence
from datetime import datetime

from hearts_tui.domain.ballot import OwnTheory
from hearts_tui.domain.item import Status
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.theories import Option, Theory

PREFIX = "own-"
"""What the ids of own theories start with; those of the content never do."""

FEWEST_OPTIONS, MOST_OPTIONS = 2, 6
LONGEST_QUESTION, LONGEST_OPTION = 120, 60
"""In characters."""

QUESTION = 0
"""The place of the question in the form; the options follow, from 1."""

TOPIC = "yours"
_IDS = "abcdef"


class IncompleteTheoryError(ValueError):
    """Something typed makes no theory; says what, and in which line of the form."""

    def __init__(self, message: str, place: int) -> None:
        super().__init__(message)
        self.place = place


def build_custom_theory(
    question: str,
    texts: Sequence[str],
    at: datetime,
    before: OwnTheory | None = None,
    needed: str | None = None,
) -> OwnTheory:
    """Make a theory from what was typed: a question, and a text for each option.

    ``before`` is the theory that is being changed; its options keep their ids, place by place, so
    that a vote stays with its option. ``needed`` is the id of an option that has to stay.

    Raises:
        IncompleteTheoryError: something is missing; the message is one sentence for the user.

    """
    question, lines = _line(question), [_line(text) for text in texts]
    if not question:
        raise IncompleteTheoryError("A theory needs a question.", QUESTION)
    _refuse_repeats(lines)
    ids = _ids(before)
    kept = {option.id for option in before.options} if before else set()
    if needed in kept and not lines[place := ids.index(needed)]:
        raise IncompleteTheoryError(
            "You voted for the option you just cleared. Withdraw your vote first.", place + 1
        )
    options = tuple(Option(id=ids[place], text=text) for place, text in enumerate(lines) if text)
    if len(options) < FEWEST_OPTIONS:
        empty = next((place for place, text in enumerate(lines, 1) if not text), len(lines))
        raise IncompleteTheoryError("A theory needs at least two options.", empty)
    return OwnTheory(question, options, retired=before is not None and before.retired, at=at)


def _refuse_repeats(lines: Sequence[str]) -> None:
    folded = [line.casefold() for line in lines]
    for place, line in enumerate(folded):
        if line and line in folded[:place]:
            raise IncompleteTheoryError("Two options say the same.", place + 1)


def _line(text: str) -> str:
    return " ".join(sanitize(text).split())


def _ids(before: OwnTheory | None) -> list[str]:
    """Return an id for every place: those that are taken, then free ones."""
    taken = [option.id for option in before.options] if before else []
    free = [letter for letter in _IDS if letter not in taken]
    return [*taken, *free][:MOST_OPTIONS]


def as_theory(theory_id: str, own: OwnTheory) -> Theory:
    """Return an own theory as the board shows all of them."""
    return Theory(
        id=theory_id,
        title=own.question,
        summary="",
        status=Status.THEORY,
        spoiler=Spoiler.NONE,
        sources=(),
        rows=(),
        body="",
        topic=TOPIC,
        options=own.options,
    )
