"""The filter over a list: which items a typed query lets through."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

from hearts_tui.domain.address import Address
from hearts_tui.domain.item import Item
from hearts_tui.domain.matching import fold
from hearts_tui.domain.spoilers import SpoilerFilter

ItemT = TypeVar("ItemT", bound=Item)


class ItemFilter(Generic[ItemT]):
    """Finds items by a query: words of their pages, but for what is hidden, and conditions."""

    def __init__(self, address: Callable[[str], Address]) -> None:
        self._address = address
        self._folded: dict[str, tuple[ItemT, SpoilerFilter, str]] = {}
        self._found: tuple[object, list[ItemT]] | None = None

    def apply(
        self,
        items: Iterable[ItemT],
        query: str,
        spoilers: SpoilerFilter,
        read: AbstractSet[str] = frozenset(),
    ) -> Sequence[ItemT]:
        """Return the items that a query finds, in their order; ``read`` are addresses."""
        items = list(items)
        if not query:
            return items
        from hearts_tui.domain.query import parse_query

        parsed = parse_query(query)
        if not parsed:
            return items
        # List and caption ask one after the other, for each key that is typed.
        asked = (parsed, spoilers, read, [id(item) for item in items])
        if self._found is None or self._found[0] != asked:
            found = [
                item
                for item in items
                if parsed.finds(item, self._address(item.id), self._text(item, spoilers), read)
            ]
            self._found = asked, found
        return self._found[1]

    def _text(self, item: ItemT, spoilers: SpoilerFilter) -> str:
        """Return what is looked into, folded once for all keys typed."""
        from hearts_tui.domain.search import open_texts

        known = self._folded.get(item.id)
        if known is None or known[0] is not item or known[1] != spoilers:
            text = fold("\n".join(open_texts(item, self._address(item.id), spoilers)))
            known = self._folded[item.id] = item, spoilers, text
        return known[2]
