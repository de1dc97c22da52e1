"""All nouns, each imported when it is asked for."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from hearts_tui.domain.address import Section

if TYPE_CHECKING:
    from hearts_tui.printing.noun import Noun

_MODULES: Mapping[Section, str] = {
    Section.NEWS: "news",
    Section.CAST: "cast",
    Section.TRACKS: "tracks",
    Section.COUNTDOWN: "dates",
    Section.THEORIES: "theories",
    Section.FILM: "film",
}


def noun_of(section: Section) -> "Noun[Any]":
    """Return the noun of a section."""
    noun: Noun[Any] = import_module(f"hearts_tui.printing.{_MODULES[section]}").NOUN
    return noun
