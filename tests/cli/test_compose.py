"""The app in poor surroundings, put together as the command does it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.color import Color
from textual.widgets import Input

from hearts_tui.app import HeartsApp
from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.compose import build_app
from hearts_tui.domain.address import Section
from hearts_tui.terminal.capabilities import Capabilities
from hearts_tui.theme import ANSI
from tests.conftest import NOW

Make = Callable[[Capabilities], HeartsApp]


@pytest.fixture
def make(config: Path) -> Make:
    environ = {"HEARTS_CONFIG_DIR": str(config), "HEARTS_NOW": NOW}
    return lambda found: build_app(environ, content_folder(), Section.CAST, found)


@pytest.mark.parametrize("motion", [True, False])
async def test_a_cursor_blinks_only_where_things_may_move(make: Make, *, motion: bool) -> None:
    app = make(Capabilities(motion=motion))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(app.focused, Input)
        assert app.focused.cursor_blink is motion
        assert app.animation_level == "none"


@pytest.mark.parametrize(
    ("colours", "theme"), [("none", "hearts-ansi"), ("16", "hearts-ansi"), ("256", "hearts")]
)
async def test_few_colours_are_the_terminals_own(make: Make, colours: str, theme: str) -> None:
    app = make(Capabilities(colours=colours))  # type: ignore[arg-type]
    async with app.run_test():
        assert app.theme == theme


def luminance(colour: tuple[int, int, int]) -> float:
    """Return the relative luminance of the WCAG, from 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


PALETTES = {
    "xterm": {
        "ansi_red": (205, 0, 0),
        "ansi_magenta": (205, 0, 205),
        "ansi_bright_black": (127, 127, 127),
    },
    "xterm.js": {
        "ansi_red": (205, 49, 49),
        "ansi_magenta": (188, 63, 188),
        "ansi_bright_black": (102, 102, 102),
    },
    "linux": {
        "ansi_red": (170, 0, 0),
        "ansi_magenta": (170, 0, 170),
        "ansi_bright_black": (85, 85, 85),
    },
    "gnome": {
        "ansi_red": (192, 28, 40),
        "ansi_magenta": (163, 71, 186),
        "ansi_bright_black": (94, 92, 100),
    },
    "mac": {
        "ansi_red": (194, 54, 33),
        "ansi_magenta": (211, 56, 211),
        "ansi_bright_black": (104, 104, 104),
    },
}


@pytest.mark.parametrize("palette", PALETTES)
def test_the_terminals_own_colours_are_readable_on_black_and_on_white(palette: str) -> None:
    theme = {ANSI.primary, ANSI.secondary, ANSI.accent, ANSI.warning, ANSI.error, ANSI.success}
    used = {name for name in theme | {*ANSI.variables.values()} if str(name).startswith("ansi_")}
    assert used - {"ansi_default"} == {"ansi_red", "ansi_magenta", "ansi_bright_black"}
    for name, colour in PALETTES[palette].items():
        assert Color.parse(name).ansi is not None
        # 2.5: the Linux console's dark red on black, which only ever stands beside a sign, and its
        # grey, which only scroll bars have.
        assert contrast(colour, (0, 0, 0)) > 2.5
        assert contrast(colour, (255, 255, 255)) > 3
