"""News: the feed, newest first."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as calendar_day

from hearts_tui.domain.dates import When
from hearts_tui.domain.item import Item, Passage
from hearts_tui.domain.spoilers import Spoiler


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Item):
    """Something that was said or that happened."""

    date: When
    topic: str

    @property
    def subject(self) -> str:
        """The topic."""
        return self.topic

    @property
    def last_day(self) -> calendar_day:
        """The last day that the date may mean."""
        return self.date.last

    @property
    def details(self) -> Iterator[Passage]:
        """The topic, and the date as it is written and as the feed's headings have it."""
        for text in (self.topic, str(self.date), self.date.month_name):
            yield text, Spoiler.NONE


def newest_first(items: Iterable[News]) -> list[News]:
    """Sort by the first day that a date may mean; equal ones keep the order of the file."""
    return sorted(items, key=lambda item: item.date.first, reverse=True)


def topics(items: Iterable[News]) -> list[tuple[str, int]]:
    """List the topics that occur with how often they do, the most frequent first."""
    return Counter(item.topic for item in items).most_common()
