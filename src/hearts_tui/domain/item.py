"""What every item of the content carries besides its own fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hearts_tui.domain.address import Address
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.web_address import WebAddress


class Status(StrEnum):
    """How sure an item is."""

    CONFIRMED = "confirmed"
    RUMOR = "rumor"
    MIXED = "mixed"
    DEBUNKED = "debunked"
    THEORY = "theory"


Passage = tuple[str, Spoiler]
"""A text, and what it gives away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Somebody who says something."""

    id: str
    title: str
    kind: str
    date: str = ""
    note: str = ""
    url: WebAddress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One side of a matter on which sources disagree."""

    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A further passage of an item, with a status and a spoiler of its own.

    ``sensitive`` is as for an item.
    """

    heading: str
    text: str
    status: Status
    spoiler: Spoiler
    sources: tuple[str, ...]
    sensitive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a chart: what it stands for, and how much that is."""

    label: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A few figures that are better looked at than read; ``title`` names their unit."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of the content: what it says, how sure that is and who says it.

    ``body`` and the text of ``parts`` are Markdown; everything else is plain text.
    ``rows`` name the entries of the research notes that the item was written from. ``sensitive``
    tells that it touches a war injury or the danger of suicide. ``changed`` is the day on which the
    content came to tell it, or to tell it anew; what was there from the first has none.
    """

    id: str
    title: str
    summary: str
    status: Status
    spoiler: Spoiler
    sources: tuple[str, ...]
    rows: tuple[str, ...]
    body: str
    related: tuple[Address, ...] = ()
    why: str = ""
    accounts: tuple[Account, ...] = ()
    parts: tuple[Part, ...] = ()
    chart: Chart | None = None
    sensitive: bool = False
    changed: date | None = None

    @property
    def passages(self) -> Iterator[Passage]:
        """All texts of the item's page but its title."""
        for text in (self.summary, self.body, *(account.says for account in self.accounts)):
            yield text, self.spoiler
        yield from self.details
        for part in self.parts:
            yield part.heading, part.spoiler
            yield part.text, part.spoiler

    @property
    def subject(self) -> str:
        """What the item is about, where items of its kind have topics; else empty."""
        return ""

    @property
    def last_day(self) -> date | None:
        """The last day that the item's date may mean; None where it has no date."""
        return None

    @property
    def tells_rumor(self) -> bool:
        """Whether the item, or a part of it, is not simply so."""
        statuses = {self.status, *(part.status for part in self.parts)}
        return bool(statuses & {Status.RUMOR, Status.MIXED, Status.DEBUNKED})

    @property
    def details(self) -> Iterator[Passage]:
        """What the page tells that only items of its kind have."""
        yield from ()
