"""Theories of the user's own, by keyboard."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving


def theories(config: Path) -> dict[str, Any]:
    """Return the own theories of the ballot file."""
    found: dict[str, Any] = tomllib.loads((config / "ballot.toml").read_text()).get("theories", {})
    return found


async def write(driver: Driver, *lines: str) -> None:
    """Open the form, type its lines, and keep it with Enter on an empty one."""
    await driver.press("a")
    for line in lines:
        await driver.type(line)
        await driver.press("enter")
    await driver.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_theory_is_added_voted_on_settled_and_scored(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("theories"), size) as driver:
        await write(driver, "Who sings first", "Cassie", "Luke", "A stranger")
        ((theory, kept),) = theories(config).items()
        assert kept["question"] == "Who sings first"
        assert [option["text"] for option in kept["options"]] == ["Cassie", "Luke", "A stranger"]
        assert driver.screen.current == theory
        assert driver.caption == "all 22 · you voted on 0 of 22"
        await driver.press("enter", "j", "enter", "V", "g", "j", "enter")
        assert "70% right" in driver.text
        assert "Your own theory, decided. V changes the verdict." in driver.page
        await driver.press("c")
        assert "Who sings first" in driver.page
        assert "1 of 1 right" in driver.page
    async with driving(make_app("theories"), size) as driver:
        assert "all 22" in driver.caption
        await driver.press("G")
        assert "you: Luke 70% right" in driver.text


def line(driver: Driver) -> int:
    """Return which line of the form has the cursor: 0 is the question."""
    return list(driver.app.screen.query(Input)).index(driver.app.focused)  # type: ignore[arg-type]


async def test_what_is_missing_is_told_where_it_is_missing_and_nothing_typed_is_lost(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("a", "down", "ctrl+s")
        assert "A theory needs a question." in driver.text
        assert line(driver) == 0
        await driver.type("Why")
        await driver.press("ctrl+s")
        assert "A theory needs at least two options." in driver.text
        assert line(driver) == 1
        await driver.type("so")
        await driver.press("enter", "enter")
        assert line(driver) == 2
        await driver.type("SO")
        await driver.press("up", "ctrl+s")
        assert "Two options say the same." in driver.text
        assert line(driver) == 2
        await driver.press("escape")
        assert not (config / "ballot.toml").exists()
        await driver.press("a", "down", "down")
        await driver.type("w")
        await driver.press("ctrl+s")
        assert "Saved: your theory." in driver.notices
        (kept,) = theories(config).values()
        assert kept["question"] == "Why"
        assert [option["text"] for option in kept["options"]] == ["so", "SOw"]
        await driver.press("a", "ctrl+s")
        assert "A theory needs a question." in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_every_line_of_the_form_has_its_name(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("theories"), size) as driver:
        await driver.press("a")
        for label in ("Question", *(f"Option {number}" for number in range(1, 7))):
            assert label in driver.text
        assert "Ctrl+S, or Enter" in driver.text


async def test_a_change_keeps_the_vote_with_its_option(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await write(driver, "Where", "Texas", "California")
        await driver.press("enter", "j", "enter", "escape")
        await driver.press("e", "down")
        await driver.press(*["backspace"] * len("Texas"), "ctrl+s")
        assert "A theory needs at least two options." in driver.text
        await driver.type("Utah")
        await driver.press("down", *["backspace"] * len("California"), "down")
        await driver.type("Ohio")
        await driver.press("ctrl+s")
        assert "You voted for the option you just cleared." in driver.text
        await driver.type("Nevada")
        await driver.press("ctrl+s")
        (kept,) = theories(config).values()
        assert [option["text"] for option in kept["options"]] == ["Utah", "Nevada", "Ohio"]
        assert "you: Nevada 70%" in driver.text
        await driver.press("u")
        assert "you: California 70%" in driver.text


async def test_a_archived_theory_is_closed_until_it_is_reopened(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await write(driver, "Where", "Texas", "California")
        await driver.press("r")
        assert "Saved: archived." in driver.notices
        assert "archived" in driver.text
        await driver.press("enter", "enter")
        assert "Archived. Press r to reopen it." in driver.notices
        assert "[votes" not in (config / "ballot.toml").read_text()
        await driver.press("r", "enter")
        assert "you voted on 1 of 22" in driver.caption
        await driver.press("u", "u", "u", "u")
        assert theories(config) == {}
        assert "all 21" in driver.caption


@pytest.mark.parametrize("key", ["j", "pagedown"])
async def test_below_the_options_a_short_page_has_nowhere_to_go(
    make_app: MakeApp, key: str
) -> None:
    async with driving(make_app("theories")) as driver:
        await write(driver, "Where", "Texas", "California")
        await driver.press("enter", "G", key, key)
        assert driver.screen.focused is driver.screen.reader
        await driver.press("k")
        assert driver.screen.focused is not driver.screen.reader


async def test_what_is_not_yours_is_not_changed(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("e", "r")
        assert "You can only edit your own theories. Press a to add one." in driver.notices
        assert not (config / "ballot.toml").exists()


async def test_a_theory_of_another_session_appears(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as other:
        await write(other, "Where", "Texas", "California")
        async with driving(make_app("theories")) as driver:
            assert "all 22" in driver.caption
            await driver.press("G")
            await other.press("e", "end")
            await other.type("to")
            await other.press("ctrl+s")
            await driver.until("Whereto")


async def test_the_way_back_to_a_theory_that_was_undone_ends_at_the_board(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("theories")) as driver:
        await write(driver, "Who sings first", "Cassie", "Luke")
        await driver.press("ctrl+p")
        await driver.type("come back home")
        await driver.until("Tracks")
        await driver.press("enter")
        assert driver.screen.listing.section == "tracks"
        await driver.press("5", "u", "3", "backspace")
        assert driver.screen.listing.section == "theories"
        assert "all 21" in driver.caption
        assert "isn't here anymore" in driver.notices
