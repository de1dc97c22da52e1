"""Build the screens that nobody has opened yet while nobody types.

``App.switch_mode`` finds a screen that was built here as one that was open before: mounted, filled,
laid out and drawn, widget by widget. All of it happens in small steps, between which keys have
their turn, and stops as soon as somebody types.
"""

import asyncio
import gc
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from textual.app import App
from textual.events import Event, InputEvent, ScreenResume, ScreenSuspend
from textual.screen import Screen

from hearts_tui.widgets.sure_timer import set_sure_timer

Result = TypeVar("Result")

SECONDS_OF_QUIET = 0.3
"""How long nobody types before building begins or goes on."""

SECONDS_BETWEEN_STEPS = 0.01
"""How long keys have their turn, and a new screen handles its messages, between two steps."""

MAX_LAYOUTS = 4
"""How often a new screen is laid out at most, until the sizes of its widgets change no more."""

MAX_SECONDS_TO_STOP = 1.0
"""How long a screen that is being mounted is waited for."""


class ScreenPrebuilder:
    """Builds the screens of an app's modes in small steps, one after another, while nobody types.

    ``modules`` are imported first, in a thread, and ``style_sheets`` read, for what is only pushed.
    """

    def __init__(
        self,
        app: App[Any],
        screens: Mapping[str, Callable[[], Screen[Any]]],
        modules: Sequence[str] = (),
        style_sheets: Sequence[Path] = (),
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._app = app
        self._screens = screens
        self._modules = modules
        self._style_sheets = style_sheets
        self._clock = clock
        self._last_input = clock()
        self._steps = self._all_steps()
        self._latest: Screen[Any] | None = None
        self._is_stopped = False

    def start(self) -> None:
        """Begin as soon as nobody types."""
        self._wait(SECONDS_OF_QUIET)

    def note_input(self) -> None:
        """Take note that somebody types."""
        self._last_input = self._clock()

    async def stop(self) -> None:
        """Build nothing more, and wait until the latest screen may be closed.

        What a screen does when it is mounted would fail on widgets that are not there any more.
        """
        self._is_stopped = True
        mounted = asyncio.Event()
        if self._latest is not None and self._latest.call_later(mounted.set):
            with suppress(TimeoutError):
                async with asyncio.timeout(MAX_SECONDS_TO_STOP):
                    await mounted.wait()

    def _wait(self, seconds: float) -> None:
        set_sure_timer(self._app, seconds, self._go_on)

    def _go_on(self) -> None:
        """Take a step, and come back for the next one; wait if somebody types."""
        if self._is_stopped:
            return
        left = self._last_input + SECONDS_OF_QUIET - self._clock()
        if left > 0:
            self._wait(left)
            return
        for _ in self._steps:
            self._wait(SECONDS_BETWEEN_STEPS)
            return

    def _all_steps(self) -> Iterator[None]:
        """Do everything, and yield between two steps."""
        # What is in front was drawn in the styles of now; Textual would parse all of them again
        # when it comes to the front the next time.
        self._app.screen._css_update_count = self._app._css_update_count
        yield from self._import_modules()
        for style_sheet in self._style_sheets:
            self._read(style_sheet)
        for mode, make in self._screens.items():
            if mode not in self._app._screen_stacks:
                yield from self._build(mode, make())
        # All of it stays for good: no key should wait for it to be looked through.
        gc.freeze()

    def _import_modules(self) -> Iterator[None]:
        importing = Thread(target=_import_all, args=(self._modules,), daemon=True)
        importing.start()
        while importing.is_alive():
            yield

    def _read(self, style_sheet: Path) -> None:
        """Add a style sheet, which Textual parses alone when it is first asked for a style.

        Where a screen brings one, Textual parses all of them once more.
        """
        if not self._app.stylesheet.has_source(str(style_sheet)):
            self._app.stylesheet.read(style_sheet)

    def _build(self, mode: str, screen: Screen[Any]) -> Iterator[None]:
        self._mount(mode, screen)
        yield
        while not _is_mounted(screen):
            yield
        for finish in self._finishing_steps(screen):
            if self._app.current_mode == mode:
                # Somebody has opened it; from now on Textual does all this.
                return
            finish()
            yield
        if self._app.current_mode != mode:
            screen.post_message(ScreenSuspend())

    def _finishing_steps(self, screen: Screen[Any]) -> Iterator[Callable[[], object]]:
        # It's filled once it has a size: both at once would take too long for a step. And it was
        # styled when it was mounted, just now.
        yield partial(self._lay_out, screen)
        yield partial(screen.post_message, ScreenResume(refresh_styles=False))
        for _ in range(MAX_LAYOUTS):
            yield partial(self._lay_out, screen)
            if not screen._layout_required:
                break
        for widget in screen.query():
            if widget.display and widget.outer_size:
                yield partial(widget.render_lines, widget.outer_size.region)
        # For its first frame the timer would wait as long as for any two frames of a row.
        yield screen._update_timer.resume

    def _mount(self, mode: str, screen: Screen[Any]) -> None:
        """Mount a screen as ``App.switch_mode`` does, but let keys be handled meanwhile."""
        app = self._app
        for style_sheet in screen.css_path:
            self._read(Path(style_sheet))
        app._screen_stacks[mode] = [screen]
        self._latest = screen
        app._register(app, screen)
        screen._css_update_count = app._css_update_count

    def _lay_out(self, screen: Screen[Any]) -> None:
        screen._layout_required = False
        screen._refresh_layout(self._app.size)


class PrebuildsScreens(App[Result]):
    """An app that builds no screens while somebody types, and none once it closes."""

    prebuilds: bool = True
    """Whether screens are built before they are opened."""

    _prebuilder: ScreenPrebuilder | None = None

    def prebuild(self, prebuilder: ScreenPrebuilder) -> None:
        """Build screens from now on, where that is wanted."""
        if self.prebuilds:
            self._prebuilder = prebuilder
            prebuilder.start()

    async def on_event(self, event: Event) -> None:
        """Put the building off with whatever the user does."""
        if isinstance(event, InputEvent) and self._prebuilder is not None:
            self._prebuilder.note_input()
        await super().on_event(event)

    async def _shutdown(self) -> None:
        if self._prebuilder is not None:
            await self._prebuilder.stop()
        await super()._shutdown()


def _is_mounted(screen: Screen[Any]) -> bool:
    return screen.is_mounted and all(widget.is_mounted for widget in screen.query())


def _import_all(names: Sequence[str]) -> None:
    for name in names:
        # Whoever needs it hears of the error, and on the thread that can show it.
        with suppress(Exception):
            import_module(name)
