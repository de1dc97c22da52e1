"""The library: all items of the content, and what points to what."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Item, Source

if TYPE_CHECKING:
    from hearts_tui.domain.cast import Person
    from hearts_tui.domain.film import FilmPage
    from hearts_tui.domain.milestones import Milestone
    from hearts_tui.domain.news import News
    from hearts_tui.domain.rumor_check import RumorCheck
    from hearts_tui.domain.theories import Theory
    from hearts_tui.domain.tracks import Album, Track


PARTS = ("sources", "news", "people", "tracks", "milestones", "theories", "film")
"""The parts of a library that are read one by one, and that addresses lead to."""


class Library(Protocol):
    """Content as the screens need it. A part that can't be read is empty and named in faults."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""

    @property
    def news(self) -> "Sequence[News]":
        """News in the order of the file."""

    @property
    def people(self) -> "Sequence[Person]":
        """Characters, then makers."""

    @property
    def tracks(self) -> "Sequence[Track]":
        """The album, then the other songs."""

    @property
    def album(self) -> "Album | None":
        """The record that the tracks of the album are on; None where the pack has none."""

    @property
    def milestones(self) -> "Sequence[Milestone]":
        """Milestones in the order of the file."""

    @property
    def theories(self) -> "Sequence[Theory]":
        """The board in the order of the file."""

    @property
    def film(self) -> "Sequence[FilmPage]":
        """Pages about the film in the order of the file."""

    @property
    def rumor_check(self) -> "RumorCheck":
        """What the fan press says, beside what is so."""

    @property
    def faults(self) -> Sequence[str]:
        """One sentence for each file that was read so far and could not be used."""


def items_by_section(library: Library) -> Mapping[Section, Sequence[Item]]:
    """Return the items of every section."""
    return {
        Section.NEWS: library.news,
        Section.CAST: library.people,
        Section.TRACKS: library.tracks,
        Section.COUNTDOWN: library.milestones,
        Section.THEORIES: library.theories,
        Section.FILM: library.film,
    }


def by_address(library: Library) -> dict[Address, Item]:
    """Index every item of the library by its address."""
    return {
        Address(section, item.id): item
        for section, items in items_by_section(library).items()
        for item in items
    }


def mentions(index: Mapping[Address, Item]) -> dict[Address, list[Address]]:
    """Return, for every address, the items that name it as related, in the order of the index."""
    pointing: dict[Address, list[Address]] = {}
    for address, item in index.items():
        for related in item.related:
            pointing.setdefault(related, []).append(address)
    return pointing


def newest_first(addresses: Iterable[Address], index: Mapping[Address, Item]) -> list[Address]:
    """Sort addresses of items: dated news from the newest on, then all others as they were."""
    from hearts_tui.domain.news import News

    def newness(address: Address) -> date:
        item = index[address]
        return item.date.first if isinstance(item, News) else date.min

    return sorted(addresses, key=newness, reverse=True)
