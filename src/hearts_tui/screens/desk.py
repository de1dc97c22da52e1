"""The desk: what all five screens share."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import TypeVar

from hearts_tui.domain.address import Address
from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.claim import Claim
from hearts_tui.domain.dates import day_of
from hearts_tui.domain.keeping import Keepers
from hearts_tui.domain.library import Library, by_address, mentions
from hearts_tui.domain.marks import Marks
from hearts_tui.domain.settings import SequelNote
from hearts_tui.domain.spoilers import Shield

Result = TypeVar("Result")


@dataclass
class Desk:
    """The library, the clock, whoever keeps the user's files, and the reader's own state.

    ``notices`` are sentences for the user that came up before there was a screen to show them.
    ``offer`` is the last good ballot, where the present one turned out to be damaged.
    """

    library: Library
    keepers: Keepers
    clock: Callable[[], datetime]
    find_zone: Callable[[], tzinfo]
    shield: Shield
    marks: Marks
    ballot: Ballot
    sequel: SequelNote
    notices: list[str] = field(default_factory=list)
    offer: Ballot | None = None

    @cached_property
    def index(self) -> Mapping[Address, Claim]:
        """Every item by address."""
        return by_address(self.library)

    @cached_property
    def mentions(self) -> Mapping[Address, list[Address]]:
        """Which items name an item as related."""
        return mentions(self.index)

    @cached_property
    def zone(self) -> tzinfo:
        """The user's zone."""
        return self.find_zone()

    @property
    def state(self) -> object:
        """What a screen has drawn; it has to draw anew when this is another."""
        return self.shield, self.marks, self.ballot, self.sequel

    @property
    def today(self) -> date:
        """The calendar day in the user's zone."""
        return day_of(self.clock(), self.zone)

    async def keep(self, save: Callable[[], Result]) -> Result:
        """Run a save in the queue, off the screen's thread, and return what it returns.

        Raises:
            KeepError: it could not be kept.

        """
        return await asyncio.get_running_loop().run_in_executor(self.keepers.queue, save)
