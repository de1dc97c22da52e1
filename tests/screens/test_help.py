"""The help names every key that acts, and every key that it names acts."""

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from hearts_tui.domain.address import Section
from hearts_tui.screens.base import BaseScreen
from hearts_tui.widgets import key_places
from hearts_tui.widgets.keymap import split
from tests.conftest import MakeApp
from tests.screens.driving import Driver, driving

SCREENS = [section.value for section in Section]
SIZES = [(40, 12), (80, 24), (200, 50)]
SILENT = {
    ("ctrl+q", "quit"),
    ("ctrl+c", "help_quit"),
    ("ctrl+c", "copy_text"),
    ("super+c", "copy_text"),
    ("ctrl+pageup", "page_left"),
    ("ctrl+pagedown", "page_right"),
}
"""What Textual binds in all apps: another way to quit, a hint at q, the copying of a selection, and
ways to the side, where nothing is."""

WINDOWS = {
    "settings": ("comma",),
    "one setting": ("comma", "enter"),
    "keys": ("comma", "G", "enter"),
    "help": ("question_mark",),
    "palette": ("ctrl+p",),
    "about": ("i",),
    "how we know": ("b",),
    "QR code": ("Q",),
    "score": ("5", "c"),
    "own theory": ("5", "a"),
    "verdict": ("5", "enter", "enter", "V"),
    "note": ("5", "enter", "enter", "n"),
    "sequel": ("4", "e"),
    "date": ("4", "a"),
    "topics": ("t",),
    "vote of the day": ("v",),
    "picture": ("2", "p"),
}
USUAL = {key for group in key_places.GROUPS for each in group.bindings for key in split(each.key)}
"""The keys that the help of the screens has."""

_HINTED = re.compile(
    r"(?<![\w-])(Enter|Esc|Tab|Ctrl\+S|[A-Za-z/](?= (?:and |copies|finds|next|wrong)))"
)
_NAMES = {"Enter": "enter", "Esc": "escape", "Tab": "tab", "Ctrl+S": "ctrl+s", "/": "slash"}


def told(screen: BaseScreen) -> set[tuple[str, str]]:
    """Return the keys of a screen's help, with what they do."""
    bindings = [binding for group in screen.keys_in_use for binding in group.bindings]
    return {(key, _plain(binding.action)) for binding in bindings for key in split(binding.key)}


def acting(driver: Driver) -> set[tuple[str, str]]:
    """Return the keys that act where the focus is, with what they do."""
    active = driver.app.screen.active_bindings.items()
    return {(key, _plain(each.binding.action)) for key, each in active if each.enabled}


def _plain(action: str) -> str:
    return action.removeprefix("screen.").removeprefix("app.")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("start", SCREENS)
async def test_the_help_has_the_keys_that_act_and_no_others(
    make_app: MakeApp, config: Path, start: str, size: tuple[int, int]
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('seen_film = "yes"\n')
    async with driving(make_app(start), size) as driver:
        found = set()
        for pane in driver.screen.split_view.stops:
            driver.screen.split_view.focus_pane(pane)
            await driver.rest()
            found |= acting(driver)
        assert found - SILENT == told(driver.screen)


async def test_the_help_has_the_answers_where_the_front_page_asks(make_app: MakeApp) -> None:
    async with driving(make_app(), (80, 80)) as driver:
        assert "Have you seen the film? Press y/n" in driver.page
        await driver.press("question_mark")
        assert driver.page.startswith("Have you seen the film?\nyYes\nnNot yet\n")
        await driver.press("escape", "y", "question_mark")
        assert "Have you seen the film?" not in driver.page


async def test_a_key_that_leads_nowhere_says_so(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("backspace")
        assert driver.notices == "No page to go back to."
        await driver.press("right_square_bracket")
        assert driver.notices == "No page to go forward to."


@pytest.mark.parametrize("window", WINDOWS)
async def test_the_hint_of_a_window_has_its_keys(make_app: MakeApp, window: str) -> None:
    # In a small window the picture has one of its own.
    async with driving(make_app(), (40, 12)) as driver:
        await driver.press(*WINDOWS[window])
        assert not isinstance(driver.app.screen, BaseScreen)
        hinted = {_NAMES.get(key, key) for key in _HINTED.findall(_hint(driver))}
        found = acting(driver) - SILENT
        assert hinted <= {key for key, _ in found}
        known = {*hinted, *USUAL}
        if isinstance(driver.app.focused, Input):
            # What one moves and deletes with while typing.
            known |= {key for binding in Input.BINDINGS for key in split(binding.key)}
        # Of several keys that do the same one is enough.
        named = {action for key, action in found if key in known}
        if "1 to " in _hint(driver):
            named |= {f"choose({number})" for number in range(1, 10)}
        assert {each for each in found if each[1] not in named} == set()


def _hint(driver: Driver) -> str:
    return " ".join(str(line.content) for line in driver.app.screen.query(".hint, .-hint"))
