"""Star and rate items."""

from collections.abc import Callable

from hearts_tui.domain.address import Address
from hearts_tui.domain.marks import MOST_STARS
from hearts_tui.screens.state import AppState


class Marker:
    """Stars and rates items, and saves that. ``save`` runs a save in the background."""

    def __init__(self, state: AppState, save: Callable[[Callable[[], str]], object]) -> None:
        self._state = state
        self._save = save

    def toggle_star(self, address: Address) -> bool:
        """Star an item, or take the star away; return whether it has one now."""
        state, name, starred = self._state, str(address), not self._state.marks.is_starred(address)
        at = state.clock() if starred else None
        state.marks = state.marks.with_star(name, starred=starred)
        self._save(lambda: state.stores.marks.save_star(name, at))
        return starred

    def rate(self, address: Address, step: int) -> bool:
        """Give an item more stars or fewer; return whether that changed anything."""
        state, name, before = self._state, str(address), self._state.marks.rating(address)
        rating = max(0, min(MOST_STARS, before + step))
        if rating == before:
            return False
        state.marks = state.marks.with_rating(name, rating)
        self._save(lambda: state.stores.marks.save_rating(name, rating))
        return True
