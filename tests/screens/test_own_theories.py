"""Theories of the user's own, by keyboard."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

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
        assert "all 22" in driver.caption
        await driver.press("enter", "j", "enter", "v", "g", "j", "enter")
        assert "done 1" in driver.caption
        await driver.press("c")
        assert "Who sings first" in driver.page
        assert "1 of 1 right" in driver.page
    async with driving(make_app("theories"), size) as driver:
        assert "all 22" in driver.caption
        await driver.press("G")
        assert "saved: Luke · right" in driver.text


async def test_what_is_missing_is_told_and_nothing_typed_is_lost(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("a", "ctrl+s")
        assert "A theory needs a question." in driver.text
        await driver.type("Why")
        await driver.press("ctrl+s")
        assert "A theory needs two options at least." in driver.text
        await driver.press("enter")
        await driver.type("so")
        await driver.press("enter")
        await driver.type("SO")
        await driver.press("ctrl+s")
        assert "Two options say the same." in driver.text
        await driver.press("escape")
        assert not (config / "ballot.toml").exists()
        await driver.press("a", "down", "down")
        await driver.type("w")
        await driver.press("ctrl+s")
        (kept,) = theories(config).values()
        assert kept["question"] == "Why"
        assert [option["text"] for option in kept["options"]] == ["so", "SOw"]
        await driver.press("a", "ctrl+s")
        assert "A theory needs a question." in driver.text


async def test_a_change_keeps_the_vote_with_its_option(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await write(driver, "Where", "Texas", "California")
        await driver.press("enter", "j", "enter", "escape")
        await driver.press("e", "down")
        await driver.press(*["backspace"] * len("Texas"), "ctrl+s")
        assert "A theory needs two options at least." in driver.text
        await driver.type("Utah")
        await driver.press("down", *["backspace"] * len("California"), "down")
        await driver.type("Ohio")
        await driver.press("ctrl+s")
        assert "Your vote is on the option that you emptied." in driver.text
        await driver.press("up")
        await driver.type("Nevada")
        await driver.press("ctrl+s")
        (kept,) = theories(config).values()
        assert [option["text"] for option in kept["options"]] == ["Utah", "Nevada", "Ohio"]
        assert "saved: Nevada" in driver.text
        await driver.press("u")
        assert "saved: California" in driver.text


async def test_a_retired_theory_is_closed_until_it_is_opened_again(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await write(driver, "Where", "Texas", "California")
        await driver.press("r")
        assert "open 21 voted 0 done 1" in driver.caption
        assert "retired · yours" in driver.text
        await driver.press("enter", "enter")
        assert "You retired this one. r opens it again." in driver.notices
        assert "[votes" not in (config / "ballot.toml").read_text()
        await driver.press("r", "enter")
        assert "voted 1 done 0" in driver.caption
        await driver.press("u", "u", "u", "u")
        assert theories(config) == {}
        assert "all 21" in driver.caption


async def test_what_is_not_yours_is_not_changed(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("e", "r")
        assert "This one is not yours. a adds one of your own." in driver.notices
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
        assert driver.screen.SECTION == "tracks"
        await driver.press("5", "u", "3", "backspace")
        assert driver.screen.SECTION == "theories"
        assert "all 21" in driver.caption
        assert "is not here any more" in driver.notices
