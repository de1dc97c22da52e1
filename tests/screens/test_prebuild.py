"""Screens are built while nobody types."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec

import pytest
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.events import ScreenResume, ScreenSuspend
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from hearts_tui.app import HeartsApp
from hearts_tui.domain.address import Section
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.factory import PREBUILT_MODULES
from hearts_tui.screens.prebuild import SECONDS_OF_QUIET, PrebuildsScreens, ScreenPrebuilder
from tests.conftest import MakeApp


class NotedScreen(Screen[None]):
    """Notes when it comes to the front, and when it leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[type[object]] = []
        self.first_size = Size(0, 0)

    def compose(self) -> ComposeResult:
        yield Static("a screen")

    def on_screen_resume(self, event: ScreenResume) -> None:
        if not self.events:
            self.first_size = self.query_one(Static).size
        self.events.append(type(event))

    def on_screen_suspend(self, event: ScreenSuspend) -> None:
        self.events.append(type(event))


class TwoModes(PrebuildsScreens[None]):
    """An app that stands in its first mode; the time for building is a test's to tell."""

    MODES = {"front": NotedScreen, "back": NotedScreen}
    DEFAULT_MODE = "front"

    def __init__(self) -> None:
        super().__init__()
        self.now, self.times_asked = 0.0, 0
        self.prebuilder = ScreenPrebuilder(self, dict(self.MODES), clock=self.clock)

    def clock(self) -> float:
        self.times_asked += 1
        return self.now

    def on_ready(self) -> None:
        self.prebuild(self.prebuilder)

    @property
    def back(self) -> NotedScreen | None:
        """The screen of the mode that nobody has opened, if it is there."""
        with suppress(KeyError):
            (screen,) = self.get_screen_stack("back")
            assert isinstance(screen, NotedScreen)
            return screen
        return None


async def until(holds: Callable[[], object]) -> None:
    """Wait until something has come about, and go on at once."""
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0)


async def test_a_screen_that_was_built_is_the_one_that_opens() -> None:
    app = TwoModes()
    async with app.run_test() as pilot:
        app.now = SECONDS_OF_QUIET
        await until(lambda: app.back and app.back.events[-1:] == [ScreenSuspend])
        built = app.back
        assert built is not None
        assert app.current_mode == "front"
        assert built.events == [ScreenResume, ScreenSuspend]
        assert built.query_one(Static).size.width == app.size.width
        assert built.first_size.width == app.size.width, "it was filled and laid out in one step"
        await app.switch_mode("back")
        await pilot.pause()
        assert app.screen is built
        assert built.events == [ScreenResume, ScreenSuspend, ScreenResume]


async def test_a_screen_that_is_opened_while_it_is_built_stays_in_front() -> None:
    app = TwoModes()
    async with app.run_test() as pilot:
        app.now = SECONDS_OF_QUIET
        await until(lambda: app.back)
        await app.switch_mode("back")
        await until(lambda: app.back and app.back.is_mounted)
        await pilot.pause(2 * SECONDS_OF_QUIET)
        assert app.back is app.screen
        assert app.back.events[-1] is ScreenResume


async def test_nothing_is_built_while_somebody_types() -> None:
    app = TwoModes()
    async with app.run_test() as pilot:
        app.now = 10.0
        await pilot.press("j")
        app.now += SECONDS_OF_QUIET * 0.9
        await pilot.pause(3 * SECONDS_OF_QUIET)
        assert app.back is None
        app.now += SECONDS_OF_QUIET
        await until(lambda: app.back)


async def test_building_goes_on_after_however_short_a_wait() -> None:
    app = TwoModes()
    async with app.run_test():
        app.now = SECONDS_OF_QUIET - 1e-9
        # Such a wait is over before it begins, as one that is longer may be on a busy machine.
        await until(lambda: app.times_asked > 4)
        app.now = SECONDS_OF_QUIET
        await until(lambda: app.back)


@pytest.mark.parametrize("section", list(Section)[1:])
async def test_hearts_may_be_closed_while_a_screen_is_mounted(
    make_app: MakeApp, section: Section
) -> None:
    app = make_app(prebuilds=True)
    async with app.run_test():
        await until(lambda: section in app._screen_stacks)


async def test_all_sections_are_built_and_a_theme_of_later_holds_for_them(
    make_app: MakeApp,
) -> None:
    app = make_app(prebuilds=True)
    async with app.run_test() as pilot:
        await until(lambda: all(section in app._screen_stacks for section in Section))
        assert app.current_mode == Section.NEWS
        dark = app.get_screen_stack(Section.CAST)[0].styles.background
        app.theme = "textual-light"
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert app.screen.styles.background.brightness > dark.brightness


@pytest.mark.parametrize("name", PREBUILT_MODULES)
def test_what_is_imported_beforehand_is_there(name: str) -> None:
    assert find_spec(name)


async def test_a_list_opens_where_it_would_have_without_having_been_built(
    make_app: MakeApp,
) -> None:
    app = make_app(first_visit=True, prebuilds=True)
    async with app.run_test() as pilot:
        await until(lambda: _is_filled(app, Section.FILM))
        await pilot.press("y", "6")
        await pilot.pause()
        assert isinstance(app.screen, BaseScreen)
        assert app.screen.current == app.state.library.film[0].id


def _is_filled(app: HeartsApp, section: Section) -> bool:
    with suppress(KeyError, NoMatches):
        (screen,) = app.get_screen_stack(section.value)
        return isinstance(screen, BaseScreen) and bool(screen.listed)
    return False
