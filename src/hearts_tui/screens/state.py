"""The state that all screens share."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.dates import day_of, time_of_day
from hearts_tui.domain.item import Item
from hearts_tui.domain.library import PARTS, Library, by_address, mentions, newest_first
from hearts_tui.domain.marks import Marks
from hearts_tui.domain.settings import Hours, SequelNote, Settings
from hearts_tui.domain.spoilers import SeenFilm, SpoilerFilter
from hearts_tui.domain.storage import Loaded, StorageError, Stores
from hearts_tui.screens.typing_watch import TypingWatch

if TYPE_CHECKING:
    from hearts_tui.domain.ballot import Ballot
    from hearts_tui.domain.countdown import Target
    from hearts_tui.domain.group import Group
    from hearts_tui.domain.header_forms import HeaderForms
    from hearts_tui.domain.milestones import Milestone, OwnMilestone
    from hearts_tui.domain.pictures import FindPicture, Picture
    from hearts_tui.domain.search import Searchable
    from hearts_tui.domain.theories import Evidence, Theory

Result = TypeVar("Result")


@dataclass
class AppState:
    """The library, the clock, the stores of the user's files, and the reader's own state.

    ``warnings`` are sentences that the user has not been told yet, ``shown_warnings`` those told;
    ``offer`` is the last good ballot, where the present one is damaged or has lost something.
    ``wholly_listed`` are the items of which all mentions are shown. ``has_pixels`` tells whether
    the terminal has half blocks and the colours for them. ``group`` are the other voters, None
    until they were read. ``typing`` lets keys have their turn before work in other threads.
    """

    library: Library
    stores: Stores
    clock: Callable[[], datetime]
    find_zone: Callable[[], tzinfo]
    spoiler_filter: SpoilerFilter
    marks: Marks
    sequel: SequelNote
    settings: Settings = field(default_factory=Settings)
    warnings: list[str] = field(default_factory=list)
    shown_warnings: set[str] = field(default_factory=set)
    offer: "Ballot | None" = None
    find_picture: "FindPicture | None" = None
    has_pixels: bool = True
    wholly_listed: set[Address] = field(default_factory=set)
    group: "Group | None" = None
    typing: TypingWatch = field(default_factory=TypingWatch)
    _ballot: "Ballot | None" = None
    _searchable: "tuple[object, Sequence[Searchable]] | None" = None

    @cached_property
    def index(self) -> Mapping[Address, Item]:
        """Every item by address."""
        return by_address(self.library)

    @property
    def is_loaded(self) -> bool:
        """Whether all of the content has been read, and not just what the first screen lists."""
        return "mentions" in self.__dict__

    def load_in_steps(self) -> Iterator[None]:
        """Read all of the content, and yield between two parts, so that keys can have a turn."""
        for part in PARTS:
            getattr(self.library, part)
            yield
        len(self.mentions)

    def load_all(self) -> None:
        """Read all of the content at once."""
        for _ in self.load_in_steps():
            pass

    @cached_property
    def mentions(self) -> Mapping[Address, list[Address]]:
        """Which items name an item as related."""
        return mentions(self.index)

    @cached_property
    def evidence_by_item(self) -> "Mapping[Address, list[tuple[Theory, Evidence]]]":
        """In which theories an item is evidence."""
        from hearts_tui.domain.theories import evidence_by_item

        return evidence_by_item(self.library.theories)

    def newest_first(self, addresses: Iterable[Address]) -> list[Address]:
        """Sort addresses of items: dated news from the newest on, then all others as they were."""
        return newest_first(addresses, self.index)

    @property
    def searchable(self) -> "Sequence[Searchable]":
        """What a search looks through, made anew where something else is hidden."""
        made_of = (self.spoiler_filter, self.settings.dates, self.sequel, self._ballot, self.today)
        if self._searchable is None or self._searchable[0] != made_of:
            from hearts_tui.domain.search import searchable

            items = {**self.index, **self._own_items}
            self._searchable = made_of, searchable(items, self.spoiler_filter)
        return self._searchable[1]

    @property
    def _own_items(self) -> Mapping[Address, Item]:
        """The dates and the theories of the user's own by address."""
        from hearts_tui.domain.board import all_theories

        theories = all_theories((), self.ballot)
        return {
            **{Address(Section.COUNTDOWN, own.id): own for own in self.own_dates},
            **{Address(Section.THEORIES, own.id): own for own in theories},
        }

    @cached_property
    def zone(self) -> tzinfo:
        """The user's zone."""
        return self.find_zone()

    @property
    def ballot(self) -> "Ballot":
        """The user's ballot, read when it is first asked for."""
        return self._ballot or self.open_ballot()

    @ballot.setter
    def ballot(self, ballot: "Ballot") -> None:
        self._ballot = ballot

    def open_ballot(self) -> "Ballot":
        """Read the ballot, unless that was done before."""
        if self._ballot is None:
            loaded = self.stores.ballot.load()
            self._ballot, self.offer = loaded.value, self.stores.ballot.last_good()
            if loaded.notice:
                self.warnings.append(loaded.notice)
        return self._ballot

    @property
    def state(self) -> object:
        """What a screen has drawn; it has to draw anew when this is another."""
        return self.spoiler_filter, self.marks, self._ballot, self.sequel, self.settings, self.today

    @property
    def has_group(self) -> bool:
        """Whether the user shares a board, or has added a friend."""
        return self.stores.slips is not None or bool(self.group and self.group.friends)

    @property
    def today(self) -> date:
        """The calendar day in the user's zone."""
        return day_of(self.clock(), self.zone)

    def hour_of(self, moment: datetime) -> str:
        """Write the time of day of an instant in the user's zone and way."""
        half_days = self.settings.hours is Hours.HALF_DAYS
        return time_of_day(moment.astimezone(self.zone), half_days=half_days)

    def picture(self, name: str) -> "Loaded[Picture | None]":
        """Find the picture of a name; there is none where the screen is read aloud."""
        if self.find_picture is None or self.settings.is_read_aloud:
            return Loaded(None)
        return self.find_picture(name)

    def answer_seen_film(self, seen: SeenFilm) -> None:
        """Take up whether the reader has seen the film."""
        self.settings = replace(self.settings, seen_film=seen)
        self.spoiler_filter = replace(self.spoiler_filter, seen_film=seen)

    @property
    def dates(self) -> "list[Milestone]":
        """The milestones, with the user's own dates and the one that they noted for the sequel."""
        return [*self.library.milestones, *self.own_dates]

    @property
    def own_dates(self) -> "list[OwnMilestone]":
        """The user's own dates and the one that they noted for the sequel."""
        if not (self.settings.dates or self.sequel.day):
            return []
        from hearts_tui.domain.all_own_dates import all_own_dates

        return all_own_dates(self.settings.dates, self.sequel, self.today)

    @property
    def open_dates(self) -> "list[Milestone]":
        """The dates whose names are not hidden."""
        from hearts_tui.domain.milestones import with_open_names

        return with_open_names(self.dates, self.spoiler_filter)

    @property
    def target(self) -> "Target | None":
        """What is counted down to."""
        from hearts_tui.domain.countdown import chosen_target

        return chosen_target(self.open_dates, self.settings.countdown, self.clock(), self.zone)

    @property
    def countdown_forms(self) -> "HeaderForms":
        """The countdown for the header."""
        from hearts_tui.domain.countdown import in_header

        return in_header(self.target, self.clock(), self.zone)

    def take_warnings(self) -> list[str]:
        """Return what the user has not been told yet, each sentence once; it counts as told."""
        warnings = list(dict.fromkeys(self.warnings))
        self.shown_warnings.update(warnings)
        self.warnings.clear()
        return warnings

    async def save(self, save: Callable[[], Result]) -> Result:
        """Run a save in the queue, off the screen's thread, and return what it returns.

        Raises:
            StorageError: it could not be saved.

        """
        return await asyncio.get_running_loop().run_in_executor(self.stores.queue, save)

    async def save_visit(self) -> None:
        """Save that the reader was here; nothing is lost where that fails."""
        now = self.clock()
        with suppress(StorageError):
            await self.save(lambda: self.stores.marks.save_visit(now))
