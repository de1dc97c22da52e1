"""What was found, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How a finding is to be taken: all is well, it could be better, or something is wrong."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one thing; ``todo`` is empty where there is nothing to do."""

    about: str
    says: str
    level: Level = Level.OK
    todo: str = ""


def note(about: str, says: str, todo: str) -> Finding:
    """Return a finding that could be better."""
    return Finding(about, says, Level.NOTE, todo)


def wrong(about: str, says: str, todo: str) -> Finding:
    """Return a finding that something is wrong."""
    return Finding(about, says, Level.WRONG, todo)
