"""A walk at random through the real app: what is sent always shows what Textual wrote."""

import random

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES
from textual.widgets import OptionList

from tests.conftest import MakeApp
from tests.screens.driving import Driver
from tests.terminal.diff_driver.emulator import differences
from tests.terminal.diff_driver.recording import ErasingDriver, RecordingDriver

SEEDS = 4
SHORT, LONG = 40, 250
"""Steps of a walk."""

ROOM = 12
SIZES = [(120, 40), (80, 24), (80, 24), (60, 20), (40, 12), (31, 9), (20, 6)]
PAGES = ["pageup", "pagedown", "ctrl+d", "ctrl+u"]
KEYS = [*"12345hjjjkklsxuaeonimftgGvc", "up", "down", "left", "right"]
KEYS += [
    *PAGES,
    "tab",
    "shift+tab",
    "enter",
    "escape",
    "escape",
    "slash",
    "question_mark",
    "ctrl+p",
    "home",
    "end",
]
KEYS += ["plus", "minus", "space", "backspace"]


def can_turn_pages(app: App[None]) -> bool:
    """Return whether Textual's lists can; those without height raise KeyError."""
    lists = app.screen.query(OptionList)
    heights = [options.scrollable_content_region.height for options in lists]
    return app.size.height >= ROOM and all(heights)


async def step(chance: random.Random, pilot: Pilot[None], driver: RecordingDriver) -> str:
    """Do one thing at random, and return what it was."""
    kind = chance.random()
    if kind < 0.06:
        size = chance.choice(SIZES)
        driver.resize(*size)
        await pilot.resize_terminal(*size)
        return f"resize {size}"
    if kind < 0.09:
        pilot.app.theme = chance.choice(sorted(BUILTIN_THEMES))
        await pilot.pause()
        return f"theme {pilot.app.theme}"
    key = chance.choice(KEYS)
    if key not in PAGES or can_turn_pages(pilot.app):
        pilot.app.simulate_key(key)
    await pilot.pause(0.001)
    return f"key {key}"


@pytest.mark.timeout(900)
@pytest.mark.parametrize("steps", [SHORT, pytest.param(LONG, marks=pytest.mark.slow)])
@pytest.mark.parametrize("seed", range(SEEDS))
async def test_no_step_shows_a_difference(make_app: MakeApp, seed: int, steps: int) -> None:
    app = make_app()
    app.driver_class = ErasingDriver if seed < SEEDS // 2 else RecordingDriver
    chance = random.Random(seed + steps)
    async with app.run_test(headless=False, size=(80, 24)) as pilot:
        driver = app._driver
        assert isinstance(driver, RecordingDriver)
        if seed % 2:
            driver.support_synchronised_updates()
        await pilot.pause()
        done = []
        for _ in range(steps):
            done.append(await step(chance, pilot, driver))
            assert differences(driver.plain, driver.ours) == [], done[-5:]
        # A window that the last key opens would still be on its way while the app is taken down.
        await Driver(pilot, app).settle()
    written, sent = map(len, map("".join, (driver.written, driver.sent)))
    assert sent < written / 4
