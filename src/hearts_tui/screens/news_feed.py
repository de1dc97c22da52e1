"""Which news of the feed are in front."""

from collections.abc import Callable, Sequence, Set

from hearts_tui.domain.news import News, topics
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.stars import STAR

ALL, STARRED = "all", "starred"
"""What the feed can be narrowed down to besides the topics."""


class NewsFeed:
    """The feed, or the part of it that is about the chosen topic."""

    def __init__(self, news: Sequence[News], is_starred: Callable[[News], bool]) -> None:
        self._news = news
        self._is_starred = is_starred
        self.topic = ALL

    @property
    def is_whole(self) -> bool:
        """Whether all topics are in front."""
        return self.topic == ALL

    @property
    def is_of_one_topic(self) -> bool:
        """Whether everything in front has the same topic."""
        return self.topic not in (ALL, STARRED)

    @property
    def items(self) -> Sequence[News]:
        """The news in front."""
        if self.topic == ALL:
            return self._news
        if self.topic == STARRED:
            return [item for item in self._news if self._is_starred(item)]
        return [item for item in self._news if item.topic == self.topic]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """All topics with how many items each has, the largest first."""
        starred = sum(map(self._is_starred, self._news))
        return [
            (ALL, f"All topics · {len(self._news):,}"),
            (STARRED, f"{STAR} Starred · {starred:,}"),
            *((topic, f"{topic.capitalize()} · {count:,}") for topic, count in topics(self._news)),
        ]


def under_months(items: Sequence[News]) -> list[Row]:
    """Return the ids of news that are in the order of time, under a heading for each month."""
    rows: list[Row] = []
    month = ""
    for item in items:
        if item.date.month_name != month:
            month = item.date.month_name
            rows.append(Heading(month))
        rows.append(item.id)
    return rows


def next_among(wanted: Set[str], ids: Sequence[str], current: str | None) -> str | None:
    """Return the first wanted id below the current one, or from the top; None without any."""
    place = ids.index(current) + 1 if current in ids else 0
    return next((one for one in [*ids[place:], *ids[:place]] if one in wanted), None)
