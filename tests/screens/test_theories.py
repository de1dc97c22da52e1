"""The theory board by keyboard."""

import asyncio
import tomllib
from pathlib import Path

import pytest

from hearts_tui.domain.spoilers import MASK
from hearts_tui.screens.theory_options import Options
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving


def votes(config: Path) -> dict[str, dict[str, object]]:
    return tomllib.loads((config / "ballot.toml").read_text()).get("votes", {})


@pytest.mark.parametrize("size", SIZES)
async def test_a_vote_is_cast_changed_withdrawn_and_undone(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("theories"), size) as driver:
        await driver.press("enter", "enter")
        assert votes(config)["t01"]["option"] == "wedding"
        assert "◉ Wedding film" in driver.text
        assert "Saved: Wedding film, 70%." in driver.notices
        await driver.press("j", "enter")
        assert votes(config)["t01"]["option"] == "divorce"
        await driver.press("w")
        assert "Saved: vote withdrawn." in driver.notices
        assert votes(config) == {}
        await driver.press("u")
        assert votes(config)["t01"]["option"] == "divorce"
        await driver.press("u")
        assert votes(config)["t01"]["option"] == "wedding"
        await driver.press("u", "u", "u")
        assert votes(config) == {}


@pytest.mark.parametrize("size", SIZES)
async def test_only_its_own_key_withdraws_a_vote(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("theories"), size) as driver:
        await driver.press("enter", "enter", "enter")
        assert "That's your vote already." in driver.notices
        await driver.press("G", "ctrl+d", "enter", "escape", "enter", "enter", "end", "pagedown")
        assert driver.screen.query_one(Options).current == "neither"
        assert votes(config)["t01"]["option"] == "wedding"


async def test_another_option_starts_with_its_own_confidence_and_no_note(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter", "plus", "plus", "n")
        await driver.type("sure of it")
        await driver.press("enter", "j", "enter")
        vote = votes(config)["t01"]
        assert (vote["option"], vote["confidence"]) == ("divorce", 70)
        assert "note" not in vote
        assert "sure of it" not in driver.page


async def test_confidence_goes_from_an_even_share_to_almost_sure(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter", *["minus"] * 9)
        assert votes(config)["t01"]["confidence"] == 34
        assert "34% is the least." in driver.notices
        await driver.press(*["plus"] * 15)
        assert votes(config)["t01"]["confidence"] == 99
        assert "99% is the most." in driver.notices


@pytest.mark.parametrize("size", SIZES)
async def test_below_the_options_the_page_goes_on(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("theories"), size) as driver:
        await driver.press("enter", "j", "j")
        assert driver.screen.focused is driver.screen.query_one(Options)
        await driver.press("j", "j", "j")
        assert driver.screen.focused is driver.screen.reader
        assert driver.screen.reader.scroll_offset.y == 3
        await driver.press("k", "k", "k", "k")
        assert driver.screen.focused is driver.screen.query_one(Options)
        await driver.press("pagedown")
        assert driver.screen.reader.scroll_offset.y > 3
        await driver.press("G")
        assert "Sources: " in driver.text or size[0] >= 110
        await driver.press("g", "k", "k", "k", "enter")
        assert "you voted on 1 of 21" in driver.caption


async def test_a_click_chooses_and_the_next_one_votes(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        options = driver.screen.query_one(Options)
        x, y = options.region.x + 4, options.region.y
        await driver.click(x, y + 1)
        assert options.current == "divorce"
        assert "Click again to vote" in driver.notices
        await driver.click(x, y)
        assert options.current == "wedding"
        await driver.press("tab")
        await driver.click(x, y)
        assert not (config / "ballot.toml").exists()
        await driver.click(x, y)
        assert votes(config)["t01"]["option"] == "wedding"
        await driver.click(x, y + 2)
        await driver.click(x, y + 1)
        assert votes(config)["t01"]["option"] == "wedding"
        await driver.press("enter")
        assert votes(config)["t01"]["option"] == "divorce"


async def test_the_keys_for_voting_come_first_beside_the_options(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter")
        line = driver.text.splitlines()[-1]
        first = "Enter vote  + - how sure  w withdraw  n note  u undo"
        assert line.strip().startswith(first)
    async with driving(make_app("theories"), (40, 12)) as driver:
        await driver.press("enter")
        assert driver.text.splitlines()[-1].strip().startswith("Enter vote  w withdraw")


async def test_a_vote_is_there_in_the_next_session(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "j", "enter")
    async with driving(make_app("theories")) as driver:
        assert "you: Divorce drama 70%" in driver.text
        assert "you voted on 1 of 21" in driver.caption


async def test_a_long_answer_stands_whole_in_the_list(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("slash")
        await driver.type("bailey")
        await driver.press("enter", "enter", "enter", "V", "g", "enter")
        region = driver.screen.item_list.region
        lines = driver.text.splitlines()[region.y : region.bottom]
        told = " ".join(" ".join(line[region.x + 1 : region.right].split()) for line in lines)
        item = driver.screen.item
        assert f"you: {item.options[0].text} 70% right" in told


async def test_printed_figures_stand_apart_from_votes(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter")
        assert "In the fan press" in driver.page
        assert "65%" not in driver.text
        await driver.press("enter")
        told = driver.text
        for line in ("In the fan press", "65%", "35%", "70% saved", "aren't mixed in"):
            assert line in told, "all of it without scrolling"


async def test_a_letter_never_votes(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("l", "l", "l", "space", "d", "r", "e")
        assert not (config / "ballot.toml").exists()
        await driver.press("h")
        assert driver.screen.focused is driver.screen.item_list


@pytest.mark.parametrize("size", SIZES)
async def test_the_board_is_open_at_the_first_start(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("theories", first_visit=True), size) as driver:
        for theory in driver.screen.listed:
            assert MASK not in driver.shown(".question")
            options = driver.screen.query_one(Options)
            assert not [line for line in options.options if MASK in str(line.prompt)]
            assert driver.screen.current == theory
            await driver.press("j")


async def test_x_shows_the_evidence_too(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("j")
        assert " lines are hidden. x shows them." in driver.page
        evidence = driver.page.partition("For (+) and against (-)")[2]
        assert MASK not in evidence
        await driver.press("x")
        assert "x shows" not in driver.page
        assert MASK not in driver.page
        await driver.press("x")
        assert " lines are hidden. x shows them." in driver.page


async def test_where_nothing_can_be_kept_the_board_is_view_only(
    make_app: MakeApp, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    async with driving(make_app("theories", folder=in_the_way / "config")) as driver:
        assert "View only. Nothing can be kept" in driver.text
        await driver.press("enter", "enter", "u")
        assert "you voted on 0 of 21" in driver.caption


async def test_a_vote_that_can_t_be_kept_is_taken_back_and_told_of(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter")
        (config / "ballot.toml").mkdir()
        await driver.press("enter")
        # The screen looks at the file each second, and may have told of the folder already.
        told = ("ballot.toml was not saved", "ballot.toml can't be read")
        assert driver.notices.startswith(told)
        assert "you voted on 0 of 21" in driver.caption
        (config / "ballot.toml").rmdir()
        async with asyncio.timeout(10):
            while "you voted on 0 of 21" in driver.caption:
                await driver.press("enter")
        assert "you voted on 1 of 21" in driver.caption
        assert list(votes(config)) == ["t01"]


async def test_a_damaged_ballot_is_told_of_and_the_app_goes_on(
    make_app: MakeApp, config: Path
) -> None:
    config.mkdir()
    (config / "ballot.toml").write_text("[votes\n")
    async with driving(make_app("theories"), (120, 40)) as driver:
        assert "could not be read" in driver.notices
        await driver.press("enter", "enter")
    assert list(votes(config)) == ["t01"]
    assert len(list(config.glob("ballot.damaged-*.toml"))) == 1


ABSURD = {
    "another kind": "votes = 7\n",
    "strange entries": '[votes]\nt01 = 1\n[votes.t02]\noption = ["a"]\n',
    "unknown theory": '[votes.t99]\noption = "x"\n',
    "unknown option": '[votes.t01]\noption = "elope"\n',
    "ten thousand": "".join(f'[votes.x{n}]\noption = "a"\n' for n in range(10_000)),
    "empty": "",
}


@pytest.mark.parametrize("what", ABSURD)
async def test_an_absurd_ballot_is_lived_with_and_nothing_is_lost(
    make_app: MakeApp, config: Path, what: str
) -> None:
    config.mkdir()
    file = config / "ballot.toml"
    file.write_text(ABSURD[what])
    async with driving(make_app("theories"), (120, 40)) as driver:
        assert driver.caption.startswith("all 21")
        await driver.press("j", "k", "enter", "escape")
        if what == "unknown option":
            assert "elope (not on the list)" in driver.text
    assert file.read_text() == ABSURD[what]


async def test_a_heavy_subject_names_someone_to_talk_to(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        assert "988" not in driver.page
        await driver.press(*["j"] * 15)
        assert driver.screen.current == "t16"
        assert "dial 988 and press 1" in driver.page


@pytest.mark.parametrize("size", SIZES[1:])
async def test_no_answer_is_cut_off_among_the_options(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('seen_film = "yes"\nsequel_rumors = "show"\n')
    async with driving(make_app("theories"), size) as driver:
        for _ in driver.screen.listed:
            await driver.press("enter", "enter")
            region = driver.screen.query_one(".options").region
            lines = driver.text.splitlines()[region.y : region.bottom]
            assert not [line for line in lines if "…" in line]
            await driver.press("escape", "j")


async def test_in_a_small_window_the_page_is_that_of_the_theory_gone_to(make_app: MakeApp) -> None:
    async with driving(make_app("theories"), (40, 12)) as driver:
        await driver.press("enter", "escape", "G", "enter")
        assert "theory · about the film itself" in driver.text
        await driver.press("escape", "g", "enter")
        assert "theory · about love" in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_key_that_votes_in_the_news_votes_here_too(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("theories"), size) as driver:
        assert "v vote" in driver.text.splitlines()[-1] or size == (40, 12)
        await driver.press("v", "2")
        assert votes(config)["t01"]["option"] == "divorce"
        assert driver.notices.startswith("Saved: Divorce drama")


async def test_a_verdict_names_the_way_back(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("V", "g", "enter")
        assert driver.notices == "Saved: your verdict, Wedding film. u undoes it."
        await driver.press("v")
        assert driver.notices == "Decided, so votes are closed. V changes the verdict."
