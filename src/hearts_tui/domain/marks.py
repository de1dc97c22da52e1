"""Marks: what a reader has read, starred and rated, by address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from hearts_tui.domain.address import Address

MOST_STARS = 5


@dataclass(frozen=True, slots=True)
class Marks:
    """The addresses that are read, those that carry a star, and ratings from 1 to 5.

    ``visited`` is when the reader was here before; None where this is the first time.
    """

    read: frozenset[str] = field(default_factory=frozenset)
    starred: frozenset[str] = field(default_factory=frozenset)
    ratings: Mapping[str, int] = field(default_factory=dict)
    visited: datetime | None = None

    def is_read(self, address: Address) -> bool:
        """Return whether an item was read."""
        return str(address) in self.read

    def is_starred(self, address: Address) -> bool:
        """Return whether an item carries the reader's star."""
        return str(address) in self.starred

    def rating(self, address: Address) -> int:
        """Return the stars of five that an item was given; 0 for none."""
        return self.ratings.get(str(address), 0)

    def with_read(self, addresses: Iterable[str], *, read: bool) -> "Marks":
        """Mark items read or unread."""
        return replace(
            self, read=self.read.union(addresses) if read else self.read.difference(addresses)
        )

    def with_star(self, address: str, *, starred: bool) -> "Marks":
        """Give an item a star, or take it away."""
        changed = self.starred | {address} if starred else self.starred - {address}
        return replace(self, starred=changed)

    def with_rating(self, address: str, rating: int) -> "Marks":
        """Rate an item; 0 takes the rating away."""
        others = {key: value for key, value in self.ratings.items() if key != address}
        return replace(self, ratings={**others, address: rating} if rating else others)
