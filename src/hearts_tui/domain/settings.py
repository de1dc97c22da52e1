"""Settings: what the user told hearts about themselves and about the sequel."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hearts_tui.domain.address import Section
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


class Look(StrEnum):
    """Which colours hearts wears, on terminals that have them."""

    AUTO = "auto"
    DARK = "dark"
    LIGHT = "light"
    CONTRAST = "contrast"


class Motion(StrEnum):
    """How much may move by itself."""

    FULL = "full"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with what holds when nothing was said.

    ``zone`` is the name of the zone that times are told in; empty for the machine's own.
    """

    spoilers: Spoiler = Spoiler.FILM
    theme: Look = Look.AUTO
    motion: Motion = Motion.FULL
    start: Section = Section.NEWS
    zone: str = ""
    sequel: SequelNote = field(default_factory=SequelNote)
