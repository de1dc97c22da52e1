"""What the reader has read."""

from collections.abc import Callable, Sequence

from hearts_tui.domain.address import Address
from hearts_tui.screens.state import AppState


class ReadMarks:
    """Marks items read or unread, and saves that. ``save`` runs a save in the background."""

    def __init__(self, state: AppState, save: Callable[[Callable[[], str]], object]) -> None:
        self._state = state
        self._save = save

    @property
    def has_any(self) -> bool:
        """Whether anything was read; until then nothing counts as unread."""
        return bool(self._state.marks.read)

    def is_read(self, address: Address) -> bool:
        """Return whether an item was read."""
        return str(address) in self._state.marks.read

    def mark(self, addresses: Sequence[Address], *, read: bool) -> bool:
        """Mark items read or unread; return whether all others look different now.

        They count as unread from the first item on that is read.
        """
        had_any = self.has_any
        state, names = self._state, [str(address) for address in addresses]
        at = state.clock() if read else None
        state.marks = state.marks.with_read(names, read=read)
        self._save(lambda: state.stores.marks.save_read(names, at))
        return self.has_any != had_any
