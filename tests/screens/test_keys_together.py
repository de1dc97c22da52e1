"""Keys and clicks that arrive together, before the app has handled the first of them."""

import pytest
from textual.widgets import Input

from tests.conftest import MakeApp
from tests.screens.driving import driving

DIALOGS = {
    "verdict": ("theories", ("enter", "j", "enter", "V")),
    "all settings": ("news", ("comma",)),
    "one setting": ("news", ("comma", "enter")),
    "zone": ("news", ("comma", "slash", "z", "o", "n", "e", "enter", "enter")),
    "note": ("theories", ("enter", "enter", "escape", "n")),
    "own theory": ("theories", ("a", "w", "enter", "x", "enter", "y", "enter")),
    "sequel note": ("countdown", ("e",)),
    "palette": ("news", ("ctrl+p", "l", "u")),
    "help": ("news", ("question_mark",)),
}
BURSTS = [("enter", "enter"), ("enter", "escape", "slash", "x", "enter")]


@pytest.mark.parametrize("burst", BURSTS, ids="+".join)
@pytest.mark.parametrize("dialog", DIALOGS)
async def test_a_dialog_takes_no_more_keys_once_it_is_closing(
    make_app: MakeApp, dialog: str, burst: tuple[str, ...]
) -> None:
    section, keys = DIALOGS[dialog]
    async with driving(make_app(section)) as driver:
        await driver.press(*keys)
        await driver.press_together(*burst)
        await driver.press("escape", "escape", "escape", "3")
        assert driver.screen.listing.section == "tracks"


@pytest.mark.parametrize("burst", BURSTS, ids="+".join)
@pytest.mark.parametrize("dialog", DIALOGS)
async def test_a_dialog_can_be_opened_and_closed_at_once(
    make_app: MakeApp, dialog: str, burst: tuple[str, ...]
) -> None:
    section, keys = DIALOGS[dialog]
    async with driving(make_app(section)) as driver:
        *before, last = keys
        await driver.press(*before)
        await driver.press_together(last, *burst)
        await driver.press("escape", "escape", "escape", "3")
        assert driver.screen.listing.section == "tracks"


@pytest.mark.parametrize("window", ["settings", "help", "about", "how_we_know"])
async def test_the_app_can_end_while_a_window_opens(make_app: MakeApp, window: str) -> None:
    app = make_app("news")
    async with driving(app):
        await app.run_action(window)
        app.exit()


@pytest.mark.parametrize("key", ["pagedown", "pageup", "down", "up", "enter"])
async def test_the_palette_takes_keys_before_its_list_is_laid_out(
    make_app: MakeApp, key: str
) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press_together("ctrl+p", key, key)
        await driver.press("escape", "escape", "3")
        assert driver.screen.listing.section == "tracks"


async def test_two_clicks_on_an_entry_choose_once(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("comma", "enter")
        row = next(y for y, line in enumerate(driver.text.split("\n")) if "◉" in line)
        column = driver.text.split("\n")[row].index("◉")
        await driver.click_together((column, row), (column, row))
        await driver.press("escape", "escape", "3")
        assert driver.screen.listing.section == "tracks"


async def test_a_click_takes_messages_away(make_app: MakeApp) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("ctrl+c")
        assert "Press q to quit" in driver.text
        await driver.click_together((3, 23), (3, 23))
        assert "Press q to quit" not in driver.text
        await driver.press("3")
        assert driver.screen.listing.section == "tracks"


async def test_a_line_that_goes_while_the_mouse_is_held_on_it_leaves_the_mouse_free(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("news")) as driver:
        await driver.press("slash")
        line = driver.app.focused
        assert isinstance(line, Input)
        await driver.hold_mouse(line.region.x, line.region.y)
        await driver.press("escape")
        await driver.let_mouse_go(0, 20)
        x = driver.text.index("3")
        await driver.click_together((x, 0))
        assert driver.screen.listing.section == "tracks"
