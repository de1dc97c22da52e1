"""The words that confirm a change of the ballot once it is saved."""

from hearts_tui.domain.ballot import (
    CANT_BE_TOLD,
    Entry,
    Kind,
    OwnTheory,
    Verdict,
    Vote,
    is_same_answer,
)
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.ballot_saver import Change

_GONE = {
    Kind.VOTE: "vote withdrawn",
    Kind.VERDICT: "verdict removed",
    Kind.OWN: "theory deleted",
}
_GONE_AGAIN = {Kind.VOTE: "no vote", Kind.VERDICT: "no verdict", Kind.OWN: "your theory is gone"}


def saved_words(change: Change, theory: Theory | None) -> str:
    """Return a few words on what was saved, or what holds after an undo.

    ``theory`` is the one that the change is on, where it is still there.
    """
    if change.undoes is None:
        return f"Saved: {_what(change, theory)}."
    if change.after is None:
        return f"Undone. Now: {_GONE_AGAIN[change.kind]}."
    return f"Undone. Now: {_what(change, theory)}."


def _what(change: Change, theory: Theory | None) -> str:
    match change.after:
        case None:
            return _GONE[change.kind]
        case Vote() as vote:
            return _vote(change.before, vote, theory)
        case Verdict(outcome=outcome):
            return f"your verdict, {_name(theory, outcome)}"
        case OwnTheory(retired=retired):
            was_retired = isinstance(change.before, OwnTheory) and change.before.retired
            if retired:
                return "archived"
            return "reopened" if was_retired else "your theory"


def _vote(before: Entry | None, vote: Vote, theory: Theory | None) -> str:
    if is_same_answer(before, vote):
        return "your note" if vote.note else "no note"
    return f"{_name(theory, vote.option)}, {vote.confidence}%"


def _name(theory: Theory | None, option_id: str) -> str:
    if option_id == CANT_BE_TOLD:
        return "can't be decided"
    option = theory.option(option_id) if theory else None
    return option.text if option else option_id
