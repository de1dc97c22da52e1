"""Read a terminal's input, and hand it to an app no faster than the app can take it."""

import os
import select
import time
from collections.abc import Callable, Iterator
from typing import Protocol

from textual._xterm_parser import XTermParser
from textual.events import Paste
from textual.message import Message

from hearts_tui.terminal.input_items import AltKey, InputItem, Keys, PastedText
from hearts_tui.terminal.input_queue import InputQueue
from hearts_tui.terminal.input_splitter import InputSplitter

_READ_SIZE = 4096
_LONGEST_WAIT = 0.1
_WAIT_FOR_APP = 0.005


class Pacer(Protocol):
    """Decides when an app gets its next key."""

    def is_ready_for(self, key: InputItem, seconds: float) -> bool:
        """Return whether the app may get a key; wait at most some seconds until it may."""

    def note(self, key: InputItem) -> None:
        """Take note of a key that has just been sent to the app."""


class InputReader:
    """Reads bytes from a terminal and delivers what they mean as Textual's events.

    It always reads on, so that a flood ends; what the app has no time for waits in a queue of
    limited length. ``deliver`` is given the events, when the pacer says so, and ``observe`` all
    bytes, at once.
    """

    def __init__(
        self,
        fileno: int,
        input_splitter: InputSplitter,
        deliver: Callable[[Message], None],
        pacer: Pacer,
        observe: Callable[[bytes], None] = lambda _: None,
    ) -> None:
        self._fileno = fileno
        self._splitter = input_splitter
        self._deliver = deliver
        self._pacer = pacer
        self._observe = observe
        self._queue = InputQueue()
        self._parser = XTermParser()
        self.at_end = False
        """Whether the terminal has been closed."""

    def step(self) -> None:
        """Wait a moment for input or the app, and deliver a key if there is one."""
        for item in self._splitter.feed(self._read(), time.monotonic()):
            self._queue.put(item)
        # Work for the app would only make a flood last longer: that is read to its end first.
        in_flood = self._queue.is_flooded and self._is_ready(0)
        if self._queue and not in_flood:
            self._deliver_next()

    def _deliver_next(self) -> None:
        item = self._queue.first
        if self._pacer.is_ready_for(item, _WAIT_FOR_APP):
            self._queue.take()
            for event in self._events(item):
                self._deliver(event)
            self._pacer.note(item)

    def _is_ready(self, seconds: float) -> bool:
        """Wait for bytes, or for the terminal's end."""
        return bool(select.select([self._fileno], [], [], seconds)[0])

    def _read(self) -> bytes:
        if not self._is_ready(self._time_to_wait()):
            return b""
        try:
            data = os.read(self._fileno, _READ_SIZE)
        except OSError:
            # The terminal has gone, or this process is no longer one of its own.
            data = b""
        self.at_end = not data
        self._observe(data)
        return data

    def _time_to_wait(self) -> float:
        if self._queue:
            return 0
        deadline = self._splitter.deadline
        if deadline is None:
            return _LONGEST_WAIT
        return min(max(0.0, deadline - time.monotonic()), _LONGEST_WAIT)

    def _events(self, item: InputItem) -> Iterator[Message]:
        if isinstance(item, PastedText):
            yield Paste(item.text)
        elif isinstance(item, AltKey) or item == Keys("\x1b"):
            # For Textual an escape that ends the input is a key; else it would wait for more.
            parser = XTermParser()
            yield from parser.feed(item.text)
            yield from parser.feed("")
        else:
            yield from self._parser.feed(item.text)
