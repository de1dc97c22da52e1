"""A board that others vote on too, by keyboard."""

import asyncio
import os
from pathlib import Path

import pytest

from hearts_tui.screens.theories import TheoriesScreen
from hearts_tui.store.slip_owner import own_voter
from hearts_tui.widgets.action_texts import TEXTS
from hearts_tui.widgets.group_keys import ACTIONS
from tests.conftest import MakeApp
from tests.group_values import share, slip, voter, write
from tests.screens.driving import SIZES, Driver, driving

GROUP_TEXTS = [TEXTS[name] for name in ACTIONS]
MIA = slip("mia", t01=("wedding", 80), t02=("no-baby", 60))
LEO = slip("leo", t01=("wedding", 70))
EVE = slip("eve", t01=("divorce", 95))


@pytest.fixture
def board(tmp_path: Path, config: Path) -> Path:
    """A board that the user shares."""
    return share(config, tmp_path / "board")


async def look(driver: Driver) -> None:
    """Let the board be looked at, as it is every few seconds."""
    assert isinstance(driver.screen, TheoriesScreen)
    driver.screen._group.watch()
    await driver.settle()


@pytest.mark.parametrize("size", SIZES)
async def test_the_board_opens_once_you_and_three_in_all_have_voted(
    make_app: MakeApp, board: Path, size: tuple[int, int]
) -> None:
    write(board, MIA)
    async with driving(make_app("theories"), size) as driver:
        told = "One of them has voted. Vote to see what the others think."
        assert told in driver.page
        assert "80%" not in driver.page
        await driver.press("enter", "enter")
        assert "One more vote and the board opens." in driver.page
        assert "80%" not in driver.page
        write(board, LEO)
        write(board, EVE)
        await look(driver)
        assert "Your group: 4 votes" in driver.page
        assert "•• ◉  Wedding film  3 votes, 70% sure" in driver.page
        assert "•     Divorce drama  1 vote, 95% sure" in driver.page
        assert "      Neither  no votes" in driver.page
        await driver.press("escape")
        assert "· 2" in driver.text
        assert "agree" in driver.text
        await driver.press("w")
        assert "3 of them have voted. Vote to see what the others think." in driver.page
        assert "95%" not in driver.page
        assert "agree" not in driver.text
        await driver.press("j", "j")
        assert "Your group\nVote to see what the others think." in driver.page


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_of_a_group_is_seen_without_one(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("theories"), size) as driver:
        for key in ("G", "g"):
            await driver.press(key)
        assert driver.screen.current == "t01", "g goes to the top"
        await driver.press("p", "f", "enter", "enter")
        for text in (driver.text, driver.page):
            assert "group" not in text.lower()
            assert "the others think" not in text
        for keys in (["question_mark", "slash"], ["ctrl+p"], ["comma", "G", "enter", "slash"]):
            await driver.press(*keys)
            for words in ("your group", "compare your"):
                await driver.type(words)
                assert not any(text.says in driver.text for text in GROUP_TEXTS), keys
                await driver.press(*["backspace"] * len(words))
            await driver.press("escape", "escape", "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_g_switches_group_and_mine(
    make_app: MakeApp, board: Path, size: tuple[int, int]
) -> None:
    for each in (MIA, LEO, EVE):
        write(board, each)
    async with driving(make_app("theories"), size) as driver:
        await driver.press("enter", "enter")
        assert "Your group: 4 votes" in driver.page
        await driver.press("g")
        assert "Just your own votes." in driver.notices
        assert "group" not in driver.page
        await driver.press("escape")
        assert "agree" not in driver.text
        await driver.press("j", "g")
        assert driver.screen.current == "t02", "Home goes to the top, where g has its own use"
        assert "Vote to see what the others think." in driver.page
        await driver.press("home")
        assert "Your group: 4 votes" in driver.page
        await driver.press("slash", "g")
        assert driver.screen.list_pane.query_text == "g"
        assert "Your group" in driver.page


async def test_the_key_bar_and_the_help_tell_of_the_group(make_app: MakeApp, board: Path) -> None:
    write(board, MIA)
    async with driving(make_app("theories"), (120, 40)) as driver:
        assert "g group" in driver.text
        assert "p voters" in driver.text
        await driver.press("question_mark")
        assert "\ngShow your group's votes, or just yours" in driver.page
        assert "\nHomeGo to the top" in driver.page
        assert "g, Home" not in driver.page
        assert "friend" not in driver.page


async def test_a_slip_that_stays_as_it_is_draws_nothing_anew(
    make_app: MakeApp, board: Path
) -> None:
    write(board, MIA)
    async with driving(make_app("theories")) as driver:
        drawn = list(driver.screen.item_list.options)
        for _ in range(3):
            await look(driver)
            assert all(
                now is before
                for now, before in zip(driver.screen.item_list.options, drawn, strict=True)
            )
        write(board, LEO)
        await look(driver)
        assert driver.screen.item_list.options[0] is not drawn[0]


async def test_a_board_is_not_looked_at_behind_another_screen(
    make_app: MakeApp, board: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        screen = driver.screen
        assert isinstance(screen, TheoriesScreen)
        await driver.press("1")
        for each in (MIA, LEO):
            write(board, each)
        screen._group.watch()
        await driver.settle()
        group = driver.app.state.group
        assert group is not None
        assert not group.voters
        await driver.press("5")
        assert "2 of them have voted." in driver.page


async def test_a_board_that_cant_be_read_is_told_of_once_and_stays_as_it_was(
    make_app: MakeApp, board: Path
) -> None:
    write(board, MIA)
    async with driving(make_app("theories")) as driver:
        moved = board.rename(board.with_name("elsewhere"))
        await look(driver)
        told = f"The board at {board} can't be read (No such file or directory)."
        assert driver.notices == told
        assert "One of them has voted." in driver.page
        await driver.press("escape")
        assert not driver.notices
        await look(driver)
        assert not driver.notices
        moved.rename(board)
        write(board, LEO)
        await look(driver)
        assert "2 of them have voted." in driver.page


async def test_a_board_that_could_never_be_read_shows_nothing_but_why(
    make_app: MakeApp, board: Path
) -> None:
    app = make_app("theories")
    board.rmdir()
    async with driving(app) as driver:
        assert "can't be read" in driver.notices
        assert "the others think" not in driver.page
        await driver.press("enter", "enter", "p")
        assert "the board opens" not in driver.page


async def test_ones_own_slip_counts_once(make_app: MakeApp, board: Path) -> None:
    write(board, MIA)
    app = make_app("theories")
    async with driving(app) as driver:
        await driver.press("enter", "enter")
    app.state.stores.queue.shutdown(wait=True)
    assert len(list(board.glob("*.json"))) == 2
    async with driving(make_app("theories")) as driver:
        assert "One more vote and the board opens." in driver.page


async def test_hostile_slips_never_count_and_dont_disturb(make_app: MakeApp, board: Path) -> None:
    write(board, MIA)
    os.mkfifo(board / f"{voter('pipe')}.json")
    (board / f"{voter('eve')}.json").write_text('{"format": 1, "name": "\\u001b[2J"}')
    async with driving(make_app("theories")) as driver:
        assert "One of them has voted." in driver.page
        await driver.press("p")
        assert "The voters: 2" in driver.text
        assert "2 slips don't count; hearts board list --rejected says why." in driver.page


async def test_a_slip_that_cant_be_written_is_told_of_and_the_vote_is_kept(
    make_app: MakeApp, board: Path, config: Path
) -> None:
    write(board, MIA)
    (board / f"{own_voter()}.json").mkdir()
    app = make_app("theories")
    async with driving(app) as driver:
        await driver.press("enter", "enter")
        assert "70% saved" in driver.text
        for queue in (app.state.stores.queue, app.state.stores.queue.behind):
            queue.submit(int).result()
        await look(driver)
        told = f"The board at {board} can't be written (Is a directory)."
        assert told in driver.notices
        assert "One more vote and the board opens." in driver.page
    assert "votes.t01" in (config / "ballot.toml").read_text()


async def test_what_came_while_the_screen_was_built_is_there_once_it_is_opened(
    make_app: MakeApp, board: Path
) -> None:
    write(board, MIA)
    app = make_app("news", prebuilds=True)
    async with driving(app) as driver:
        async with asyncio.timeout(10):
            while app.state.group is None:
                await asyncio.sleep(0.01)
                await driver.settle()
        await driver.press("5")
        assert "One of them has voted." in driver.page
        assert "g group" in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_notes_that_are_shared_are_read_once_the_board_is_open(
    make_app: MakeApp, board: Path, size: tuple[int, int]
) -> None:
    write(board, slip("mia", t01=("wedding", 80, "Cake.")))
    async with driving(make_app("theories"), size) as driver:
        await driver.press("enter", "enter")
        assert "Cake." not in driver.page
        for n in range(5):
            write(board, slip(f"fan {n}", t01=("divorce", 60, f"Because {n}.")))
        await look(driver)
        assert driver.page.count("· fan ") + driver.page.count("· mia: Cake.") == 5
        assert "and 1 more" in driver.page
        await driver.press("g")
        assert "Because" not in driver.page
