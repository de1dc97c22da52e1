"""Changes of the ballot: each is saved, told of and can be undone."""

from collections.abc import Mapping

from hearts_tui.domain.ballot import Entry, Kind, is_same_answer
from hearts_tui.domain.closing import Closed, why_closed
from hearts_tui.domain.dates import on_day
from hearts_tui.domain.theories import Theory
from hearts_tui.linear.session import Session

_CLOSED: Mapping[Closed, str] = {
    Closed.ARCHIVED: "Archived. 'archive' reopens it.",
    Closed.DECIDED: "Decided, so votes are closed. 'verdict' changes the verdict.",
    Closed.PAST_DATE: "Votes closed after {day}. Yours counts as it stood then.",
}


def change(session: Session, kind: Kind, theory_id: str, entry: Entry | None, said: str) -> bool:
    """Change an entry of the ballot, None takes it out; return whether that is saved."""
    before = session.state.ballot.entry(kind, theory_id)
    if not _save(session, kind, theory_id, entry, said):
        return False
    session.can_undo(lambda: _undo(session, kind, theory_id, before))
    return True


def is_open(session: Session, theory: Theory) -> bool:
    """Return whether the vote on a theory can change, and tell why if it can't."""
    closed = why_closed(theory, session.state.ballot, session.state.clock())
    if closed is not None:
        session.say("closed", _CLOSED[closed].format(day=theory.closes and on_day(theory.closes)))
    return closed is None


def _save(session: Session, kind: Kind, theory_id: str, entry: Entry | None, said: str) -> bool:
    state = session.state
    saved = session.save(lambda: state.stores.ballot.save(kind, theory_id, entry))
    if saved is None:
        return False
    state.ballot = saved.ballot
    session.say("saved", said)
    session.warn(saved.notice)
    return True


def _undo(session: Session, kind: Kind, theory_id: str, before: Entry | None) -> None:
    """Put back an entry as it was, unless the vote has been closed since."""
    theory, now = session.state.theory(theory_id), session.state.ballot.entry(kind, theory_id)
    is_note = is_same_answer(before, now)
    if kind is Kind.VOTE and theory is not None and not is_note and not is_open(session, theory):
        return
    title = theory.title if theory is not None else theory_id
    _save(session, kind, theory_id, before, f"Undone, on {title}")
