"""Dates that the user wrote down."""

from datetime import UTC, date, datetime

import pytest

from hearts_tui.domain.countdown import target_of
from hearts_tui.domain.milestones import occasion, placed
from hearts_tui.domain.own_dates import OwnDate, build_own_date, own_milestone, own_milestones
from hearts_tui.domain.sequel_note import in_words, noted_milestones
from hearts_tui.domain.settings import Outcome, SequelNote

TODAY = date(2026, 11, 23)


def test_a_date_is_made_of_what_was_typed() -> None:
    own = build_own_date("  Watch\tparty\x1b ", " 2027-02-14 ", yearly=False)
    assert own == OwnDate("Watch party", date(2027, 2, 14))
    assert len(build_own_date("x" * 99, "2027-02-14", yearly=True).name) == 40


@pytest.mark.parametrize(
    ("name", "day", "told"),
    [
        ("", "2027-02-14", "Give it a name"),
        (" \u200b ", "2027-02-14", "Give it a name"),
        ("Party", "soon", "Not a real date"),
        ("Party", "", "Not a real date"),
    ],
)
def test_what_is_missing_is_told_in_a_sentence(name: str, day: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        build_own_date(name, day, yearly=False)


@pytest.mark.parametrize(
    ("own", "next_day", "name"),
    [
        (OwnDate("Us", date(2027, 2, 14)), date(2027, 2, 14), "Us"),
        (OwnDate("Us", date(2020, 2, 14)), date(2020, 2, 14), "Us"),
        (OwnDate("Us", date(2020, 2, 14), yearly=True), date(2027, 2, 14), "Us, the 7th"),
        (OwnDate("Us", date(2020, 2, 29), yearly=True), date(2027, 2, 28), "Us, the 7th"),
        (OwnDate("Us", date(2030, 2, 14), yearly=True), date(2030, 2, 14), "Us"),
        (OwnDate("Us", TODAY, yearly=True), TODAY, "Us"),
    ],
)
def test_a_date_stands_at_its_next_day(own: OwnDate, next_day: date, name: str) -> None:
    milestone = own_milestone("own-a", own, TODAY)
    assert placed(milestone, TODAY).when.first == next_day
    assert occasion(milestone, next_day) == name


def test_a_date_of_one_s_own_is_counted_down_to_while_it_lies_ahead() -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    dates = {"a": OwnDate("Soon", date(2027, 2, 14)), "b": OwnDate("Over", date(2020, 2, 14))}
    soon, over = own_milestones(dates, TODAY)
    assert soon.id == "own-a"
    assert target_of(soon, now, UTC) is not None
    assert target_of(over, now, UTC) is None


@pytest.mark.parametrize(
    ("note", "words", "listed"),
    [
        (SequelNote(), "", []),
        (SequelNote(Outcome.CANCELLED), "you noted that it's canceled", []),
        (SequelNote(Outcome.OUT), "you noted that it's out", []),
        (
            SequelNote(Outcome.OUT, date(2027, 2, 14)),
            "you noted that it's out, Feb 14, 2027",
            ["Your note: the sequel is out"],
        ),
        (
            SequelNote(Outcome.NEW_DATE, date(2027, 2, 14)),
            "your date: Feb 14, 2027",
            ["Your date for the sequel"],
        ),
    ],
)
def test_what_is_noted_of_the_sequel_is_told_as_the_user_s_own_word(
    note: SequelNote, words: str, listed: list[str]
) -> None:
    assert in_words(note) == words
    assert [milestone.title for milestone in noted_milestones(note, TODAY)] == listed
