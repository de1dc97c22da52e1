"""What is to be said of the sequel in one line."""

from collections.abc import Iterable
from datetime import datetime, tzinfo

from hearts_tui.domain.countdown import distance
from hearts_tui.domain.dates import Standing, day_of
from hearts_tui.domain.milestones import Milestone, placed
from hearts_tui.domain.sequel_note import in_words, noted_milestones
from hearts_tui.domain.settings import Outcome, SequelNote

SEQUEL_DATE = "sequel-date"
"""The id of the milestone that holds the sequel's rumored day."""


def sequel_line(
    note: SequelNote,
    milestones: Iterable[Milestone],
    now: datetime,
    zone: tzinfo,
    hint: str = "",
) -> str:
    """Return the user's word on the sequel, or else the rumor; empty where there is neither.

    ``hint`` says what to do where the rumored date has passed.
    """
    today = day_of(now, zone)
    if note.outcome is Outcome.NEW_DATE:
        (noted,) = noted_milestones(note, today)
        away = distance(placed(noted, today), now, zone)
        return f"Sequel, {in_words(note)}, {away}."
    if words := in_words(note):
        return f"Sequel: {words}."
    for item in milestones:
        if item.id == SEQUEL_DATE:
            place = placed(item, today)
            passed = f" Date passed{hint}." if place.standing is Standing.PAST else ""
            return f"Sequel: rumored for {place.when}.{passed}"
    return ""
