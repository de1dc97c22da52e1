"""Search over everything there is to read, in the palette."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from heapq import nsmallest
from typing import NamedTuple, Protocol, runtime_checkable

from textual.command import CommandList, CommandPalette, Hit, Hits, Provider, SearchIcon
from textual.events import Resize

from hearts_tui.domain.address import Address
from hearts_tui.domain.item import Item
from hearts_tui.domain.matching import fold, holds_all
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.dismissed_once import DismissedOnce
from hearts_tui.widgets.latest_size import LatestSize
from hearts_tui.widgets.too_small import too_small

_MOST_HITS = 60
"""More than anybody looks through."""

_WORDS_ONLY = 0.3
"""How well an item matches that holds all words, but not in its title, which is better."""


@runtime_checkable
class Navigator(Protocol):
    """An app with a desk, that can show any item."""

    state: AppState

    def go_to(self, address: Address) -> None:
        """Show an item."""


class ItemSearch(Provider):
    """Finds items by their titles, fuzzily, or by the words in them. Never by a covered word."""

    async def search(self, query: str) -> Hits:
        """Yield what matches; part of Textual's Provider protocol."""
        guide = self.app
        if not isinstance(guide, Navigator):
            return
        matcher = self.matcher(query)
        for address, item in _best(_uncovered(guide.state), fold(query).strip()):
            yield Hit(
                matcher.match(item.title) or _WORDS_ONLY,
                matcher.highlight(item.title),
                partial(guide.go_to, address),
                text=item.title,
                help=address.section.capitalize(),
            )


class Palette(DismissedOnce, LatestSize, CommandPalette):
    """Textual's palette, with a sign that every terminal has."""

    def on_mount(self) -> None:
        """Put the sign in place."""
        self.query_one(SearchIcon).icon = "/"

    def on_resize(self, event: Resize) -> None:
        """Close where there is no room for a list: paging through none ends Textual's palette."""
        if too_small(event.size):
            self.dismiss()

    def _action_command_list(self, action: str) -> None:
        """Do nothing to a list that is not laid out yet; paging through it ends Textual's palette.

        Part of Textual's command palette. Choosing needs no layout.
        """
        if action == "select" or self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)


class _Text(NamedTuple):
    """An item with its title, and all of its text, folded as a query is."""

    address: Address
    item: Item
    title: str
    whole: str


def _uncovered(state: AppState) -> list[_Text]:
    """Return what is not covered."""
    return [
        _Text(address, item, text.partition("\n")[0], text)
        for address, item in state.index.items()
        if not state.spoiler_filter.hides(item.spoiler, address) and (text := state.folded[address])
    ]


def _best(texts: Sequence[_Text], query: str) -> Iterator[tuple[Address, Item]]:
    """Yield what matches best.

    First where a word of the title begins as the query does, then where the title holds the query,
    then its letters in their order, and at last where the text holds all words. Textual's matcher
    tells these apart as well, but takes a hundred times as long as is needed to leave most out.
    """
    words = query.split()
    begins = re.compile(rf"\b{re.escape(query)}")
    in_order = re.compile(".*?".join(re.escape(letter) for letter in query if letter != " "))
    ways: Sequence[Callable[[_Text], object]] = (
        lambda text: begins.search(text.title),
        lambda text: query in text.title,
        lambda text: in_order.search(text.title),
        lambda text: holds_all(text.whole, words),
    )
    room = _MOST_HITS
    for matches in ways:
        found = [text for text in texts if matches(text)]
        yield from (text[:2] for text in nsmallest(room, found, key=lambda text: len(text.title)))
        room -= len(found)
        if room <= 0:
            return
        taken = {text.address for text in found}
        texts = [text for text in texts if text.address not in taken]
