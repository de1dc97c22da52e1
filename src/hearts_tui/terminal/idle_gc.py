"""Collect cyclic garbage while nobody waits for a key to be answered."""

import gc
import time
from typing import TypeVar

from textual._styles_cache import StylesCache
from textual.app import App
from textual.events import Event, InputEvent
from textual.timer import Timer

Result = TypeVar("Result")

SECONDS_OF_QUIET = 1.0
"""How long nobody types before everything is looked through."""

MOST_SECONDS_OF_TYPING = 15.0
"""How long keys may come without a pause before everything is looked through all the same.

Dialogs that were closed stay in memory until then, with all that was drawn of them.
"""

_RARELY = 1_000
"""How many collections of what is young come before one of everything, where nobody rests."""


class IdleGC(App[Result]):
    """An app that looks through all of its objects in pauses, which takes as long as some frames.

    On its own Python does so whenever enough was made, which is just when much is drawn.
    """

    most_seconds_of_typing: float = MOST_SECONDS_OF_TYPING
    _until_quiet: Timer | None = None
    _typing_since: float | None = None

    def start_idle_gc(self) -> None:
        """Take up collecting, without what has been made so far, which stays."""
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _RARELY)
        gc.enable()

    async def on_event(self, event: Event) -> None:
        """Wait anew with whatever the user does, but not for ever."""
        if isinstance(event, InputEvent):
            self._put_off()
        await super().on_event(event)

    def _put_off(self) -> None:
        if self._until_quiet is not None:
            self._until_quiet.stop()
        if self._typing_since is None:
            self._typing_since = time.monotonic()
        if time.monotonic() - self._typing_since >= self.most_seconds_of_typing:
            self._tidy()
        self._until_quiet = self.set_timer(SECONDS_OF_QUIET, self._tidy)

    def _tidy(self) -> None:
        # Textual keys this cache by each widget's drawing as well, and so keeps a thousand of them.
        StylesCache.get_inner_outer.cache_clear()
        gc.collect()
        self._typing_since = None
