"""The film: its scenes, its making and what a viewer looks up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hearts_tui.domain.item import Item


class FilmGroup(StrEnum):
    """What a page about the film is about, in the order of the list."""

    SCENES = "scenes"
    SONGS = "songs"
    BOOK = "book"
    MAKING = "making"
    PLACES = "places"
    NUMBERS = "numbers"
    GLOSSARY = "glossary"


FILM_HEADINGS = {
    FilmGroup.SCENES: "Scene by scene",
    FilmGroup.SONGS: "Songs in order",
    FilmGroup.BOOK: "Book and film",
    FilmGroup.MAKING: "How it was made",
    FilmGroup.PLACES: "Places",
    FilmGroup.NUMBERS: "By the numbers",
    FilmGroup.GLOSSARY: "Words",
}
"""The headings of the groups, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmPage(Item):
    """A page about the film; ``picture`` is the name of a drawing that goes with it."""

    group: FilmGroup
    picture: str = ""


def by_group(pages: Iterable[FilmPage]) -> Mapping[FilmGroup, list[FilmPage]]:
    """Return the pages of each group that has any, in the order of the groups.

    The words of the glossary stand in alphabetical order, everything else in the given one.
    """
    grouped: dict[FilmGroup, list[FilmPage]] = {group: [] for group in FilmGroup}
    for page in pages:
        grouped[page.group].append(page)
    grouped[FilmGroup.GLOSSARY].sort(key=lambda page: page.title.casefold())
    return {group: found for group, found in grouped.items() if found}
