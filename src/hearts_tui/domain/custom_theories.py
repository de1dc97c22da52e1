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

TOPIC = "yours"
_IDS = "abcdef"


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
        ValueError: something is missing; the message is one sentence for the user.

    """
    question = _line(question)
    ids = _ids(before)
    options = tuple(
        Option(id=ids[place], text=text) for place, text in enumerate(map(_line, texts)) if text
    )
    if not question:
        raise ValueError("A theory needs a question.")
    if len(options) < FEWEST_OPTIONS:
        raise ValueError("A theory needs two options at least.")
    if len({option.text.casefold() for option in options}) < len(options):
        raise ValueError("Two options say the same.")
    if needed is not None and needed not in {option.id for option in options}:
        raise ValueError("Your vote is on the option that you emptied. Take it back first.")
    return OwnTheory(question, options, retired=before is not None and before.retired, at=at)


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
