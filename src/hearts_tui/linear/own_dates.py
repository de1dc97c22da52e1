"""Dates of the user's own, the sequel's status, and what is counted down to."""

import secrets
from dataclasses import replace

from hearts_tui.domain.dates import parse_day
from hearts_tui.domain.own_dates import LONGEST_NAME, PREFIX, OwnDate, build_own_date
from hearts_tui.domain.settings import Outcome, SequelNote
from hearts_tui.linear.session import Session

_STATUS = {
    Outcome.UNKNOWN: "Nothing yet",
    Outcome.NEW_DATE: "There's a date",
    Outcome.OUT: "It's out",
    Outcome.CANCELLED: "It's canceled",
}
_REPEATS = [("once", "Just once"), ("yearly", "Every year")]


def find(session: Session, item_id: str) -> OwnDate | None:
    """Return the date that is listed under an id, if it is one of the user's own."""
    if not item_id.startswith(PREFIX):
        return None
    return session.state.settings.dates.get(item_id.removeprefix(PREFIX))


def add(session: Session) -> str:
    """Ask for a date and keep it; return its id, empty if there is none."""
    own = _asked(session, None)
    key = secrets.token_hex(4)
    if own is None or not _keep(session, key, own, f"Your date, {own.name}."):
        return ""
    session.can_undo(lambda: _keep(session, key, None, "Undone: the date is gone."))
    return f"{PREFIX}{key}"


def edit(session: Session, item_id: str) -> None:
    """Ask for another name or day for a date."""
    before = find(session, item_id)
    own = _asked(session, before) if before is not None else None
    if own is None or own == before:
        return
    key = item_id.removeprefix(PREFIX)
    if _keep(session, key, own, f"Your date, {own.name}."):
        session.can_undo(lambda: _keep(session, key, before, "Undone: the date is as before."))


def delete(session: Session, item_id: str) -> bool:
    """Take out a date; return whether that is saved."""
    before, key = find(session, item_id), item_id.removeprefix(PREFIX)
    if before is None or not _keep(session, key, None, "Deleted. 'undo' brings it back."):
        return False
    session.can_undo(lambda: _keep(session, key, before, f"Undone: {before.name} is back."))
    return True


def count_down_to(session: Session, item_id: str) -> None:
    """Keep what is counted down to."""
    state = session.state
    if session.keep(lambda: state.stores.settings.save("countdown", item_id), "Counting down."):
        state.settings = replace(state.settings, countdown=item_id)


def note_sequel(session: Session) -> None:
    """Ask what the user heard of the sequel."""
    before = session.state.settings.sequel
    options = [(outcome.value, text) for outcome, text in _STATUS.items()]
    question = "Heard anything about the sequel?"
    chosen = session.pick("sequel", question, options, before.outcome.value)
    if chosen is None:
        return
    note = _dated(session, Outcome(chosen))
    if note is not None and _keep_note(session, note, f"Sequel: {_STATUS[note.outcome].lower()}."):
        said = "Undone: the sequel's status is as before."
        session.can_undo(lambda: _keep_note(session, before, said))


def _dated(session: Session, outcome: Outcome) -> SequelNote | None:
    if outcome not in (Outcome.NEW_DATE, Outcome.OUT):
        return SequelNote(outcome)
    optional = ", or an empty line" if outcome is Outcome.OUT else ""
    while True:
        text = session.ask(f"The date, as YYYY-MM-DD{optional}:")
        if text is None:
            return None
        if not text and outcome is Outcome.OUT:
            return SequelNote(outcome)
        try:
            return SequelNote(outcome, parse_day(text))
        except ValueError as error:
            session.say("unclear", str(error))


def _keep_note(session: Session, note: SequelNote, said: str) -> bool:
    state = session.state
    saved = session.keep(lambda: state.stores.settings.save_sequel(note), said)
    if saved:
        state.settings = replace(state.settings, sequel=note)
    return saved


def _asked(session: Session, before: OwnDate | None) -> OwnDate | None:
    kept = f", now {before.name}; an empty line leaves it" if before else ""
    name = session.ask(f"What's the day? Up to {LONGEST_NAME} characters{kept}:")
    if name is None:
        return None
    now = f", now {before.day.isoformat()}; an empty line leaves it" if before else ""
    while True:
        day = session.ask(f"The date, as YYYY-MM-DD{now}:")
        if day is None:
            return None
        try:
            own = build_own_date(
                name or (before.name if before else ""),
                day or (before.day.isoformat() if before else ""),
                yearly=False,
            )
        except ValueError as error:
            session.say("unclear", str(error))
            if not name and before is None:
                return None
            continue
        current = "yearly" if before is not None and before.yearly else "once"
        repeats = session.pick("date", "How often?", _REPEATS, current)
        return None if repeats is None else replace(own, yearly=repeats == "yearly")


def _keep(session: Session, key: str, own: OwnDate | None, said: str) -> bool:
    state = session.state
    saved = session.keep(lambda: state.stores.settings.save_date(key, own), said)
    if saved:
        state.settings = state.settings.with_date(key, own)
    return saved
