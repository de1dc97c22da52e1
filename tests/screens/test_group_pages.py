"""The voters of a group, and a friend's votes beside one's own, by keyboard."""

from dataclasses import replace
from pathlib import Path

import pytest

from hearts_tui.store.own_slip import current_slip
from tests.conftest import MakeApp
from tests.group_values import befriend, decided, share, slip, write
from tests.screens.driving import SIZES, driving

SURE = {"t01": ("wedding", 90), "t02": ("no-baby", 60), "t03": ("solo", 75)}
MIA = slip("mia", **SURE)
NOTED = slip("tess", t01=("divorce", 80, "The tour breaks them."), t02=("no-baby", 55))


@pytest.fixture
def board(tmp_path: Path, config: Path) -> Path:
    """A board that the user shares."""
    return share(config, tmp_path / "board")


@pytest.mark.parametrize("size", SIZES)
async def test_the_voters_stand_by_their_scores_and_you_are_marked(
    make_app: MakeApp, board: Path, content_copy: Path, size: tuple[int, int]
) -> None:
    content = decided(content_copy, t01="wedding", t02="unites")
    write(board, MIA)
    write(board, slip("leo", t01=("divorce", 60)))
    async with driving(make_app("theories", content=content), size) as driver:
        await driver.press("p")
        assert "The voters: 3" in driver.text
        mia, leo, you, *_ = driver.page.splitlines()
        assert mia == "mia  3 votes  score 0.53  75% sure"
        assert leo == "leo  1 vote   score 1.04  60% sure"
        assert you == "◉you  0 votes"
        assert "♡" not in driver.page
        await driver.press("escape", "enter", "escape")
        assert driver.screen.focused is driver.screen.item_list


async def test_calibration_is_told_from_five_verdicts_on(
    make_app: MakeApp, board: Path, content_copy: Path
) -> None:
    theories = make_app("theories").state.library.theories[:5]
    outcomes = {theory.id: theory.options[0].id for theory in theories}
    content = decided(content_copy, **outcomes)
    votes = {each.id: (each.options[n < 2].id, 80) for n, each in enumerate(theories)}
    write(board, slip("mia", **votes))
    async with driving(make_app("theories", content=content)) as driver:
        await driver.press("p")
        assert "80% sure, 60% right" in driver.page


async def test_voters_of_one_name_are_told_apart_and_nobody_takes_yours(
    make_app: MakeApp, board: Path
) -> None:
    for owner in ("one", "two", "three"):
        write(board, slip("You" if owner == "three" else "mia", **SURE), owner)
    write(board, slip("x" * 40, t01=("wedding", 60)))
    async with driving(make_app("theories")) as driver:
        await driver.press("p")
        names = [line[:24] for line in driver.page.splitlines()[:5]]
        assert sum("mia (" in name for name in names) == 2
        assert len(set(names)) == 5
        assert sum(name.startswith("You (") for name in names) == 1
        assert "x" * 24 in names
        assert "x" * 25 not in driver.page


async def test_the_voters_open_from_the_palette_on_any_screen(
    make_app: MakeApp, board: Path
) -> None:
    write(board, MIA)
    app = make_app("news")
    async with driving(app) as driver:
        await driver.press("5", "1", "ctrl+p")
        await driver.type("voters")
        await driver.press("enter")
        assert "The voters: 2" in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_a_friends_votes_stand_beside_your_own(
    make_app: MakeApp, board: Path, config: Path, size: tuple[int, int]
) -> None:
    write(board, MIA)
    befriend(config, NOTED)
    app = make_app("theories")
    async with driving(app, size) as driver:
        await driver.press("f")
        assert "You and tess haven't voted on the same theory yet." in driver.page
        await driver.press("escape", "enter", "enter", "escape", "j", "enter", "G", "enter")
        await driver.press("escape", "p")
        assert "\n♡tess" in f"\n{driver.page}"
        await driver.press("enter", "enter")
        assert "You and tess" in driver.text
        page = driver.page
        assert page.startswith("You and tess agree on 1 of 2.")
        assert "The biggest clash\n≠ Wedding film or divorce drama?" in page
        assert "  you: Wedding film 70%\n  tess: Divorce drama 80%" in page
        assert "The closest call" not in page
        assert "= A baby, a custody fight, or neither?" in page
        assert page.count("tess notes: The tour breaks them.") == 1
        await driver.press("escape")
        assert "The voters: 3" in driver.text
        await driver.press("escape")
        assert driver.screen.focused is driver.screen.item_list


async def test_the_closest_call_is_told_where_there_are_two_clashes(
    make_app: MakeApp, config: Path
) -> None:
    befriend(config, slip("tess", t01=("divorce", 99), t02=("custody", 40)))
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
        told = "One more vote and the board opens. f puts you and a friend side by side."
        assert told in driver.page
        await driver.press("escape", "j", "enter", "enter", "escape", "f")
        assert driver.page.startswith("You and tess agree on 0 of 2.")
        clash, call = driver.page.split("The closest call")
        assert "≠ Wedding film or divorce drama?" in clash.split("The biggest clash")[1]
        assert call.startswith("\n≠ A baby, a custody fight, or neither?")


async def test_a_theory_opens_from_the_comparison(make_app: MakeApp, config: Path) -> None:
    befriend(config, NOTED)
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter", "escape", "j", "f", "enter", "enter")
        assert driver.screen.current == "t01"
        assert driver.screen.focused is driver.screen.reader


async def test_of_two_friends_one_is_chosen(make_app: MakeApp, config: Path) -> None:
    befriend(config, NOTED)
    befriend(config, slip("ada", **SURE))
    async with driving(make_app("theories")) as driver:
        await driver.press("f")
        assert "The voters: 3" in driver.text
        assert "compare you with a friend" in driver.text
        await driver.press("tab", "enter")
        assert "You and ada" in driver.text


async def test_a_friend_who_votes_on_the_board_too_counts_once(
    make_app: MakeApp, board: Path, config: Path
) -> None:
    befriend(config, NOTED)
    newer = slip("tess", t01=("divorce", 80, "The tour breaks them."), t02=("custody", 70))
    write(board, newer)
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
        assert "One more vote and the board opens." in driver.page
        await driver.press("j", "escape", "j", "enter", "enter", "escape", "f")
        assert "  tess: A custody fight 70%" in driver.page


async def test_your_own_slip_among_those_of_friends_counts_once(
    make_app: MakeApp, board: Path, config: Path
) -> None:
    for name in ("mia", "leo"):
        write(board, slip(name, t01=("wedding", 80)))
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
        theories = driver.app.state.library.theories
    befriend(config, replace(current_slip(config, theories), name="my old self"))
    async with driving(make_app("theories")) as driver:
        await driver.press("enter")
        assert "Your group: 3 votes" in driver.page
        await driver.press("escape", "p")
        assert "The voters: 3" in driver.text
        assert "my old self" not in driver.page


async def test_a_note_of_a_friend_is_hidden_where_the_theorys_page_is(
    make_app: MakeApp, config: Path, content_copy: Path
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('sequel_rumors = "titles only"\n')
    file = content_copy / "theories.toml"
    file.write_text(file.read_text().replace('spoiler = "none"', 'spoiler = "sequel"', 1))
    befriend(config, NOTED)
    app = make_app("theories", content=content_copy)
    async with driving(app) as driver:
        await driver.press("enter", "enter")
        assert "Your group" not in driver.page
        await driver.press("escape", "f")
        assert "The tour breaks them" not in driver.page
        assert "tess's note is hidden" in driver.page
        await driver.press("escape", "x")
        assert "Two more votes" not in driver.page
        assert "One more vote and the board opens." in driver.page
        await driver.press("f")
        assert "tess notes: The tour breaks them." in driver.page


async def test_a_hidden_title_hides_both_votes_beside_a_friends(
    make_app: MakeApp, config: Path, content_copy: Path
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('sequel_rumors = "hide"\n')
    befriend(config, NOTED)
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
    file = content_copy / "theories.toml"
    file.write_text(file.read_text().replace('spoiler = "none"', 'spoiler = "sequel"', 1))
    async with driving(make_app("theories", content=content_copy)) as driver:
        await driver.press("j", "f")
        assert "You and tess agree on 0 of 1." in driver.page
        assert "hidden sequel rumor" in driver.page
        for told in ("Wedding film", "Divorce", "t01", "tess's note"):
            assert told not in driver.page


@pytest.mark.parametrize("size", SIZES)
async def test_your_score_is_measured_against_the_group_and_leads_to_its_voters(
    make_app: MakeApp, board: Path, content_copy: Path, size: tuple[int, int]
) -> None:
    decided(content_copy, t01="wedding")
    content = content_copy / "theories.toml"
    told = content.read_text()
    content.write_text(told.replace('outcome = "wedding"\n', ""))
    write(board, slip("mia", t01=("wedding", 90)))
    write(board, slip("leo", t01=("wedding", 60)))
    async with driving(make_app("theories", content=content_copy), size) as driver:
        await driver.press("enter", "enter", "plus", "plus", "c")
        assert "Against your group" in driver.page, "the formula"
        assert "Against your group: 0" not in driver.page
    content.write_text(told)
    async with driving(make_app("theories", content=content_copy), size) as driver:
        await driver.press("c")
        # 80% scores 0.06, 90% 0.015, and 60% 0.24: the median is the user's own.
        assert "Against your group: 0.00 over 1 theory, neck and neck." in driver.page
        assert "right at 80% · score 0.06 · 0.00 against the group" in driver.page
        assert "Good Judgment Open" in driver.page
        await driver.press("tab", "enter")
        assert "The voters: 3" in driver.text
        await driver.press("escape")
        assert "Your score" in driver.text
        await driver.press("escape", "question_mark")
        assert "Good Judgment Open" in driver.page


async def test_better_and_worse_than_the_group_are_told_with_their_signs(
    make_app: MakeApp, board: Path, content_copy: Path
) -> None:
    for name in ("mia", "leo"):
        write(board, slip(name, t01=("divorce", 60), t02=("unites", 90)))
    async with driving(make_app("theories", content=content_copy)) as driver:
        await driver.press("enter", "enter", "plus", "escape", "j", "enter", "j", "enter", "plus")
    content = decided(content_copy, t01="wedding", t02="unites")
    async with driving(make_app("theories", content=content)) as driver:
        await driver.press("c")
        # 75% on what came true scores 0.09, 60% on another 1.04; 75% on another 1.34, 90% 0.02.
        assert "right at 75% · score 0.09 · -0.95 against the group" in driver.page
        assert "wrong at 75% · score 1.34 · +1.33 against the group" in driver.page
        told = "Against your group: +0.19 over 2 theories. They're ahead, for now."
        assert told in driver.page


@pytest.mark.parametrize("size", SIZES)
async def test_a_theory_opens_from_a_page_over_pages(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    befriend(config, NOTED)
    async with driving(make_app("theories"), size) as driver:
        await driver.press("enter", "enter", "escape", "j")
        await driver.press("c", "tab", "enter", "tab", "enter")
        assert "You and tess" in driver.text
        await driver.press("tab", "enter")
        assert driver.screen.current == "t01"
        assert driver.screen.focused is driver.screen.reader
        assert driver.app.screen_stack == [driver.screen]
