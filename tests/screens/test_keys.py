"""Keys of the user's own: given in the settings window or the file, and refused where they hide."""

import tomllib
from pathlib import Path

import pytest

from hearts_tui.widgets import keys
from hearts_tui.widgets.keymap import refusals
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving


async def open_keys(driver: Driver, action: str) -> None:
    """Go to the window that asks for an action's key."""
    await driver.press("comma", "G", "enter", "slash")
    await driver.type(action)
    await driver.press("enter", "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_key_is_given_in_the_settings_and_kept(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("news"), size) as driver:
        await open_keys(driver, "topic")
        assert "A key for" in driver.text
        await driver.press("z", "escape", "escape")
        await driver.press("z")
        assert driver.caption.startswith("sequel")
        await driver.press("t")
        assert driver.caption.startswith("sequel")
    saved = tomllib.loads((config / "settings.toml").read_text())
    assert saved["keys"] == {"next_topic": "z"}
    async with driving(make_app("news"), size) as driver:
        await driver.press("z")
        assert driver.caption.startswith("sequel")
        await driver.press("question_mark")
        assert "\nzTopic\n" in driver.page


async def test_a_key_that_is_taken_is_told_and_not_given(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("news")) as driver:
        await open_keys(driver, "topic")
        await driver.press("q")
        assert "which is 'quit' already" in driver.text.replace("\n", " ")
        await driver.press("escape", "escape", "escape")
        await driver.press("t")
        assert driver.caption.startswith("sequel")
    assert not (config / "settings.toml").exists()


async def test_the_first_key_comes_back(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("news")) as driver:
        await open_keys(driver, "topic")
        await driver.press("z", "escape", "escape")
        await open_keys(driver, "topic")
        await driver.press("backspace", "escape", "escape")
        await driver.press("t")
        assert driver.caption.startswith("sequel")
    assert "keys" not in tomllib.loads((config / "settings.toml").read_text())


async def test_the_key_bar_and_the_mouse_know_the_new_key(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('[keys]\nquit = "ctrl+x"\nstar = "comma"\n')
    async with driving(make_app("news")) as driver:
        assert "ctrl+x quit" in driver.text
        assert "settings.toml, line 3: keys.star is 'comma'" in driver.notices
        await driver.press("q")
        assert driver.app.is_running
        await driver.press("ctrl+x")
    assert driver.app.return_code == 0


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"no_such": "z"}, "names no action"),
        ({"star": "hyper+z"}, "'hyper+z'; a key such as"),
        ({"star": "q"}, "which is 'quit' already"),
        ({"next_unread": "ctrl+q"}, "which always quits"),
        ({"star": "z", "next_unread": "z"}, "keys.next_unread is 'z', which is 'star' already"),
        ({"score": "j"}, "which is 'Down' already"),
    ],
)
def test_what_would_be_in_the_way_is_refused(given: dict[str, str], told: str) -> None:
    (reason,) = refusals(given).values()
    assert told in reason


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"star": "n", "next_unread": "f"},
        {"quit": "ctrl+x", "score": "q"},
        {"score": "n", "annotate": "c"},
        {"star": "f5,*"},
        {
            "list.down": "down,n",
            "reading.down": "down,n",
            "next_unread": "j",
            "annotate": "ctrl+n",
        },
    ],
)
def test_what_changes_places_is_taken(given: dict[str, str]) -> None:
    assert refusals(given) == {}


def test_every_action_can_be_named() -> None:
    assert all(name.replace(".", "").replace("_", "").isalnum() for name in keys.actions())


@pytest.mark.parametrize("value", ["5", "['z']", "''"])
async def test_a_key_of_a_wrong_kind_is_told_of(
    make_app: MakeApp, config: Path, value: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(f"[keys]\nstar = {value}\n")
    async with driving(make_app("news")) as driver:
        assert "settings.toml, line 2: keys.star is" in driver.notices
        await driver.press("f")
        assert driver.app.state.marks.starred
