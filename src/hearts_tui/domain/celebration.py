"""What a day itself is celebrated with: a song and a scene, others every year."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from hearts_tui.domain.film import FilmGroup, FilmPage
from hearts_tui.domain.library import Library
from hearts_tui.domain.milestones import Milestone
from hearts_tui.domain.tracks import Place, Track

Kind = TypeVar("Kind")

_NUMBERS = ("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def headline(milestone: Milestone, day: date) -> str:
    """Return the words for a milestone on its day, such as 'Five years ago today'."""
    if milestone.sensitive:
        return "Today"
    years = day.year - milestone.since if milestone.since is not None else 0
    if years <= 0:
        return "Today's the day"
    number = _NUMBERS[years] if years < len(_NUMBERS) else str(years)
    return f"{number} year{'s' if years != 1 else ''} ago today"


def song_of(library: Library, day: date) -> Track | None:
    """Return the song of a day: one of the album."""
    return _in_turn([track for track in library.tracks if track.place is Place.ALBUM], day)


def scene_of(library: Library, day: date) -> FilmPage | None:
    """Return the scene of a day."""
    return _in_turn([page for page in library.film if page.group is FilmGroup.SCENES], day)


def _in_turn(items: Sequence[Kind], day: date) -> Kind | None:
    return items[day.year % len(items)] if items else None
