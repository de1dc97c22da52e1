"""Keys of the user's own: given in the settings window or the file, and refused where they hide."""

import tomllib
from pathlib import Path

import pytest

from hearts_tui.widgets import key_places
from hearts_tui.widgets.action_texts import TEXTS
from hearts_tui.widgets.item_list import ItemList
from hearts_tui.widgets.keymap import refusals
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving


async def open_keys(driver: Driver, words: str) -> None:
    """Go to the window that asks for an action's key."""
    await driver.press("comma", "G", "enter", "slash")
    await driver.type(words)
    await driver.press("enter", "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_key_is_given_in_the_settings_and_kept(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("tracks"), size) as driver:
        await open_keys(driver, "sort")
        assert "New key: sort the list another way" in driver.text
        await driver.press("z", "escape", "escape")
        await driver.press("z")
        assert driver.caption.endswith("by title")
        await driver.press("o")
        assert driver.caption.endswith("by title")
    saved = tomllib.loads((config / "settings.toml").read_text())
    assert saved["keys"] == {"next_order": "z"}
    async with driving(make_app("tracks"), size) as driver:
        await driver.press("z")
        assert driver.caption.endswith("by title")
        await driver.press("question_mark", "slash")
        await driver.type("sort")
        assert "\nzSort the list another way" in driver.page


async def test_a_key_that_is_taken_is_told_and_not_given(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("tracks")) as driver:
        await open_keys(driver, "sort")
        await driver.press("q")
        assert "q is taken (quit). Try another key." in driver.text
        await driver.press("tab")
        assert "Tab is taken (next pane). Try another key." in driver.text
        await driver.press("escape", "escape", "escape")
        await driver.press("o")
        assert driver.caption.endswith("by title")
    assert not (config / "settings.toml").exists()


@pytest.mark.parametrize("words", ["unread", "read", "theory"])
async def test_what_is_typed_leads_to_the_first_match(make_app: MakeApp, words: str) -> None:
    async with driving(make_app("tracks")) as driver:
        await driver.press("comma", "G", "enter", "slash")
        await driver.type(words)
        item_list = driver.app.screen.query_one(ItemList)
        assert (item_list.current, item_list.highlighted) == (item_list.ids[0], 0)


async def test_a_filter_that_is_taken_back_leads_to_where_it_began(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        await driver.press("comma", "G", "enter", "j", "j", "slash")
        item_list = driver.app.screen.query_one(ItemList)
        began = item_list.current
        await driver.type("theory")
        assert item_list.current != began
        await driver.press("escape")
        assert item_list.current == began


async def test_the_cursor_stays_on_the_key_that_was_given(make_app: MakeApp) -> None:
    async with driving(make_app("tracks")) as driver:
        await open_keys(driver, "sort")
        await driver.press("z")
        item_list = driver.app.screen.query_one(ItemList)
        assert item_list.current == "next_order"
        assert "z             Sort the list another way (yours)" in driver.text
        await driver.press("escape")
        assert driver.app.screen.query_one(ItemList).current == "keys"
        assert "Custom keys     1" in driver.text


async def test_the_first_key_comes_back(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("tracks")) as driver:
        await open_keys(driver, "sort")
        await driver.press("z", "escape", "escape")
        await open_keys(driver, "sort")
        await driver.press("backspace", "escape", "escape")
        await driver.press("o")
        assert driver.caption.endswith("by title")
    assert "keys" not in tomllib.loads((config / "settings.toml").read_text())


async def test_the_key_bar_and_the_mouse_know_the_new_key(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('[keys]\nquit = "ctrl+x"\nscore = "comma"\n')
    async with driving(make_app("news")) as driver:
        assert "ctrl+x quit" in driver.text
        told = "settings.toml, line 3: No key to see your score: ',' is taken (settings)."
        assert told in driver.notices
        await driver.press("q")
        assert driver.app.is_running
        await driver.press("ctrl+x")
    assert driver.app.return_code == 0


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"no_such": "z"}, "no_such is no action; the comma key lists them all."),
        ({"star": "hyper+z"}, "'hyper+z' is no key; try one such as g, ctrl+g or f5."),
        ({"star": "q"}, "q is taken (quit)."),
        ({"next_unread": "ctrl+q"}, "ctrl+q can't be changed: it always quits."),
        ({"star": "z", "next_unread": "z"}, "z is taken (star)."),
        ({"score": "j"}, "j is taken (down)."),
        ({"group.switch": "j"}, "j is taken (down)."),
        ({"list.last": "g"}, "g is taken (to the top)."),
    ],
)
def test_what_would_be_in_the_way_is_refused(given: dict[str, str], told: str) -> None:
    (reason,) = refusals(given).values()
    assert reason == told


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"next_unread": "M", "read_all": "n"},
        {"quit": "ctrl+x", "score": "q"},
        {"score": "n", "annotate": "c"},
        {"star": "f5,*"},
        {"list.down": "down,z", "reading.down": "down,z", "next_unread": "j"},
        {"list.first": "g,home", "reading.first": "home,g"},
    ],
)
def test_what_changes_places_is_taken(given: dict[str, str]) -> None:
    assert refusals(given) == {}


def test_every_action_says_what_it_does() -> None:
    assert key_places.actions().keys() - TEXTS.keys() == set()


def test_every_action_can_be_named() -> None:
    assert all(name.replace(".", "").replace("_", "").isalnum() for name in key_places.actions())


@pytest.mark.parametrize("value", ["5", "['z']", "''"])
async def test_a_key_of_a_wrong_kind_is_told_of(
    make_app: MakeApp, config: Path, value: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(f"[keys]\nstar = {value}\n")
    async with driving(make_app("news")) as driver:
        assert "settings.toml, line 2: keys.star is" in driver.notices
        await driver.press("j", "f")
        assert driver.app.state.marks.starred
