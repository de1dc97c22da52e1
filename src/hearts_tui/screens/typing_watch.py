"""Let keys have their turn before work in other threads, which takes Python away from them."""

import time
from collections.abc import Callable

SECONDS_OF_QUIET = 0.06
"""How long nobody types before the work goes on: longer than a key that is held takes to repeat."""

SECONDS_OF_REST = 0.01

MOST_SECONDS = 0.5
"""How long a piece of the work waits at most, so that all of it is done at some time."""


class TypingWatch:
    """Knows when somebody typed last."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._quiet_from = clock()

    def note_input(self) -> None:
        """Take note that somebody types."""
        self._quiet_from = self._clock() + SECONDS_OF_QUIET

    def give_way(self) -> None:
        """Wait while somebody types; to be called between two pieces of work, off the event loop.

        A key may come at any time, so the pieces have to be short.
        """
        now = self._clock()
        if now >= self._quiet_from:
            return
        end = now + MOST_SECONDS
        while self._clock() < min(self._quiet_from, end):
            self._sleep(SECONDS_OF_REST)
