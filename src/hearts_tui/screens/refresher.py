"""Draw a screen when it comes to the front: all of it at first, and later what has changed."""

from collections.abc import Callable, Coroutine
from typing import Protocol

from hearts_tui.screens.loading import load_between_keys
from hearts_tui.screens.state import AppState


class Host(Protocol):
    """The screen that is drawn."""

    @property
    def is_current(self) -> bool:
        """Whether the screen is in front."""

    def call_after_refresh(self, callback: Callable[[], None]) -> bool:
        """Call something once the screen shows what was drawn so far."""

    def run_worker(self, work: Coroutine[None, None, None]) -> object:
        """Run a coroutine in the background."""

    def refresh_list(self) -> None:
        """Draw the list."""

    def show_current(self, *, from_top: bool = True) -> None:
        """Draw the page."""

    def show_loaded(self) -> None:
        """Draw what can be told once all of the content is there."""

    def update_clock(self) -> None:
        """Write the short countdown."""


class Refresher:
    """Knows which state of the app a screen shows, and draws it anew where that is an old one."""

    def __init__(self, state: AppState, host: Host) -> None:
        self._state = state
        self._host = host
        self._drawn: object = None
        self.was_in_front = False
        """Whether anybody has seen the screen: it may be built before it is opened."""

    @property
    def has_drawn(self) -> bool:
        """Whether the screen shows anything yet."""
        return self._drawn is not None

    def mark_drawn(self) -> None:
        """Remember that everything is drawn as it is now."""
        self._drawn = self._state.state

    def mark_change_drawn(self) -> None:
        """Remember that a change was drawn as soon as it was made, if the screen is in front.

        There it draws each change at once, so that it has nothing to draw anew on its return.
        """
        if self._host.is_current:
            self.mark_drawn()

    def refresh(self) -> None:
        """Draw what changed since the screen was drawn."""
        if self._state.state != self._drawn:
            is_first = not self.has_drawn
            self.mark_drawn()
            self._host.refresh_list()
            if is_first:
                # One thing after the other, so that the start shows something as early as it can.
                self._host.call_after_refresh(self._show_first)
            else:
                self._host.show_current(from_top=False)
                self._host.update_clock()
        self.was_in_front |= self._host.is_current

    def _show_first(self) -> None:
        was_loaded = self._state.is_loaded
        self._host.show_current()
        self._host.call_after_refresh(self._host.update_clock)
        if not was_loaded:
            self._host.call_after_refresh(self._load)

    def _load(self) -> None:
        self._host.run_worker(self._load_all())

    async def _load_all(self) -> None:
        await load_between_keys(self._state)
        self._host.show_loaded()
