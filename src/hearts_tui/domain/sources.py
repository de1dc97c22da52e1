"""Who says what an item tells."""

from collections.abc import Iterable, Mapping

from hearts_tui.domain.item import Account, Item, Part, Source


def source_ids(item: Item) -> list[str]:
    """List the sources of an item, those of its passages and accounts included, each once."""
    passages: tuple[Part | Account, ...] = (*item.parts, *item.accounts)
    ids = [*item.sources, *(source for passage in passages for source in passage.sources)]
    return [*dict.fromkeys(ids)]


def source_names(ids: Iterable[str], sources: Mapping[str, Source]) -> list[str]:
    """Return the titles of sources; the id of one that nobody knows."""
    return [sources[name].title if name in sources else name for name in ids]
