"""What the user wrote down of the sequel: in words, and as a date to count down to."""

from datetime import date

from hearts_tui.domain.dates import on_day
from hearts_tui.domain.milestones import OwnMilestone
from hearts_tui.domain.own_dates import OwnDate, own_milestone
from hearts_tui.domain.settings import Outcome, SequelNote

NOTED_DATE = "sequel-note"
"""The id of the milestone that a noted date becomes."""

THEORY = "t21"
"""The id of the theory that the note answers."""

_NAMES = {
    Outcome.NEW_DATE: "Your date for the sequel",
    Outcome.OUT: "Your note: the sequel is out",
}


def in_words(note: SequelNote) -> str:
    """Return a note in words, such as 'your date: Feb 14, 2027'; empty where there is none."""
    day = f" {on_day(note.day)}" if note.day else ""
    return {
        Outcome.UNKNOWN: "",
        Outcome.NEW_DATE: f"your date:{day}",
        Outcome.OUT: f"you noted that it's out{',' if day else ''}{day}",
        Outcome.CANCELLED: "you noted that it's canceled",
    }[note.outcome]


def noted_milestones(note: SequelNote, today: date) -> list[OwnMilestone]:
    """Return the noted date as a milestone, or nothing where the note has none."""
    if note.day is None or note.outcome not in _NAMES:
        return []
    return [own_milestone(NOTED_DATE, OwnDate(_NAMES[note.outcome], note.day), today)]
