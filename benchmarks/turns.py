"""hearts, with a line in the file ``TURNS`` for each turn of its event loop that takes a while.

A key that is typed meanwhile waits for the end of the turn. Each line has the time at which the
turn ended, in seconds of ``time.perf_counter``, and how much of the processor it took, in
milliseconds: what else the machine does is not counted.
"""

import asyncio
import os
import sys
import time
from pathlib import Path
from selectors import DefaultSelector, SelectorKey
from typing import TextIO

from hearts_tui.cli.main import main

LEAST_MS = 2.0


class TurnTimer(DefaultSelector):
    """A selector that its loop comes back to after each turn."""

    def __init__(self, turns: TextIO) -> None:
        super().__init__()
        self._turns = turns
        self._began = time.thread_time()

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """Note how long the turn took, and wait for what begins the next one."""
        took = 1000 * (time.thread_time() - self._began)
        if took >= LEAST_MS:
            self._turns.write(f"{time.perf_counter()} {took}\n")
        events = super().select(timeout)
        self._began = time.thread_time()
        return events


class Policy(asyncio.DefaultEventLoopPolicy):
    """Makes loops that time their turns."""

    def __init__(self, turns: TextIO) -> None:
        super().__init__()
        self._turns = turns

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        """Make such a loop."""
        return asyncio.SelectorEventLoop(TurnTimer(self._turns))


if __name__ == "__main__":
    with Path(os.environ["TURNS"]).open("w", buffering=1) as turns:
        asyncio.set_event_loop_policy(Policy(turns))
        sys.argv = ["hearts"]
        main()
