"""Search over everything there is to read, in the palette."""

from collections.abc import Iterator
from functools import partial
from heapq import nlargest
from typing import Protocol, runtime_checkable

from textual.command import CommandPalette, Hit, Hits, Provider, SearchIcon
from textual.events import Resize

from hearts_tui.domain.address import Address
from hearts_tui.domain.claim import Claim
from hearts_tui.domain.filtering import fold, holds_all
from hearts_tui.screens.desk import Desk
from hearts_tui.widgets.too_small import too_small

_MOST_HITS = 60
"""More than anybody looks through."""

_WORDS_ONLY = 0.3
"""How well an item matches that holds all words, but not in its title, which is better."""


@runtime_checkable
class Guide(Protocol):
    """An app with a desk, that can show any item."""

    desk: Desk

    def go_to(self, address: Address) -> None:
        """Show an item."""


class ItemSearch(Provider):
    """Finds items by their titles, fuzzily, or by the words in them. Never by a covered word."""

    async def search(self, query: str) -> Hits:
        """Yield what matches; part of Textual's Provider protocol."""
        guide = self.app
        if not isinstance(guide, Guide):
            return
        matcher = self.matcher(query)
        words = fold(query).split()
        scored = (
            (matcher.match(item.title) or _WORDS_ONLY * holds_all(text, words), address, item)
            for address, item, text in _uncovered(guide.desk)
        )
        hits = (hit for hit in scored if hit[0])
        for score, address, item in nlargest(_MOST_HITS, hits, key=_rank):
            yield Hit(
                score,
                matcher.highlight(item.title),
                partial(guide.go_to, address),
                text=item.title,
                help=address.section.capitalize(),
            )


class Palette(CommandPalette):
    """Textual's palette, with a sign that every terminal has."""

    _is_closing = False

    def on_mount(self) -> None:
        """Put the sign in place."""
        self.query_one(SearchIcon).icon = "/"

    def on_resize(self, event: Resize) -> None:
        """Close where there is no room for a list: paging through none ends Textual's palette."""
        if too_small(event.size) and not self._is_closing:
            self._is_closing = True
            self.dismiss()


def _rank(hit: tuple[float, Address, Claim]) -> tuple[float, int]:
    """Put the better match first; of two that match alike, the one that says least besides."""
    score, _, item = hit
    return score, -len(item.title)


def _uncovered(desk: Desk) -> Iterator[tuple[Address, Claim, str]]:
    """Yield what is not covered, with its text, folded."""
    for address, item in desk.index.items():
        if not desk.shield.hides(item.spoiler, address):
            yield address, item, desk.folded[address]
