"""Check a pack as a whole: what its items point to must be there."""

import re
from collections.abc import Iterator, Mapping

from hearts_tui.domain.address import Address
from hearts_tui.domain.cast import Person
from hearts_tui.domain.item import Account, Item, Part, Source
from hearts_tui.domain.library import Library, by_address
from hearts_tui.domain.theories import Theory

_LINK = re.compile(r"\]\(([^)]*)\)")


def broken_links(library: Library) -> Iterator[str]:
    """Yield one sentence for each reference that leads nowhere."""
    index = by_address(library)
    for address, item in index.items():
        for reason in _faults(item, index, library.sources):
            yield f"{address}: {reason}"


def _faults(
    item: Item, index: Mapping[Address, Item], sources: Mapping[str, Source]
) -> Iterator[str]:
    for source in _sources(item):
        if source not in sources:
            yield f"no source has the id {source!r}"
    for link in _links(item):
        if link not in map(str, index):
            yield f"nothing has the address {link!r}"
    if isinstance(item, Theory):
        options = [share.option for share in item.baseline]
        options += [evidence.option for evidence in item.evidence]
        for option in options:
            if item.option(option) is None:
                yield f"there is no such option of this theory: {option!r}"


def _sources(item: Item) -> Iterator[str]:
    yield from item.sources
    passages: tuple[Part | Account, ...] = (*item.parts, *item.accounts)
    for passage in passages:
        yield from passage.sources


def _links(item: Item) -> Iterator[str]:
    yield from map(str, item.related)
    for text in (item.body, *(part.text for part in item.parts)):
        yield from _LINK.findall(text)
    if isinstance(item, Person):
        yield from (str(relation.to) for relation in item.relations)
    if isinstance(item, Theory):
        yield from (str(evidence.item) for evidence in item.evidence)
