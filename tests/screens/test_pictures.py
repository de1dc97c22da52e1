"""Pictures of the six screens at the three sizes, compared with the ones that were approved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.compose import build_app
from hearts_tui.domain.address import Section
from hearts_tui.terminal.capabilities import Capabilities
from tests.conftest import NOW, MakeApp
from tests.screens.driving import SIZES


@pytest.fixture
def compare(snap_compare: Callable[..., bool]) -> Callable[..., bool]:
    """Compare a picture that is taken once all of the content has been read."""

    async def load(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()

    return partial(snap_compare, run_before=load)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("start", [section.value for section in Section])
def test_the_screen_looks_as_approved(
    compare: Callable[..., bool], make_app: MakeApp, start: str, size: tuple[int, int]
) -> None:
    assert compare(make_app(start), terminal_size=size)


@pytest.mark.parametrize(
    "keys",
    [("i",), ("question_mark",), ("4", "e"), ("5", "enter", "enter"), ("ctrl+p",)],
    ids=["about", "help", "sequel-note", "vote", "palette"],
)
def test_windows_and_a_vote_look_as_approved(
    compare: Callable[..., bool], make_app: MakeApp, keys: tuple[str, ...]
) -> None:
    assert compare(make_app(), press=keys, terminal_size=(80, 24))


@pytest.mark.parametrize("look", ["light", "contrast"])
@pytest.mark.parametrize("start", ["news", "theories"])
def test_a_theme_looks_as_approved(
    compare: Callable[..., bool], make_app: MakeApp, config: Path, start: str, look: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(f'theme = "{look}"\n')
    assert compare(make_app(start), terminal_size=(80, 24))


def test_the_terminals_own_colours_look_as_approved(
    compare: Callable[..., bool], config: Path
) -> None:
    environ = {"HEARTS_CONFIG_DIR": str(config), "HEARTS_NOW": NOW}
    app = build_app(environ, content_folder(), Section.NEWS, Capabilities(colours="16"))
    assert compare(app, terminal_size=(80, 24))


@pytest.mark.parametrize(
    ("start", "keys"),
    [("news", ("comma",)), ("cast", ("j",)), ("news", ("b",))],
    ids=["settings", "profile", "how-we-know"],
)
def test_further_windows_look_as_approved(
    compare: Callable[..., bool], make_app: MakeApp, start: str, keys: tuple[str, ...]
) -> None:
    assert compare(make_app(start), press=keys, terminal_size=(80, 24))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
def test_the_welcome_looks_as_approved(
    compare: Callable[..., bool], make_app: MakeApp, size: tuple[int, int]
) -> None:
    assert compare(make_app(first_visit=True), terminal_size=size)
