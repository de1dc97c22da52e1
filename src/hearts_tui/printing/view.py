"""What is printed from: the content, the moment, and what the reader told and may see."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from hearts_tui.domain.address import Address
from hearts_tui.domain.dates import day_of
from hearts_tui.domain.item import Item
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.printing.hints import COMMAND_LINE, Hints

if TYPE_CHECKING:
    from hearts_tui.domain.ballot import Ballot
    from hearts_tui.domain.countdown import Target
    from hearts_tui.domain.group import Group
    from hearts_tui.domain.library import Library
    from hearts_tui.domain.marks import Marks
    from hearts_tui.domain.milestones import Milestone


@dataclass(eq=False)
class View:
    """The library at a moment, as one reader may see it.

    What takes a file to read is read when it is first asked for. ``group`` are the other voters,
    None where nothing is told of them.
    """

    library: "Library"
    now: datetime
    find_zone: Callable[[], tzinfo]
    settings: Settings
    spoilers: SpoilerFilter
    load_marks: "Callable[[], Marks]"
    load_ballot: "Callable[[], Ballot]"
    hints: Hints = COMMAND_LINE
    group: "Group | None" = None

    @cached_property
    def zone(self) -> tzinfo:
        """The reader's zone."""
        return self.find_zone()

    @property
    def today(self) -> date:
        """The calendar day in the reader's zone."""
        return day_of(self.now, self.zone)

    @cached_property
    def marks(self) -> "Marks":
        """What the reader has read, starred and rated."""
        return self.load_marks()

    @cached_property
    def ballot(self) -> "Ballot":
        """The reader's ballot."""
        return self.load_ballot()

    @cached_property
    def index(self) -> Mapping[Address, Item]:
        """Every item of the content by address."""
        from hearts_tui.domain.library import by_address

        return by_address(self.library)

    @cached_property
    def mentions(self) -> Mapping[Address, Sequence[Address]]:
        """Which items name an item as related."""
        from hearts_tui.domain.library import mentions

        return mentions(self.index)

    @cached_property
    def dates(self) -> "Sequence[Milestone]":
        """The milestones, with the reader's own dates and the one noted for the sequel."""
        settings, milestones = self.settings, self.library.milestones
        if not (settings.dates or settings.sequel.day):
            return milestones
        from hearts_tui.domain.all_own_dates import all_own_dates

        return [*milestones, *all_own_dates(settings.dates, settings.sequel, self.today)]

    @property
    def target(self) -> "Target | None":
        """What is counted down to."""
        from hearts_tui.domain.countdown import chosen_target
        from hearts_tui.domain.milestones import with_open_names

        dates = with_open_names(self.dates, self.spoilers)
        return chosen_target(dates, self.settings.countdown, self.now, self.zone)

    def hides(self, item: Item, address: Address) -> bool:
        """Return whether what an item tells is hidden."""
        return self.spoilers.hides(item.spoiler, address)

    def title_of(self, item: Item, address: Address) -> str:
        """Return the title of an item, or what stands for a hidden one."""
        return self.spoilers.cover_title(item.title, item.spoiler, address)
