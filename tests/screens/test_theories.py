"""The theory board by keyboard."""

import tomllib
from pathlib import Path

import pytest

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
        assert "saved" in driver.text
        await driver.press("j", "enter")
        assert votes(config)["t01"]["option"] == "divorce"
        await driver.press("G", "enter")
        assert "t01" not in votes(config)
        await driver.press("u")
        assert votes(config)["t01"]["option"] == "divorce"
        await driver.press("u")
        assert votes(config)["t01"]["option"] == "wedding"
        await driver.press("u", "u", "u")
        assert "t01" not in votes(config)


async def test_a_vote_is_there_in_the_next_session(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "j", "enter")
    async with driving(make_app("theories")) as driver:
        assert "saved: Divorce drama" in driver.text
        assert "voted 1" in driver.caption


async def test_a_long_answer_stands_whole_in_the_list(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('spoilers = "leak"\n')
    async with driving(make_app("theories")) as driver:
        await driver.press("slash")
        await driver.type("marriage hold")
        await driver.press("enter", "enter", "j", "enter", "v", "j", "j", "enter")
        region = driver.screen.list_widget.region
        lines = driver.text.splitlines()[region.y : region.bottom]
        told = " ".join(" ".join(line[region.x + 1 : region.right].split()) for line in lines)
        assert "saved: The couple parts for a time · right" in told


async def test_printed_figures_stand_apart_from_votes(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter")
        assert "Printed elsewhere" in driver.page
        before = driver.page
        await driver.press("enter")
        after = driver.page
        for line in ("65 %", "35 %"):
            assert line in before
            assert line in after


async def test_a_letter_never_votes(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("l", "l", "l", "space", "d", "r", "e")
        assert not (config / "ballot.toml").exists()
        await driver.press("h")
        assert driver.screen.focused is driver.screen.list_widget


async def test_what_is_covered_can_t_be_voted_on_unseen(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("j", "enter", "enter")
        assert "This one is covered. x shows it." in driver.notices
        assert not (config / "ballot.toml").exists()
        await driver.press("v", "g", "enter")
        assert not (config / "ballot.toml").exists()
        await driver.press("x", "enter")
        assert list(votes(config)) == ["t02"]


async def test_where_nothing_can_be_kept_the_board_is_view_only(
    make_app: MakeApp, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    async with driving(make_app("theories", folder=in_the_way / "config")) as driver:
        assert "View only. Nothing can be kept" in driver.text
        await driver.press("enter", "enter", "u")
        assert "voted 0" in driver.caption


async def test_a_vote_that_can_t_be_kept_is_taken_back_and_told_of(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        (config / "ballot.toml").mkdir()
        await driver.press("enter", "enter")
        assert "ballot.toml was not saved" in driver.notices
        assert "voted 0" in driver.caption
        (config / "ballot.toml").rmdir()
        await driver.press("enter")
        assert "voted 1" in driver.caption


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
        assert driver.caption.startswith("[all 21]")
        await driver.press("j", "k", "enter", "escape")
        if what == "unknown option":
            assert "elope (not on the list)" in driver.text
    assert file.read_text() == ABSURD[what]


async def test_a_heavy_subject_names_someone_to_talk_to(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        assert "988" not in driver.page
        await driver.press(*["j"] * 15)
        assert driver.screen.current == "t16"
        assert "Dial 988 then press 1" in driver.page
        assert "Elsewhere" in driver.page


@pytest.mark.parametrize("size", SIZES[1:])
async def test_no_answer_is_cut_off_among_the_options(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('spoilers = "leak"\n')
    async with driving(make_app("theories"), size) as driver:
        for _ in driver.screen.listed:
            await driver.press("enter", "enter")
            region = driver.screen.query_one(".options").region
            lines = driver.text.splitlines()[region.y : region.bottom]
            assert not [line for line in lines if "…" in line]
            await driver.press("escape", "j")
