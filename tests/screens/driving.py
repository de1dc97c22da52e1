"""Helpers to drive the real app by keyboard."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from unicodedata import lookup

from textual.events import Event, Key, MouseDown, MouseScrollDown, MouseUp
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.widgets import Static

from hearts_tui.app import HeartsApp
from hearts_tui.screens.base import BaseScreen
from hearts_tui.widgets.document import Document
from hearts_tui.widgets.reader import Reader
from tests.quiet_loop import QuietLoop
from tests.screens.held_frames import HeldFrames

SIZES = [(120, 40), (80, 24), (40, 12)]


class Driver:
    """Presses keys and reads what the screen in front shows.

    Without ``frames`` the app draws whenever it likes.
    """

    def __init__(
        self, pilot: Pilot[None], app: HeartsApp, frames: HeldFrames | None = None
    ) -> None:
        self.app = app
        self._pilot = pilot
        self._frames = frames

    async def press(self, *keys: str) -> None:
        """Press keys one by one, and let all that follows from each come to rest."""
        for key in keys:
            self._send([_pressed_key(key)])
            await self.settle()

    async def press_at_once(self, *keys: str) -> None:
        """Press keys one after the other, whatever is still at work in threads."""
        for key in keys:
            self._send([_pressed_key(key)])
            await self.rest()

    async def press_together(self, *keys: str) -> None:
        """Press keys of which each arrives before the one before it is handled."""
        self._send(map(_pressed_key, keys))
        await self.settle()

    async def click_together(self, *places: tuple[int, int]) -> None:
        """Click at places of the terminal before anything of it is handled."""
        self._send(kind(x, y) for x, y in places for kind in (_pressed, _released))
        await self.settle()

    async def hold_mouse(self, x: int, y: int) -> None:
        """Press the mouse at a place of the terminal, and go on holding it."""
        self._send([_pressed(x, y)])
        await self.settle()

    async def let_mouse_go(self, x: int, y: int) -> None:
        """Release the mouse at a place of the terminal."""
        self._send([_released(x, y)])
        await self.settle()

    def _send(self, events: Iterable[Event]) -> None:
        for event in events:
            event.set_sender(self.app)
            self.app._driver.send_message(event)

    async def settle(self) -> None:
        """Let all work, in threads as well, and what follows from it come to rest."""
        await self.rest()
        while self.app.workers:
            await self.app.workers.wait_for_complete()
            await self.rest()

    async def rest(self) -> None:
        """Let everything that is under way come to rest, except for what threads do."""
        loop = asyncio.get_running_loop()
        assert isinstance(loop, QuietLoop)
        await loop.quiet()
        if self._frames is not None:
            self._frames.draw()

    async def until(self, text: str) -> None:
        """Wait for a text that comes by itself."""
        async with asyncio.timeout(10):
            while text not in self.text:
                await asyncio.sleep(0.01)
                await self.rest()

    async def click(self, x: int, y: int) -> None:
        """Click at a place of the terminal."""
        await self._pilot.click(offset=(x, y))
        await self.settle()

    async def turn_wheel(self, x: int, y: int) -> None:
        """Turn the wheel of the mouse towards oneself, over a place of the terminal."""
        await self._pilot._post_mouse_events([MouseScrollDown], offset=(x, y))
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*({" ": "space", "/": "slash"}.get(char, char) for char in text))

    async def open_setting(self, words: str) -> None:
        """Go to the window that asks for a setting, found by its words."""
        await self.press("comma", "slash")
        await self.type(words)
        await self.press("enter", "enter")

    async def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        await self._pilot.resize_terminal(columns, rows)
        await self.settle()

    @property
    def screen(self) -> BaseScreen:
        """The section screen in front."""
        assert isinstance(self.app.screen, BaseScreen)
        return self.app.screen

    @property
    def document(self) -> Document:
        """The page in the reading pane."""
        return self.app.screen.query_one(Reader).document

    @property
    def page(self) -> str:
        """The text of the reading pane."""
        return self.document.plain

    @property
    def caption(self) -> str:
        """The line above the list."""
        return self.shown(".caption")

    def shown(self, selector: str) -> str:
        """Return the text of one line of the screen in front."""
        return str(self.app.screen.query_one(selector, Static).content)

    @property
    def notices(self) -> str:
        """What the app tells at the foot of the screen at this moment."""
        return "\n".join(notice.message for notice in self.app.told)

    @property
    def text(self) -> str:
        """Everything on the terminal, as lines of text."""
        update = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in update)


def _pressed_key(key: str) -> Key:
    name = _character_to_key(key) if len(key) == 1 else key
    try:
        return Key(name, lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name))))
    except KeyError:
        return Key(name, key if len(key) == 1 else None)


def _pressed(x: int, y: int) -> MouseDown:
    return MouseDown(None, x, y, 0, 0, 1, False, False, False, x, y)


def _released(x: int, y: int) -> MouseUp:
    return MouseUp(None, x, y, 0, 0, 1, False, False, False, x, y)


@asynccontextmanager
async def driving(app: HeartsApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    """Run the app headless at a size."""
    frames = HeldFrames(app)
    with frames.hold():
        async with app.run_test(size=size) as pilot:
            driver = Driver(pilot, app, frames)
            await driver.settle()
            yield driver
