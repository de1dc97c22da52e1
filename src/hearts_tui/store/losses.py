"""Find out whether a file has lost entries that it held before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Holdings:
    """The entries that a file holds, by table and key, and the revision that it has come to."""

    entries: frozenset[tuple[str, str]] = frozenset()
    revision: int = 0

    def loss(self, now: "Holdings") -> str:
        """Return what a file that held this has lost by now; empty where that is nothing.

        A change takes out one entry at most and makes one revision. More than that was lost
        otherwise: cut off, deleted, put back to an earlier state, or taken out by hand.
        """
        missing, changes = len(self.entries - now.entries), now.revision - self.revision
        if missing and missing > changes:
            return f"lacks {missing:,} {'entry' if missing == 1 else 'entries'} that it had"
        if changes < 0:
            return f"has gone back from revision {self.revision:,} to {now.revision:,}"
        return ""


HoldingsOf = Callable[[Mapping[str, Any]], Holdings]
"""Returns what a parsed file holds."""
