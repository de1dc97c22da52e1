"""What all tests share: the real app, put together as the command does it."""

import asyncio
import gc
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from hearts_tui.app import HeartsApp
from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.compose import build_app
from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Section
from hearts_tui.domain.library import PARTS
from tests.quiet_loop import QuietLoop, time_of_the_loop

NOW = "2026-11-23T12:00:00Z"

TESTS_A_COLLECTION = 25

MakeApp = Callable[..., HeartsApp]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Run two tests a core with ``-n auto``: much of their time they wait for programs."""
    return 2 * (os.cpu_count() or 1)


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run each test in a loop whose rest can be waited for."""
    return {"quiet": QuietLoop}


@pytest.fixture(autouse=True, scope="session")
def interrupts_as_usual() -> Iterator[None]:
    """Let programs hear of Ctrl+C, whatever whoever runs the tests in the background ignores."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(autouse=True, scope="session")
def one_clock() -> Iterator[None]:
    """Let Textual's timers go by the clock of the loop, which leaps over what nobody waits for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual._time.get_time", time_of_the_loop)
        yield


@pytest.fixture(autouse=True, scope="session")
def style_sheets_parsed_once() -> Iterator[None]:
    """Parse each style sheet once for a theme, and not anew for each app."""
    parse = Stylesheet._parse_rules
    parsed: dict[object, list[RuleSet]] = {}

    def parse_rules(sheet: Stylesheet, css: str, *args: Any, **options: Any) -> list[RuleSet]:
        key = (css, args, *options.items(), *sheet._variables.items())
        if key not in parsed:
            parsed[key] = parse(sheet, css, *args, **options)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_rules)
        yield


@pytest.fixture(autouse=True)
def a_known_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every test run in one zone, whatever the machine is set to."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def tests_done() -> Iterator["count[int]"]:
    """Count tests, and look for garbage rarely: each time it is looked for in all of pytest."""
    before = gc.get_threshold()
    gc.set_threshold(10_000, 50, 1_000)
    yield count(1)
    gc.set_threshold(*before)


@pytest.fixture(autouse=True)
def a_usual_collector(tests_done: "count[int]") -> Iterator[None]:
    """Undo what an app does to the collector of garbage: it would keep all apps of all tests.

    What is there after a collection is set aside until the next, and not looked through by the
    apps in between.
    """
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    if next(tests_done) % TESTS_A_COLLECTION == 0:
        gc.unfreeze()
        gc.collect()
        gc.freeze()


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The user's folder of one test."""
    return tmp_path / "config"


@pytest.fixture
def content_copy(tmp_path: Path) -> Path:
    """The bundled content, for a test to change."""
    folder = tmp_path / "content"
    shutil.copytree(content_folder(), folder)
    return folder


@pytest.fixture
def make_app(config: Path, pack: Pack) -> Iterator[MakeApp]:
    """Make the app as the command does, on the user's folder of this test.

    Content that was read before, as the bundled one is, may be had by many apps: each has a copy
    that nobody else sees.
    """
    made: list[HeartsApp] = []

    def make(
        start: str = "news",
        now: str = NOW,
        content: Path | Pack | None = None,
        folder: Path = config,
        *,
        first_visit: bool = False,
        prebuilds: bool = False,
    ) -> HeartsApp:
        environ = {"HEARTS_CONFIG_DIR": os.fspath(folder), "HEARTS_NOW": now}
        folder_of_content = content if isinstance(content, Path) else content_folder()
        app = build_app(environ, folder_of_content, Section(start))
        if not isinstance(content, Path):
            app.state.library = copy(content or pack)
        # A test waits until nothing is at work, and would wait for screens that it never opens.
        app.prebuilds = prebuilds
        if not first_visit and app.state.marks.visited is None:
            app.state.marks = replace(app.state.marks, visited=app.state.clock())
        made.append(app)
        return app

    yield make
    for app in made:
        app.state.stores.queue.shutdown(wait=True)


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The bundled content, all of it read."""
    pack = Pack(content_folder())
    for part in PARTS:
        getattr(pack, part)
    return pack
