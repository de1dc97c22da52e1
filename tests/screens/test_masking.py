"""What is covered does not reach the terminal, on any surface."""

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from hearts_tui.cli.assets import content_folder
from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Section
from tests.conftest import MakeApp
from tests.group_values import befriend, slip
from tests.screens.driving import Driver
from tests.terminal.diff_driver.recording import RecordingDriver

SECTIONS = [section.value for section in Section]

SECRET = "zqz"
"""Stands in every text of every item, and nowhere else in the app."""

_TEXTS = (
    "title|summary|why|says|text|heading|phrase|role|actor|performer|work|body|label|baseline_note"
)
_SGR = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture(scope="session")
def rumors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled content, all of it hidden rumors, titles too, and the secret in every text."""
    folder = tmp_path_factory.mktemp("rumors") / "content"
    shutil.copytree(content_folder(), folder)
    for file in folder.glob("*.toml"):
        if file.name != "sources.toml":
            file.write_text(rumor(file.read_text(), theories=file.name == "theories.toml"))
    return folder


@pytest.fixture(scope="session")
def rumors_read(rumors: Path) -> Pack:
    return Pack(rumors)


@pytest.fixture
def rumors_only(rumors_read: Pack, config: Path) -> Pack:
    """Content of nothing but rumors, for a reader who wants to hear of none."""
    hide_rumors(config)
    return rumors_read


def hide_rumors(config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('sequel_rumors = "hide"\n')


def rumor(text: str, *, theories: bool) -> str:
    """Return a file of the content with everything in it hidden, and the secret in every text."""
    text = re.sub(r'(?m)^spoiler = "\w+"', 'spoiler = "sequel"', text)
    open_texts = "none"
    if theories:
        # What speaks for one is open where it says nothing else; titles and options always are.
        evidence = r'(?m)^(side = .*\nsays = .*)(\nspoiler = "sequel")?$'
        text = re.sub(evidence, r'\1\nspoiler = "sequel"', text)
        open_texts = "title|text"
    text = re.sub(rf'(?m)^(?!{open_texts})({_TEXTS}) = "', rf'\1 = "{SECRET}\1 ', text)
    text = re.sub(rf"(?m)^({_TEXTS}) = '''\n?", rf"\1 = '''\n{SECRET}\1 ", text)
    return re.sub(r'(?m)^writers = \["', f'writers = ["{SECRET}writers ', text)


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
    make_app: MakeApp, content: Path | Pack, size: tuple[int, int] = (80, 24), start: str = "news"
) -> AsyncIterator[tuple[Driver, RecordingDriver]]:
    app = make_app(start, content=content)
    app.driver_class = RecordingDriver
    async with app.run_test(headless=False, size=size) as pilot:
        assert isinstance(app._driver, RecordingDriver)
        driver = Driver(pilot, app)
        await driver.settle()
        yield driver, app._driver


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
@pytest.mark.parametrize("start", SECTIONS)
async def test_no_list_and_no_page_tells(
    make_app: MakeApp, rumors_only: Pack, start: str, size: tuple[int, int]
) -> None:
    async with recorded(make_app, rumors_only, size, start) as (driver, terminal):
        sent = Sent(terminal)
        await driver.press("j", "j", "j", "enter", "space", "G", "escape", "G", "enter", "G")
        await driver.press("tab", "tab", "question_mark", "escape", "f", "t", "o", "plus")
        assert sent.secrets == set()
        await driver.press("escape", "escape", "g", "j", "x", "enter")
        assert sent.secrets & {"title", "body"}


@pytest.mark.parametrize("start", SECTIONS)
async def test_no_filter_finds_it(make_app: MakeApp, rumors_only: Pack, start: str) -> None:
    async with recorded(make_app, rumors_only, start=start) as (driver, terminal):
        sent = Sent(terminal)
        await driver.press("slash")
        await driver.type(SECRET[:2])
        assert driver.screen.listed == []
        assert sent.secrets == set()


async def test_the_palette_does_not_find_it(make_app: MakeApp, rumors_only: Pack) -> None:
    async with recorded(make_app, rumors_only) as (driver, terminal):
        sent = Sent(terminal)
        await driver.press("ctrl+p")
        await driver.type(SECRET[:2])
        await driver.until("No matches found")
        assert sent.secrets == set()


async def test_a_vote_and_its_score_do_not_tell_once_it_is_covered_again(
    make_app: MakeApp, rumors_only: Pack
) -> None:
    async with recorded(make_app, rumors_only, start="theories") as (driver, terminal):
        await driver.press("x", "enter", "enter", "V", "g", "enter", "escape", "x")
        assert driver.app.state.ballot.votes
        assert driver.app.state.ballot.verdicts
        sent = Sent(terminal)
        await driver.press("j", "k", "c", "G", "escape", "u", "u", "V", "a", "escape", "t", "o")
        assert sent.secrets == set()


async def test_the_notes_of_others_are_covered_with_what_they_are_on(
    make_app: MakeApp, rumors_only: Path, config: Path
) -> None:
    for name in ("tess", "mia"):
        befriend(config, slip(name, t01=("divorce", 80, f"{SECRET}note")))
    async with recorded(make_app, rumors_only, start="theories") as (driver, terminal):
        sent = Sent(terminal)
        await driver.press("enter", "enter", "G", "escape", "j", "k", "c", "escape", "p")
        await driver.press("tab", "enter", "G", "escape", "escape")
        assert sent.secrets == set()
        await driver.press("x")
        assert "note" in sent.secrets


@pytest.mark.parametrize("told", SECTIONS)
async def test_a_page_that_is_told_does_not_tell_of_what_it_goes_with(
    make_app: MakeApp, rumors: Path, config: Path, tmp_path: Path, told: str
) -> None:
    name = {"countdown": "milestones"}.get(told, told)
    bundled = (content_folder() / f"{name}.toml").read_text()
    shown = re.sub(r'(?m)^spoiler = "\w+"', 'spoiler = "none"', bundled)
    hide_rumors(config)
    folder = tmp_path / "content"
    shutil.copytree(rumors, folder)
    (folder / f"{name}.toml").write_text(shown)
    async with recorded(make_app, folder, start=told) as (driver, _):
        for item_id in list(driver.screen.listed):
            driver.screen.open_at(str(item_id))
            assert SECRET not in driver.page, item_id


@pytest.mark.parametrize("start", SECTIONS)
async def test_the_plot_of_the_film_is_hidden_until_one_has_seen_it(
    make_app: MakeApp, content_copy: Path, start: str
) -> None:
    name = {"countdown": "milestones"}.get(start, start)
    file = content_copy / f"{name}.toml"
    text = re.sub(r'(?m)^spoiler = "\w+"', 'spoiler = "film"', file.read_text())
    file.write_text(re.sub(r"(?m)^(body|text) = '''\n?", rf"\1 = '''\n{SECRET}\1 ", text))
    async with recorded(make_app, content_copy, start=start) as (driver, terminal):
        sent = Sent(terminal)
        await driver.press("j", "j", "enter", "space", "G", "escape", "k")
        assert sent.secrets == set()
        assert "░░░ hidden film plot · x shows it" in driver.page
        await driver.press("x")
        assert "body" in sent.secrets


async def test_what_is_hidden_does_not_tell_how_long_it_is(
    make_app: MakeApp, rumors_only: Pack
) -> None:
    async with recorded(make_app, rumors_only, (120, 40), "cast") as (driver, _):
        for _ in range(8):
            _, *story = driver.page.splitlines()
            hidden = {line for line in story if "░" in line}
            assert hidden == {"░░░ hidden sequel rumor · x shows it"}
            await driver.press("j")
