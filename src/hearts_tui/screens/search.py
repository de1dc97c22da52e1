"""Search over everything there is to read, in the palette."""

from collections.abc import Iterator
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import CommandPalette, Hit, Hits, Provider, SearchIcon
from textual.events import Resize

from hearts_tui.domain.address import Address
from hearts_tui.domain.claim import Claim
from hearts_tui.screens.desk import Desk
from hearts_tui.widgets.too_small import too_small

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
        words = query.casefold().split()
        for address, item in _uncovered(guide.desk):
            score = matcher.match(item.title)
            if not score and not _holds(item, words):
                continue
            yield Hit(
                score or _WORDS_ONLY,
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


def _uncovered(desk: Desk) -> Iterator[tuple[Address, Claim]]:
    for address, item in desk.index.items():
        if not desk.shield.hides(item.spoiler, str(address)):
            yield address, item


def _holds(item: Claim, words: list[str]) -> bool:
    text = f"{item.title} {item.summary} {item.body}".casefold()
    return all(word in text for word in words)
