"""What others see of the user's ballot follows the keys that are pressed."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from hearts_tui.app import HeartsApp
from hearts_tui.store.slip_owner import own_voter
from tests.cli.running import run
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving


@pytest.fixture
def board(tmp_path: Path, config: Path) -> Path:
    """The folder of a board that the user shares."""
    path = tmp_path / "board"
    path.mkdir()
    config.mkdir()
    (config / "settings.toml").write_text(f"board = '{path}'\n")
    return path


def slip(board: Path) -> dict[str, Any]:
    found = json.loads((board / f"{own_voter()}.json").read_text())
    assert isinstance(found, dict)
    return found


def close(app: HeartsApp) -> None:
    app.state.stores.queue.shutdown(wait=True)


async def test_votes_and_name_are_on_the_board_before_hearts_has_ended(
    make_app: MakeApp, board: Path
) -> None:
    app = make_app("theories")
    async with driving(app) as driver:
        await driver.press("enter", "enter", "plus", "escape")
        await driver.open_setting("name on boards")
        await driver.type("mia")
        await driver.press("enter", "escape")
    close(app)
    found = slip(board)
    assert (found["name"], list(found["votes"])) == ("mia", ["t01"])
    assert found["votes"]["t01"]["confidence"] == 75


async def test_votes_from_before_there_was_a_board_get_there_once_it_is_opened(
    make_app: MakeApp, board: Path, config: Path
) -> None:
    settings = (config / "settings.toml").read_text()
    (config / "settings.toml").unlink()
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
    assert list(board.iterdir()) == []
    (config / "settings.toml").write_text(settings)
    app = make_app("theories")
    async with driving(app):
        pass
    close(app)
    assert list(slip(board)["votes"]) == ["t01"]


async def test_a_board_that_is_gone_takes_no_vote_away(
    make_app: MakeApp, board: Path, config: Path
) -> None:
    board.rmdir()
    app = make_app("theories")
    async with driving(app) as driver:
        await driver.press("enter", "enter")
        assert "70% saved" in driver.text
    close(app)
    assert "votes.t01" in (config / "ballot.toml").read_text()
    assert app.state.stores.own_slip is not None
    told = f"The board at {board} can't be written (No such file or directory)."
    assert app.state.stores.own_slip.notice == told


async def test_who_leaves_the_board_elsewhere_is_not_put_there_again(
    make_app: MakeApp, board: Path, config: Path
) -> None:
    app = make_app("theories")
    async with driving(app) as driver:
        await driver.press("enter", "enter")
        done = await asyncio.to_thread(run, config, "board", "leave")
        assert done.stdout == "Your slip is off the board at ~/board.\n"
        await driver.press("plus")
        assert "75% saved" in driver.text
    close(app)
    assert list(board.iterdir()) == []
    assert app.state.stores.own_slip is not None
    assert app.state.stores.own_slip.notice.startswith("You share another board now, or none.")


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_for_others_only_where_that_was_said(
    make_app: MakeApp, board: Path, size: tuple[int, int]
) -> None:
    app = make_app("theories")
    async with driving(app, size) as driver:
        await driver.press("enter", "enter", "n")
        assert "Only you see it." in driver.text
        await driver.type("a hunch")
        await driver.press("enter", "n", "tab")
        assert "Everyone on the board sees it." in driver.text
        await driver.press("escape", "n")
        assert "Only you see it." in driver.text
        await driver.press("tab", "enter", "n")
        assert "Everyone on the board sees it." in driver.text
        await driver.press("escape", "j", "enter")
    close(app)
    # A new vote has no note, and so none that is shared.
    assert "note" not in slip(board)["votes"]["t01"]
    app = make_app("theories")
    async with driving(app, size) as driver:
        await driver.press("enter", "n")
        await driver.type("for all")
        await driver.press("tab", "enter")
    close(app)
    assert slip(board)["votes"]["t01"]["note"] == "for all"


async def test_without_a_board_a_note_is_nobody_else_s_business(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter", "n", "tab")
        assert "board sees" not in driver.text
        assert "Only you" not in driver.text
        await driver.type("a hunch")
        await driver.press("enter")
        assert "Your note: a hunch" in driver.page
        assert not driver.app.state.ballot.votes["t01"].shares_note
