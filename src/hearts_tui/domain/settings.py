"""Settings: what the user told hearts about themselves and about the sequel."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from hearts_tui.domain.address import Section
from hearts_tui.domain.spoilers import SeenFilm, SequelRumors

if TYPE_CHECKING:
    from hearts_tui.domain.own_dates import OwnDate


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


class Cursor(StrEnum):
    """Whether the terminal's own cursor, which follows the focus, can be seen."""

    HIDDEN = "hidden"
    VISIBLE = "visible"


class ScreenReader(StrEnum):
    """Whether the screen is read aloud, line by line, or under the fingers."""

    OFF = "off"
    ON = "on"


class Linear(StrEnum):
    """Whether everything is told in lines; auto is where a terminal can show nothing else."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Hours(StrEnum):
    """How a time of day is written."""

    FULL_DAY = "24"
    HALF_DAYS = "12"


CHOICES: Mapping[str, type[StrEnum]] = {
    "seen_film": SeenFilm,
    "sequel_rumors": SequelRumors,
    "theme": Look,
    "motion": Motion,
    "cursor": Cursor,
    "screen_reader": ScreenReader,
    "linear": Linear,
    "start": Section,
    "hours": Hours,
}
"""The settings that are one of some words, by their names."""

NO_BOARD = "off"
"""The board of who wants none, whatever the host says."""

KEYS = "keys"
"""The name of the setting that is a table of keys."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with what holds when nothing was said.

    ``zone`` is the name of the zone that times are told in; empty for the machine's own.
    ``countdown`` is the id of the date that is counted down to. ``keys`` are keys of the user's own
    for actions, by the action's name; ``dates`` are dates of the user's own, by some key.
    ``board`` is the folder of the board that is shared with others, as a full path: empty where
    nothing was said, NO_BOARD for none. ``board_name`` is the name that others see there, and
    ``board_key`` the SSH key that signs votes for a board that is carried between hosts.
    """

    seen_film: SeenFilm = SeenFilm.UNANSWERED
    sequel_rumors: SequelRumors = SequelRumors.TITLES
    theme: Look = Look.AUTO
    motion: Motion = Motion.FULL
    cursor: Cursor = Cursor.HIDDEN
    screen_reader: ScreenReader = ScreenReader.OFF
    linear: Linear = Linear.AUTO
    start: Section = Section.NEWS
    zone: str = ""
    hours: Hours = Hours.FULL_DAY
    countdown: str = "film-anniversary"
    board: str = ""
    board_name: str = ""
    board_key: str = ""
    sequel: SequelNote = field(default_factory=SequelNote)
    keys: Mapping[str, str] = field(default_factory=dict)
    dates: "Mapping[str, OwnDate]" = field(default_factory=dict)

    @property
    def is_read_aloud(self) -> bool:
        """Whether a screen reader reads the screen."""
        return self.screen_reader is ScreenReader.ON

    @property
    def moves(self) -> bool:
        """Whether something may move by itself; a screen reader would say it each time."""
        return self.motion is Motion.FULL and not self.is_read_aloud

    @property
    def shows_cursor(self) -> bool:
        """Whether the terminal's own cursor can be seen."""
        return self.cursor is Cursor.VISIBLE or self.is_read_aloud

    def with_key(self, action: str, key: str) -> "Settings":
        """Give an action a key; an empty one gives it back its first."""
        others = {name: given for name, given in self.keys.items() if name != action}
        return replace(self, keys={**others, action: key} if key else others)

    def with_date(self, key: str, own: "OwnDate | None") -> "Settings":
        """Keep a date of the user's own under a key; None takes it out."""
        others = {name: date for name, date in self.dates.items() if name != key}
        return replace(self, dates={**self.dates, key: own} if own else others)
