"""Spoiler levels, and the shield that hides what a reader is not ready for."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from hearts_tui.domain.address import Address

MASK = "░"


class Spoiler(StrEnum):
    """How much a text gives away, from nothing to the most."""

    NONE = "none"
    FILM = "film"
    TRAILER = "trailer"
    LEAK = "leak"

    @property
    def depth(self) -> int:
        """Position on the scale: 0 gives nothing away, 3 the most."""
        return _DEPTHS[self.value]

    def next(self) -> "Spoiler":
        """Return the level one deeper; after the deepest comes the first."""
        levels = list(Spoiler)
        return levels[(self.depth + 1) % len(levels)]


_DEPTHS = {level.value: depth for depth, level in enumerate(Spoiler)}


def mask(text: str) -> str:
    """Cover a text, the blanks in it too: the lengths of words would give names away."""
    return "".join(char if char == "\n" else MASK for char in text)


@dataclass(frozen=True, slots=True)
class SpoilerFilter:
    """What a reader is ready for: a level, and single items opened by name."""

    level: Spoiler = Spoiler.FILM
    opened: frozenset[str] = field(default_factory=frozenset)

    def is_beyond(self, spoiler: Spoiler) -> bool:
        """Tell whether a level is beyond what may be told, but for items that were opened."""
        return spoiler.depth > self.level.depth

    def hides(self, spoiler: Spoiler, address: Address | str) -> bool:
        """Tell whether a text of this level, found at this address, stays covered."""
        return self.is_beyond(spoiler) and str(address) not in self.opened

    def cover(self, text: str, spoiler: Spoiler, address: Address | str) -> str:
        """Return the text, or its mask where the shield hides it."""
        return mask(text) if self.hides(spoiler, address) else text

    def toggled(self, address: str) -> "SpoilerFilter":
        """Open one item, or cover it again."""
        return replace(self, opened=self.opened ^ {address})
