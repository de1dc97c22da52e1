"""The collector of cyclic garbage has its turn while nobody waits for a key to be answered."""

import gc
from typing import TypeVar

from textual.app import App
from textual.events import Event, InputEvent
from textual.timer import Timer

Result = TypeVar("Result")

SECONDS_OF_QUIET = 1.0
"""How long nobody types before everything is looked through."""

_RARELY = 1_000
"""How many collections of what is young come before one of everything, where nobody rests."""


class Tidying(App[Result]):
    """An app that looks through all of its objects in pauses, which takes as long as some frames.

    On its own Python does so whenever enough was made, which is just when much is drawn.
    """

    _until_quiet: Timer | None = None

    def start_tidying(self) -> None:
        """Take up collecting, without what has been made so far, which stays."""
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _RARELY)
        gc.enable()

    async def on_event(self, event: Event) -> None:
        """Wait anew with whatever the user does."""
        if isinstance(event, InputEvent):
            if self._until_quiet is not None:
                self._until_quiet.stop()
            self._until_quiet = self.set_timer(SECONDS_OF_QUIET, gc.collect)
        await super().on_event(event)
