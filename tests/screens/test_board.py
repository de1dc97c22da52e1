"""The prediction game on the theory board, by keyboard."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock

from hearts_tui.content.pack import Pack
from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.screens.theories import TheoriesScreen
from hearts_tui.store.ballot import BallotFile
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, driving

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def ballot(config: Path) -> dict[str, dict[str, dict[str, object]]]:
    return tomllib.loads((config / "ballot.toml").read_text())


async def test_confidence_and_note_are_kept_with_the_vote(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
        assert "70% saved" in driver.text
        await driver.press("plus", "plus", "minus")
        assert "75% saved" in driver.text
        await driver.press("n")
        await driver.type("my hunch")
        await driver.press("enter")
        assert "Your note: my hunch" in driver.page
    kept = ballot(config)["votes"]["t01"]
    assert (kept["confidence"], kept["note"]) == (75, "my hunch")
    assert [past["confidence"] for past in kept["history"]] == [70, 75, 80]  # type: ignore[attr-defined]
    async with driving(make_app("theories")) as driver:
        assert "75% saved" in driver.text
        assert "Your note: my hunch" in driver.page


async def test_without_a_vote_there_is_nothing_to_be_sure_of(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("plus", "minus", "n")
        assert "Vote first: press Enter on an option." in driver.notices
    assert not (config / "ballot.toml").exists()


@pytest.mark.parametrize("size", SIZES)
async def test_a_verdict_settles_is_scored_and_is_removed(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("theories"), size) as driver:
        await driver.press("c")
        assert "Nothing to score yet" in driver.page
        await driver.press("escape", "enter", "enter", "V", "g", "enter")
        assert "Saved: your verdict, Wedding film." in driver.notices
        assert "70% right" in driver.text
        assert ballot(config)["verdicts"]["t01"]["outcome"] == "wedding"
        await driver.press("c")
        told = "1 of 1 right. Score 0.14 (lower is better; guessing scores 0.67)"
        assert told in driver.page
        assert driver.page.count("0.14") == 2, "once for all, once for the one theory"
        assert "70-79%  ━━━━━━━━━━━┃━━━━ 1 of 1, too few to tell" in driver.page
        assert "right at 70% · score 0.14" in driver.page
        assert "Monthly Weather Review" in driver.page
        await driver.press("escape", "V", "G", "enter")
        assert "Saved: verdict removed." in driver.notices
        assert "70% saved" in driver.text
        assert "t01" not in ballot(config).get("verdicts", {})
        await driver.press("V", "G", "k", "enter")
        assert "Your verdict: can't be decided" in driver.page
        await driver.press("c")
        assert "Nothing to score yet" in driver.page


async def test_a_wrong_vote_is_told_in_a_word(make_app: MakeApp) -> None:
    async with driving(make_app("theories"), (120, 40)) as driver:
        await driver.press("enter", "enter", "V", "g", "j", "enter")
        assert "you: Wedding film 70% wrong" in driver.text
        assert "came true" in driver.text
        await driver.press("c")
        assert "0 of 1 right." in driver.page


async def test_votes_close_at_the_verdict(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "j", "enter", "V", "g", "enter")
        for keys in (["g", "enter"], ["plus"], ["minus"], ["w"]):
            driver.app.clear_notifications()
            await driver.press(*keys)
            assert "Decided, so votes are closed." in driver.notices
        assert ballot(config)["votes"]["t01"]["option"] == "divorce"
        await driver.press("V", "G", "enter", "w")
        assert "votes" not in ballot(config)


async def test_the_tabs_of_the_board_and_its_orders(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("G", "enter", "enter", "plus", "escape", "g", "enter", "enter")
        await driver.press("escape", "t")
        assert driver.caption == "open 19 · you voted on 2 of 21"
        await driver.press("t")
        assert driver.caption == "voted 2 · you voted on 2 of 21"
        assert driver.screen.current == "t01"
        await driver.press("o", "g")
        assert "Sorted by your latest change." in driver.notices
        assert driver.screen.current == "t01"
        await driver.press("o", "g")
        assert "Sorted by your confidence." in driver.notices
        assert driver.screen.current == "t21"
        await driver.press("t")
        assert driver.screen.current is None
        await driver.press("t", "o", "o")
        assert driver.caption.startswith("all 21")


@pytest.mark.parametrize("size", SIZES)
async def test_no_tab_is_empty_without_a_sentence(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("theories"), size) as driver:
        await driver.press("t", "t")
        assert "No votes yet." in driver.text
        await driver.press("enter", "j", "k", "plus", "w", "n", "V", "e", "r", "x", "u")
        assert "t goes on." in driver.text
        await driver.press("t")
        assert "Nothing is decided yet." in driver.text


async def test_a_changed_theory_stays_in_sight_until_the_tab_is_left(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter", "escape", "t", "u")
        assert isinstance(driver.screen, TheoriesScreen)
        assert "t01" in driver.screen.item_list.ids
        assert driver.caption == "open 21 · you voted on 0 of 21"
        await driver.press("enter", "enter", "plus")
        assert driver.screen.current == "t01"
        assert "75% saved" in driver.text
        assert driver.caption == "open 21 · you voted on 1 of 21"
        await driver.press("t", "t", "t", "t")
        assert "t01" not in driver.screen.item_list.ids


async def test_undo_goes_back_over_every_kind_of_change(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
        await driver.press(*["plus", "minus"] * 8)
        await driver.press("n")
        await driver.type("x")
        await driver.press("enter", "j", "enter", "w", "V", "g", "enter")
        assert "votes" not in ballot(config)
        await driver.press("u")
        assert "Undone. Now: no verdict." in driver.notices
        assert "t01" not in ballot(config).get("verdicts", {})
        await driver.press("u")
        assert "Undone. Now: Divorce drama, 70%." in driver.notices
        assert ballot(config)["votes"]["t01"]["option"] == "divorce"
        assert "note" not in ballot(config)["votes"]["t01"]
        await driver.press("u")
        assert "Undone. Now: Wedding film, 70%." in driver.notices
        assert ballot(config)["votes"]["t01"]["note"] == "x"
        await driver.press("u")
        assert "Undone. Now: no note." in driver.notices
        await driver.press(*["u"] * 16)
        assert ballot(config)["votes"]["t01"]["confidence"] == 70
        await driver.press("u")
        assert "Undone. Now: no vote." in driver.notices
        assert ballot(config).get("votes", {}) == {}
        await driver.press("u")
        assert "Nothing to undo." in driver.notices


async def test_what_another_session_votes_appears_and_neither_loses_any(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        other = BallotFile(config)
        other.load()
        other.save(Kind.VOTE, "t08", Vote("yes", AT, 90))
        await driver.until("you voted on 1 of 21")
        await driver.press("enter", "enter")
        other.save(Kind.VOTE, "t19", Vote("self-contained", AT))
        await driver.until("you voted on 3 of 21")
    assert set(ballot(config)["votes"]) == {"t01", "t08", "t19"}


async def test_a_ballot_of_a_newer_hearts_is_shown_and_never_written(
    make_app: MakeApp, config: Path
) -> None:
    config.mkdir()
    text = 'format = 2\n[votes.t01]\noption = "wedding"\nmood = "of the future"\n'
    (config / "ballot.toml").write_text(text)
    async with driving(make_app("theories")) as driver:
        assert "View only. ballot.toml was written by a newer hearts" in driver.text
        assert "you voted on 1 of 21" in driver.caption
        await driver.press("enter", "j", "enter", "plus", "n", "V", "u")
    assert (config / "ballot.toml").read_text() == text


async def test_a_ballot_that_can_be_read_again_is_open_again(
    make_app: MakeApp, config: Path
) -> None:
    (config / "ballot.toml").mkdir(parents=True)
    async with driving(make_app("theories")) as driver:
        assert "View only. ballot.toml can't be read" in driver.text
        (config / "ballot.toml").rmdir()
        (config / "ballot.toml").write_text('[votes.t01]\noption = "wedding"\n')
        await driver.until("you: Wedding film 70%")
        assert "View only" not in driver.text
        assert driver.notices.count("can't be read") == 1


async def test_the_last_good_copy_is_offered_for_a_damaged_ballot(
    make_app: MakeApp, config: Path
) -> None:
    for answer, told in (("escape", "on 0 of"), ("enter", "on 1 of")):
        BallotFile(config)
        async with driving(make_app("theories")) as driver:
            if "you voted on 0 of 21" in driver.caption:
                await driver.press("enter", "enter")
        (config / "ballot.toml").write_text("[votes")
        async with driving(make_app("theories")) as driver:
            assert "Bring back the last good copy, 1 vote" in driver.text
            await driver.press(answer)
            assert told in driver.caption
    assert list(ballot(config)["votes"]) == ["t01"]
    assert len(list(config.glob("ballot.damaged-*.toml"))) == 2


async def test_the_last_good_copy_is_offered_while_the_board_is_open(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
        text = (config / "ballot.toml").read_text()
        (config / "ballot.toml").write_text("")
        await driver.until("Bring back the last good copy, 1 vote")
        assert "lacks 1 entry that it had" in driver.notices
        await driver.press("enter")
        assert "you voted on 1 of 21" in driver.caption
    assert (config / "ballot.toml").read_text() == text


async def test_a_ballot_that_is_gone_on_with_is_not_asked_about_again(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
    (config / "ballot.toml").unlink()
    async with driving(make_app("theories")) as driver:
        assert "Start empty" in driver.text
        await driver.press("escape")
        assert "What ballot.toml held before is kept as" in driver.notices
        assert "you voted on 0 of 21" in driver.caption
        await driver.press("enter", "enter")
        assert "you voted on 1 of 21" in driver.caption
    async with driving(make_app("theories")) as driver:
        assert "Bring back" not in driver.text
        assert "you voted on 1 of 21" in driver.caption
    assert len(list(config.glob("ballot.last-good-*.toml"))) == 1


async def test_what_could_not_be_saved_is_never_shown_as_saved(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter")
        with FileLock(config / ".ballot.toml.lock"):
            # Neither of the two is saved, and the second is no reason to show the first again.
            await driver.press_at_once("enter", "j", "enter")
            await driver.settle()
        assert driver.notices.count("another hearts holds it") == 1
        assert "saved" not in driver.text.replace("was not saved", "")
        assert "you voted on 0 of 21" in driver.caption
    assert not (config / "ballot.toml").exists()


async def test_an_undo_that_could_not_be_saved_can_be_tried_again(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter", "j", "enter")
        with FileLock(config / ".ballot.toml.lock"):
            await driver.press("u")
        assert "you: Divorce drama 70%" in driver.text
        await driver.press("u")
        assert "you: Wedding film 70%" in driver.text
    assert ballot(config)["votes"]["t01"]["option"] == "wedding"


async def test_the_help_of_the_board_holds_the_formula(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("question_mark")
        assert "Brier" in driver.page


async def test_five_verdicts_are_enough_to_tell_what_is_likely(
    make_app: MakeApp, config: Path, pack: Pack
) -> None:
    config.mkdir()
    lines = ["version = 1"]
    for theory in pack.theories[:5]:
        option = theory.options[0].id
        lines += [f"[votes.{theory.id}]", f"option = '{option}'", "confidence = 70"]
        lines += [f"[verdicts.{theory.id}]", f"outcome = '{option}'"]
    (config / "ballot.toml").write_text("\n".join(lines) + "\n")
    async with driving(make_app("theories")) as driver:
        await driver.press("c")
        assert "5 of 5, likely 65-100%" in driver.page
