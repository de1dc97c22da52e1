"""Decide when an app gets its next key, so that each key meets what the one before has led to.

A key goes from the app to the widget with the focus, and from there up through its ancestors to the
app again. Keys that arrive together would all go to the widget that has the focus now, even if the
first of them opens something that the others are meant for.
"""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import Future, wait
from contextlib import suppress
from typing import Any

from textual.app import App, ScreenStackError
from textual.message_pump import MessagePump
from textual.widgets import Input

from hearts_tui.terminal.input_items import InputItem, Keys
from hearts_tui.terminal.input_items import Sequence as EscapeSequence

LONGEST_WAIT = 1.0
"""Seconds after which a key counts as handled in any case."""

MOST_MESSAGES = 64
"""Messages that an app may be behind with and still get a key that need not wait."""

_ROUNDS = 2
"""One for the key, and one for what its handlers have asked the app for, such as another focus."""


class KeyPacer:
    """Tells when an app is ready for a key; for use in the thread that reads the keys.

    Most keys wait until the app has handled the one before. A key that repeats, and text that is
    typed into a line, only waits until the app is not far behind: one screen is drawn for many.
    """

    def __init__(self, app: App[Any], loop: asyncio.AbstractEventLoop) -> None:
        self._app = app
        self._loop = loop
        self._last: InputItem | None = None
        self._is_typing = False
        self._sent = 0
        self._arrived = 0
        self._handling: Future[None] | None = None

    def note(self, key: InputItem) -> None:
        """Take note of a key that has just been sent to the app."""
        self._last = key
        self._is_typing = _is_printable(key) and self._is_in_a_line()
        self._handling = None
        self._sent += 1
        self._loop.call_soon_threadsafe(self._note_arrival)

    def is_ready_for(self, key: InputItem, seconds: float) -> bool:
        """Return whether the app may get a key; wait at most some seconds until it may."""
        if self._last is None:
            return True
        if self._need_not_wait(key):
            return self._is_up_to_date(seconds)
        if self._handling is None:
            handling = wait_until_handled(self._app)
            self._handling = asyncio.run_coroutine_threadsafe(handling, self._loop)
        return not wait([self._handling], seconds).not_done

    def _note_arrival(self) -> None:
        self._arrived += 1

    def _need_not_wait(self, key: InputItem) -> bool:
        if self._is_typing:
            return _is_printable(key)
        return key == self._last and (isinstance(key, EscapeSequence) or _is_printable(key))

    def _is_in_a_line(self) -> bool:
        with suppress(ScreenStackError):
            return isinstance(self._app.focused, Input)
        return False

    def _is_up_to_date(self, seconds: float) -> bool:
        waiting = sum(pump.message_queue_size for pump in _key_handlers(self._app))
        if self._sent - self._arrived + waiting < MOST_MESSAGES:
            return True
        time.sleep(seconds)
        return False


async def wait_until_handled(app: App[Any]) -> None:
    """Return when an app has handled the keys that it has been sent, or after a second."""
    with suppress(TimeoutError):
        async with asyncio.timeout(LONGEST_WAIT):
            for _ in range(_ROUNDS):
                await _catch_up(app)
                for pump in _key_handlers(app):
                    await _catch_up(pump)


def _is_printable(key: InputItem) -> bool:
    return isinstance(key, Keys) and key.text.isprintable()


def _key_handlers(app: App[Any]) -> Sequence[MessagePump]:
    """Return whom a key passes: the widget with the focus, its ancestors, and the app."""
    try:
        screen = app.screen
    except ScreenStackError:
        return [app]
    return (screen.focused or screen).ancestors_with_self


async def _catch_up(pump: MessagePump) -> None:
    """Wait until all messages that are in a queue now have been handled."""
    reached = asyncio.Event()
    if pump.call_later(reached.set):
        await reached.wait()
