"""An event loop that tells when it has nothing left to do.

How busy the machine is does not matter to it: a test that waits for a quiet loop goes on neither
before all that a key set off is done, nor later. Nobody waits for the timers of that: the clock
of the loop leaps to each.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from selectors import DefaultSelector, SelectorKey
from time import monotonic
from typing import Any

from textual.worker import active_worker

SECONDS_AHEAD = 0.05
"""A timer that ends within this time belongs to what is under way; a later one doesn't."""


class _QuietSelector(DefaultSelector):
    """A selector that its loop asks for events, and that so knows when there are none to come."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[asyncio.Future[None]] = []
        self.jobs = 0
        self.seconds_leapt = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """Wait for events, leap to a timer that ends soon, or say that there's nothing to do."""
        if not self.waiting or self.jobs:
            return super().select(timeout)
        events = super().select(0)
        if events:
            return events
        if timeout is not None and timeout <= SECONDS_AHEAD:
            self.seconds_leapt += timeout
        else:
            self._tell_that_it_is_quiet()
        return []

    def _tell_that_it_is_quiet(self) -> None:
        for future in self.waiting:
            if not future.done():
                future.set_result(None)
        self.waiting.clear()


class QuietLoop(asyncio.SelectorEventLoop):
    """A loop whose ``quiet`` can be waited for."""

    def __init__(self) -> None:
        self._quiet_selector = _QuietSelector()
        super().__init__(self._quiet_selector)

    def time(self) -> float:
        """Return the time of the monotonic clock, and all that the loop leapt over."""
        return super().time() + self._quiet_selector.seconds_leapt

    def run_in_executor(
        self, executor: Executor | None, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Run a function in a thread; unless a worker does so, keys wait for it."""
        future = super().run_in_executor(executor, func, *args)
        if active_worker.get(None) is None:
            self._quiet_selector.jobs += 1
            future.add_done_callback(self._end_job)
        return future

    def _end_job(self, _: asyncio.Future[Any]) -> None:
        self._quiet_selector.jobs -= 1

    async def quiet(self) -> None:
        """Wait until no callback is ready, no file has something, and no timer ends shortly.

        A worker that waits for a thread is not waited for; see Textual's ``workers``.
        """
        future = self.create_future()
        self._quiet_selector.waiting.append(future)
        await future


def time_of_the_loop() -> float:
    """Return the time of the loop that runs here, or of the monotonic clock where none does."""
    try:
        return asyncio.get_running_loop().time()
    except RuntimeError:
        return monotonic()
