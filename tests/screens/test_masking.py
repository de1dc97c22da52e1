"""What is covered does not reach the terminal, on any surface."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from hearts_tui.cli.assets import content_folder
from tests.conftest import MakeApp
from tests.screens.driving import Driver
from tests.terminal.diff_driver.recording import RecordingDriver

SECRET = "zqz"
"""Stands in every text of every item, and nowhere else in the app."""

_TEXTS = (
    "title|summary|why|says|text|heading|phrase|role|actor|performer|work|body|label|baseline_note"
)
_SGR = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture
def leaks_only(content_copy: Path) -> Path:
    """The bundled content, of which everything is a leak and every text holds the secret."""
    for file in content_copy.glob("*.toml"):
        if file.name != "sources.toml":
            text = re.sub(r'(?m)^spoiler = "\w+"', 'spoiler = "leak"', file.read_text())
            text = re.sub(rf'(?m)^({_TEXTS}) = "', rf'\1 = "{SECRET}\1 ', text)
            text = re.sub(rf"(?m)^({_TEXTS}) = '''\n?", rf"\1 = '''\n{SECRET}\1 ", text)
            text = re.sub(r'(?m)^writers = \["', f'writers = ["{SECRET}writers ', text)
            file.write_text(text)
    return content_copy


class Sent:
    """What Textual wrote to the terminal since one began to listen."""

    def __init__(self, driver: RecordingDriver) -> None:
        self._driver = driver
        self._begin = len(driver.written)

    @property
    def secrets(self) -> set[str]:
        """The secret words in it, by the kind of text that they stand for."""
        text = _SGR.sub("", "".join(self._driver.written[self._begin :]))
        return set(re.findall(rf"{SECRET}(\w+)", text))


@asynccontextmanager
async def recorded(
    make_app: MakeApp, content: Path, size: tuple[int, int] = (80, 24), start: str = "news"
) -> AsyncIterator[tuple[Driver, RecordingDriver]]:
    app = make_app(start, content=content)
    app.driver_class = RecordingDriver
    async with app.run_test(headless=False, size=size, notifications=True) as pilot:
        assert isinstance(app._driver, RecordingDriver)
        driver = Driver(pilot, app)
        await driver.configure_textual()
        yield driver, app._driver


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
@pytest.mark.parametrize("start", ["news", "cast", "tracks", "countdown", "theories"])
async def test_no_list_and_no_page_tells(
    make_app: MakeApp, leaks_only: Path, start: str, size: tuple[int, int]
) -> None:
    async with recorded(make_app, leaks_only, size, start) as (driver, terminal):
        sent = Sent(terminal)
        await driver.press("j", "j", "j", "enter", "space", "G", "escape", "G", "enter", "G")
        await driver.press("tab", "tab", "question_mark", "escape", "f", "t", "o", "plus")
        assert sent.secrets == set()
        await driver.press("escape", "escape", "g", "x")
        assert "title" in sent.secrets


@pytest.mark.parametrize("start", ["news", "cast", "tracks", "countdown", "theories"])
async def test_no_filter_finds_it(make_app: MakeApp, leaks_only: Path, start: str) -> None:
    async with recorded(make_app, leaks_only, start=start) as (driver, terminal):
        sent = Sent(terminal)
        await driver.press("slash")
        await driver.type(SECRET[:2])
        assert driver.screen.listed == []
        assert sent.secrets == set()


async def test_the_palette_does_not_find_it(make_app: MakeApp, leaks_only: Path) -> None:
    async with recorded(make_app, leaks_only) as (driver, terminal):
        sent = Sent(terminal)
        await driver.press("ctrl+p")
        await driver.type(SECRET[:2])
        await driver.until("No matches found")
        assert sent.secrets == set()


async def test_a_vote_and_its_score_do_not_tell_once_it_is_covered_again(
    make_app: MakeApp, leaks_only: Path
) -> None:
    async with recorded(make_app, leaks_only, start="theories") as (driver, terminal):
        await driver.press("x", "enter", "enter", "v", "j", "enter", "escape", "x")
        assert driver.app.state.ballot.votes
        assert driver.app.state.ballot.verdicts
        sent = Sent(terminal)
        await driver.press("j", "k", "c", "G", "escape", "u", "u", "v", "a", "escape", "t", "o")
        assert sent.secrets == set()


@pytest.mark.parametrize("told", ["news", "cast", "tracks", "countdown", "theories"])
async def test_a_page_that_is_told_does_not_tell_of_what_it_goes_with(
    make_app: MakeApp, leaks_only: Path, told: str
) -> None:
    name = {"countdown": "milestones"}.get(told, told)
    bundled = (content_folder() / f"{name}.toml").read_text()
    shown = re.sub(r'(?m)^spoiler = "\w+"', 'spoiler = "none"', bundled)
    (leaks_only / f"{name}.toml").write_text(shown)
    async with recorded(make_app, leaks_only, start=told) as (driver, _):
        for item_id in list(driver.screen.listed):
            driver.screen.open_at(str(item_id))
            assert SECRET not in driver.page, item_id


async def test_a_mask_does_not_tell_how_long_the_words_are(make_app: MakeApp) -> None:
    async with recorded(make_app, content_folder(), start="theories") as (driver, _):
        await driver.press("j")
        assert "Spoiler (" in driver.page
        assert "░░░" in driver.text
        assert "░ ░" not in driver.text
