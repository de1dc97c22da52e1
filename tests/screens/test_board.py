"""The prediction game on the theory board, by keyboard."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.screens.theories import TheoriesScreen
from hearts_tui.store.ballot import BallotFile
from tests.conftest import MakeApp
from tests.screens.driving import driving

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
        assert "Vote first: Enter on an option." in driver.notices
    assert not (config / "ballot.toml").exists()


async def test_a_verdict_settles_is_scored_and_is_taken_back(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories"), (120, 40)) as driver:
        await driver.press("c")
        assert "Nothing to score yet" in driver.page
        await driver.press("escape", "enter", "enter", "v", "g", "enter")
        assert "saved: Wedding film · right" in driver.text
        assert "done 1" in driver.caption
        assert ballot(config)["verdicts"]["t01"]["outcome"] == "wedding"
        await driver.press("c")
        assert "0.14, better than plain guessing (0.67)" in driver.page
        assert "1 of 1 right" in driver.page
        assert "70-79 %  ━━━━━━━━━━━━━━━━━━━━ 1 of 1 came true" in driver.page
        assert "100 %           ████      ────" in driver.page
        assert "      50+  60+  70+  80+  90+" in driver.page
        assert "Monthly Weather Review" in driver.page
        await driver.press("escape", "v", "G", "enter")
        assert "done 0" in driver.caption
        assert "t01" not in ballot(config).get("verdicts", {})
        await driver.press("v", "G", "k", "enter")
        assert "Your verdict: can't be told" in driver.page
        await driver.press("c")
        assert "Nothing to score yet" in driver.page


async def test_the_parts_of_the_board_and_its_orders(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("G", "x", "enter", "enter", "plus", "escape", "g", "enter", "enter")
        await driver.press("escape", "t")
        assert driver.caption == "all 21 [open 19] voted 2 done 0"
        await driver.press("t")
        assert driver.caption == "all 21 open 19 [voted 2] done 0"
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
        assert driver.caption.startswith("[all 21]")


async def test_a_changed_theory_stays_in_sight_until_the_part_is_left(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter", "escape", "t", "u")
        assert isinstance(driver.screen, TheoriesScreen)
        assert "t01" in driver.screen.item_list.ids
        assert driver.caption == "all 21 [open 21] voted 0 done 0"
        await driver.press("enter", "enter", "plus")
        assert driver.screen.current == "t01"
        assert "75% saved" in driver.text
        assert driver.caption == "all 21 [open 20] voted 1 done 0"
        await driver.press("t", "t", "t", "t")
        assert "t01" not in driver.screen.item_list.ids


async def test_undo_goes_back_over_every_kind_of_change(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter")
        await driver.press(*["plus", "minus"] * 8)
        await driver.press("v", "g", "enter", "n")
        await driver.type("x")
        await driver.press("enter", "j", "enter", "G", "enter")
        assert "t01" not in ballot(config).get("votes", {})
        await driver.press("u")
        assert ballot(config)["votes"]["t01"]["option"] == "divorce"
        await driver.press("u", "u")
        assert "note" not in ballot(config)["votes"]["t01"]
        await driver.press("u")
        assert "t01" not in ballot(config).get("verdicts", {})
        await driver.press(*["u"] * 16)
        assert ballot(config)["votes"]["t01"]["confidence"] == 70
        await driver.press("u")
        assert ballot(config).get("votes", {}) == {}


async def test_what_another_session_votes_appears_and_neither_loses_any(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        other = BallotFile(config)
        other.load()
        other.save(Kind.VOTE, "t08", Vote("yes", AT, 90))
        await driver.until("voted 1")
        await driver.press("enter", "enter")
        other.save(Kind.VOTE, "t19", Vote("self-contained", AT))
        await driver.until("voted 3")
    assert set(ballot(config)["votes"]) == {"t01", "t08", "t19"}


async def test_a_ballot_of_a_newer_hearts_is_shown_and_never_written(
    make_app: MakeApp, config: Path
) -> None:
    config.mkdir()
    text = 'format = 2\n[votes.t01]\noption = "wedding"\nmood = "of the future"\n'
    (config / "ballot.toml").write_text(text)
    async with driving(make_app("theories")) as driver:
        assert "View only. ballot.toml was written by a newer hearts" in driver.text
        assert "voted 1" in driver.caption
        await driver.press("enter", "j", "enter", "plus", "n", "v", "u")
    assert (config / "ballot.toml").read_text() == text


async def test_a_ballot_that_can_be_read_again_is_open_again(
    make_app: MakeApp, config: Path
) -> None:
    (config / "ballot.toml").mkdir(parents=True)
    async with driving(make_app("theories")) as driver:
        assert "View only. ballot.toml can't be read" in driver.text
        (config / "ballot.toml").rmdir()
        (config / "ballot.toml").write_text('[votes.t01]\noption = "wedding"\n')
        await driver.until("saved: Wedding film")
        assert "View only" not in driver.text
        assert driver.notices.count("can't be read") == 1


async def test_the_last_good_copy_is_offered_for_a_damaged_ballot(
    make_app: MakeApp, config: Path
) -> None:
    for answer, told in (("escape", "voted 0"), ("enter", "voted 1")):
        BallotFile(config)
        async with driving(make_app("theories")) as driver:
            if "voted 0" in driver.caption:
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
        assert "voted 1" in driver.caption
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
        assert "voted 0" in driver.caption
        await driver.press("enter", "enter")
        assert "voted 1" in driver.caption
    async with driving(make_app("theories")) as driver:
        assert "Bring back" not in driver.text
        assert "voted 1" in driver.caption
    assert len(list(config.glob("ballot.last-good-*.toml"))) == 1


async def test_what_could_not_be_saved_is_never_shown_as_saved(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter")
        with FileLock(config / ".ballot.toml.lock"):
            # Neither of the two is saved, and the second is no reason to show the first again.
            await driver.press_at_once("enter", "j", "enter")
            await driver.configure_textual()
        assert driver.notices.count("another hearts holds it") == 2
        assert "saved" not in driver.text.replace("was not saved", "")
        assert "voted 0" in driver.caption
    assert not (config / "ballot.toml").exists()


async def test_an_undo_that_could_not_be_saved_can_be_tried_again(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("enter", "enter", "j", "enter")
        with FileLock(config / ".ballot.toml.lock"):
            await driver.press("u")
        assert "saved: Divorce drama" in driver.text
        await driver.press("u")
        assert "saved: Wedding film" in driver.text
    assert ballot(config)["votes"]["t01"]["option"] == "wedding"


async def test_the_help_of_the_board_holds_the_formula(make_app: MakeApp) -> None:
    async with driving(make_app("theories")) as driver:
        await driver.press("question_mark")
        assert "Brier" in driver.page
