"""Settings: what the user told hearts about themselves and about the sequel."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hearts_tui.domain.spoilers import Spoiler


class Outcome(StrEnum):
    """What a user may know of the sequel, which an offline app cannot."""

    UNKNOWN = "unknown"
    NEW_DATE = "new date"
    OUT = "out"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class SequelNote:
    """The user's own word on the sequel; a day goes with a new date, and may go with 'out'."""

    outcome: Outcome = Outcome.UNKNOWN
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with what holds when nothing was said."""

    spoilers: Spoiler = Spoiler.FILM
    sequel: SequelNote = field(default_factory=SequelNote)
