"""Search: which items a query finds in what they tell and may be shown, the best first."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from hearts_tui.domain.address import Address
from hearts_tui.domain.item import Item
from hearts_tui.domain.matching import fold, has_word
from hearts_tui.domain.query import Query
from hearts_tui.domain.spoilers import SpoilerFilter

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"[*_`#>]+")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_BEFORE, _LENGTH = 24, 72
"""Characters of a sentence before the word that was found, and in all."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """An item with its title, its summary and all that it tells, folded as a query is."""

    address: Address
    item: Item
    title: str
    summary: str
    whole: str


def open_texts(item: Item, address: Address, spoilers: SpoilerFilter) -> Iterator[str]:
    """Yield the title of an item and its passages, without what is hidden."""
    if not spoilers.hides_title(item.spoiler, address):
        yield item.title
    for text, spoiler in item.passages:
        if text and not spoilers.hides(spoiler, address):
            yield text


def searchable(items: Mapping[Address, Item], spoilers: SpoilerFilter) -> list[Searchable]:
    """Return what a search looks through."""
    found = []
    for address, item in items.items():
        hides_title = spoilers.hides_title(item.spoiler, address)
        title = "" if hides_title else fold(item.title)
        summary = "" if spoilers.hides(item.spoiler, address) else fold(item.summary)
        whole = fold("\n".join(open_texts(item, address, spoilers)))
        found.append(Searchable(address, item, title, summary, whole))
    return found


def search(
    texts: Iterable[Searchable], query: Query, most: int, read: AbstractSet[str] = frozenset()
) -> list[Searchable]:
    """Return what a query finds, at most so many; ``read`` are the addresses of what was read.

    First where the title has all its words, or the beginnings of words; then where the summary
    or another passage has; at last where they stand anywhere. Of two that match alike, the one with
    the shorter title comes first. Where nothing holds the words, and nothing but words is asked
    for, those titles are found that have their letters, in order.
    """
    words = query.words
    left = [text for text in texts if query.finds(text.item, text.address, text.whole, read)]
    if not words:
        return left[:most]
    ways: Sequence[Callable[[Searchable], bool]] = (
        lambda text: all(has_word(text.title, word) for word in words),
        lambda text: all(has_word(text.title, word, whole=False) for word in words),
        lambda text: all(has_word(text.summary, word) for word in words),
        lambda text: all(has_word(text.whole, word) for word in words),
        lambda text: all(has_word(text.whole, word, whole=False) for word in words),
        lambda _: True,
    )
    found: list[Searchable] = []
    for matches in ways:
        if len(found) >= most:
            break
        hits = [text for text in left if matches(text)]
        found += sorted(hits, key=lambda text: len(text.title))
        taken = {text.address for text in hits}
        left = [text for text in left if text.address not in taken]
    if found or len(words) < len(query.conditions):
        return found[:most]
    return _scattered(texts, "".join(words))[:most]


def _scattered(texts: Iterable[Searchable], letters: str) -> list[Searchable]:
    """Return the items whose titles hold some letters in order, however far apart."""
    in_order = re.compile(".*?".join(map(re.escape, letters)))
    return sorted(
        (text for text in texts if in_order.search(text.title)), key=lambda text: len(text.title)
    )


def sentence_with(texts: Iterable[str], words: Sequence[str]) -> str:
    """Return the first sentence that has one of some folded words, without Markdown and cut short.

    Empty where none has.
    """
    for text in texts:
        if not any(word in fold(text) for word in words):
            continue
        plain = " ".join(_MARKUP.sub("", _LINK.sub(r"\1", text)).split())
        for sentence in _SENTENCE.findall(plain):
            places = [place for word in words if (place := fold(sentence).find(word)) >= 0]
            if places:
                return _cut(sentence.strip(), min(places))
    return ""


def _cut(sentence: str, place: int) -> str:
    """Return a part of a sentence that has a place in it."""
    begin = sentence.rfind(" ", 0, place - _BEFORE) + 1 if place > _LENGTH // 2 else 0
    end = len(sentence)
    if end - begin > _LENGTH:
        end = max(sentence.rfind(" ", 0, begin + _LENGTH), begin + 1)
    return f"{'…' if begin else ''}{sentence[begin:end]}{'…' if end < len(sentence) else ''}"
