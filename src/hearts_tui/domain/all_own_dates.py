"""The dates of the user's own, with the one that they noted for the sequel."""

from collections.abc import Mapping
from datetime import date

from hearts_tui.domain.milestones import OwnMilestone
from hearts_tui.domain.own_dates import OwnDate, own_milestones
from hearts_tui.domain.sequel_note import noted_milestones
from hearts_tui.domain.settings import SequelNote


def all_own_dates(
    dates: Mapping[str, OwnDate], note: SequelNote, today: date
) -> list[OwnMilestone]:
    """Return the date that the user noted for the sequel, and the user's own dates."""
    return [*noted_milestones(note, today), *own_milestones(dates, today)]
