"""Queries: what is typed to narrow a list down, in the app and on the command line."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from hearts_tui.domain.address import Address
from hearts_tui.domain.dates import YEARS, When, parse_when
from hearts_tui.domain.item import Item, Status
from hearts_tui.domain.matching import fold, has_word

HELP = (
    "A filter takes words, and more: unread, status:rumor, topic:music, since:2026-01, and -word "
    "for what shouldn't be there. status:rumor,mixed finds both."
)
"""What a query can hold, for helps."""

_STATUSES = ", ".join(Status)
_TERM = r"(?is)(status|topic|since):(.*)"
_UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Condition:
    """What an item has to fulfill, each where it is given; a negated one has to fail."""

    word: str = ""
    statuses: frozenset[Status] | None = None
    topics: tuple[str, ...] | None = None
    since: date | None = None
    is_unread: bool = False
    negated: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it asks for a word, which ranks what is found."""
        return bool(self.word) and not self.negated

    def holds(self, item: Item, folded: str, *, is_read: bool) -> bool:
        """Return whether an item with a text, folded as a query is, fulfills it."""
        return self._is_met(item, folded, is_read=is_read) is not self.negated

    def _is_met(self, item: Item, folded: str, *, is_read: bool) -> bool:
        if self.statuses is not None:
            return item.status in self.statuses
        if self.topics is not None:
            subject = fold(item.subject)
            return any(has_word(subject, topic) for topic in self.topics)
        if self.since is not None:
            return item.last_day is not None and item.last_day >= self.since
        return not is_read if self.is_unread else self.word in folded


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed: conditions, all of which have to hold.

    ``problem`` says in a sentence what makes no sense, and what would; the rest holds all the same.
    """

    conditions: Sequence[Condition] = ()
    problem: str = ""

    def __bool__(self) -> bool:
        return bool(self.conditions)

    @property
    def words(self) -> Sequence[str]:
        """The words to be found, folded."""
        return [condition.word for condition in self.conditions if condition.is_word]

    def finds(self, item: Item, address: Address, folded: str, read: AbstractSet[str]) -> bool:
        """Return whether it finds an item; ``folded`` is its text, ``read`` what has been read."""
        is_read = str(address) in read
        return all(each.holds(item, folded, is_read=is_read) for each in self.conditions)


def parse_query(text: str) -> Query:
    """Take apart what was typed into one line."""
    return parse_words(text.split())


def parse_words(words: Iterable[str]) -> Query:
    """Take apart words: each is a word to find, a condition, or one of these after a minus sign."""
    conditions, problems = [], []
    for word in words:
        is_negated = word.startswith("-") and len(word) > 1
        try:
            condition = _condition(word[1:] if is_negated else word, negated=is_negated)
        except ValueError as error:
            problems.append(str(error))
        else:
            conditions += condition
    return Query(tuple(conditions), problems[0] if problems else "")


def is_condition(word: str) -> bool:
    """Return whether a word is more than a word to find."""
    return fold(word) == _UNREAD or word.startswith("-") or re.fullmatch(_TERM, word) is not None


def _condition(word: str, *, negated: bool) -> list[Condition]:
    if fold(word) == _UNREAD:
        return [Condition(is_unread=True, negated=negated)]
    if term := re.fullmatch(_TERM, word):
        return [_TERMS[term[1].lower()](term[2], negated)]
    return [Condition(word=each, negated=negated) for each in fold(word).split()]


def _status(value: str, negated: bool) -> Condition:  # noqa: FBT001 - one of a table of functions
    found = [status for each in fold(value).split(",") for status in Status if status == each]
    if len(found) < len(value.split(",")):
        raise ValueError(f"status:{value}? There's {_STATUSES}.")
    return Condition(statuses=frozenset(found), negated=negated)


def _topic(value: str, negated: bool) -> Condition:  # noqa: FBT001 - as above
    topics = tuple(topic for each in fold(value).split(",") if (topic := each.strip()))
    if not topics:
        raise ValueError("topic: which one? Such as topic:music.")
    return Condition(topics=topics, negated=negated)


def _since(value: str, negated: bool) -> Condition:  # noqa: FBT001 - as above
    when: When | None = None
    with suppress(ValueError):
        when = parse_when(value)
    if when is None or when.first.year not in YEARS:
        raise ValueError(f"since:{value}? A day is 2026-01-31, a month 2026-01, a year 2026.")
    return Condition(since=when.first, negated=negated)


_TERMS: Mapping[str, Callable[[str, bool], Condition]] = {
    "status": _status,
    "topic": _topic,
    "since": _since,
}
