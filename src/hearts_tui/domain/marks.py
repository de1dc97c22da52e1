"""Marks: what a reader has read and starred, by address."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Marks:
    """The addresses that are read, and those that carry a star."""

    read: frozenset[str] = field(default_factory=frozenset)
    starred: frozenset[str] = field(default_factory=frozenset)

    def with_read(self, address: str, *, read: bool) -> "Marks":
        """Mark an item read or unread."""
        return replace(self, read=self.read | {address} if read else self.read - {address})

    def with_star(self, address: str, *, starred: bool) -> "Marks":
        """Give an item a star, or take it away."""
        changed = self.starred | {address} if starred else self.starred - {address}
        return replace(self, starred=changed)
