"""Full collections of garbage wait until nobody types, but not for ever."""

import asyncio
import gc
import weakref
from collections.abc import Iterator

import pytest

from hearts_tui.widgets.reader import Reader
from tests.conftest import MakeApp
from tests.screens.driving import driving


@pytest.fixture
def full_collections() -> Iterator[list[int]]:
    """Yield a list that grows with every collection of everything."""
    seen: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["generation"] == 2:
            seen.append(info["collected"])

    before = gc.get_threshold()
    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)
    gc.set_threshold(*before)
    gc.unfreeze()


async def test_everything_is_looked_through_once_nobody_types(
    make_app: MakeApp, full_collections: list[int]
) -> None:
    async with driving(make_app("theories")) as driver:
        full_collections.clear()
        for _ in range(10):
            await driver.press("j")
            [[] for _ in range(100_000)]
        assert full_collections == []
        async with asyncio.timeout(10):
            while not full_collections:
                await driver.rest()
        await driver.press("j")
        assert driver.screen.current is not None


async def test_nothing_is_kept_of_what_a_closed_dialog_has_drawn(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("question_mark")
        drawn = weakref.ref(driver.app.screen.query_one(Reader)._styles_cache)
        await driver.press("escape")
        async with asyncio.timeout(10):
            while drawn() is not None:
                await driver.rest()


async def test_everything_is_looked_through_in_time_where_nobody_rests(
    make_app: MakeApp, full_collections: list[int]
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("j")
        driver.app.most_seconds_of_typing = 0
        full_collections.clear()
        for _ in range(5):
            await driver.press("j")
        assert len(full_collections) >= 5
