import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from hearts_tui.domain.ballot import Ballot, PastVote, Vote, with_note
from hearts_tui.domain.slip import (
    WIDEST_NAME,
    Slip,
    SlipVote,
    clean_name,
    is_made_of,
    make_slip,
)
from hearts_tui.unsafe_characters import is_safe
from tests.domain.theory_values import theory

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mia", "mia"),
        ("  mia \n of\taustin ", "mia of austin"),
        ("mia\x1b[31m\u202e", "mia[31m"),
        ("m" * 30, "m" * 24),
        ("\u5fc3" * 30, "\u5fc3" * 12),
        ("m" * 23 + "\u5fc3", "m" * 23),
        ("a" + "\u0301" * 500, unicodedata.normalize("NFC", "a" + "\u0301" * 48)),
        ("\x00\u200b", ""),
    ],
)
def test_a_display_name_is_one_short_clean_line(typed: str, name: str) -> None:
    assert clean_name(typed) == name


@given(st.text(max_size=60))
def test_no_name_is_wider_than_its_place_on_any_terminal(typed: str) -> None:
    name = clean_name(typed)
    assert cell_len(name) <= WIDEST_NAME
    assert sum(map(cell_len, name)) <= WIDEST_NAME
    assert is_safe(name)
    assert "\n" not in name
    assert clean_name(name) == name


def test_a_slip_has_what_counts_and_none_of_what_is_private() -> None:
    past = (PastVote("a", 60, AT, 1),)
    private = with_note(Vote("a", AT, 70, revision=2, history=past), "for me")
    shared = with_note(Vote("b", AT, 80, revision=3, history=past), "for all", shares=True)
    ballot = Ballot({"t1": private, "t2": shared, "own-1": Vote("a", AT), "t3": Vote("gone", AT)})
    slip = make_slip(ballot, [theory("t1"), theory("t2"), theory("t3"), theory("t4")], "mia")
    assert slip == Slip(
        "mia",
        {
            "t1": SlipVote("a", 70, AT, 2),
            "t2": SlipVote("b", 80, AT, 3, "for all"),
        },
    )


def test_a_slip_has_what_stood_when_the_vote_closed() -> None:
    late = datetime(2026, 12, 24, tzinfo=UTC)
    changed = Vote("b", late, 99, revision=2, history=(PastVote("a", 60, AT, 1),))
    closed = theory(closes=date(2026, 11, 23))
    assert make_slip(Ballot({"t1": changed}), [closed], "").votes == {
        "t1": SlipVote("a", 60, AT, 1)
    }


def test_without_a_note_none_is_shared() -> None:
    assert not with_note(Vote("a", AT), "", shares=True).shares_note


LATER = AT.replace(hour=14, microsecond=5)
MINE = Ballot(
    {
        "t1": Vote("b", LATER, 80, revision=3, history=(PastVote("a", 60, AT, 1),)),
        "t2": Vote("a", AT, 70, revision=2),
        "t3": Vote("b", LATER, 60, revision=4),
    }
)


@pytest.mark.parametrize(
    "votes",
    [
        {"t1": SlipVote("a", 60, AT, 1)},
        {"t1": SlipVote("b", 80, LATER.replace(microsecond=0), 2)},
        {"t1": SlipVote("b", 80, LATER.astimezone(timezone(timedelta(hours=3))))},
        {"t1": SlipVote("a", 60, AT, 1), "t2": SlipVote("a", 70, AT, 2)},
        {"t1": SlipVote("b", 80, LATER), "t2": SlipVote("a", 70, AT), "t3": SlipVote("b", 60, AT)},
        {"t2": SlipVote("a", 70, AT), "t4": SlipVote("a", 70, AT)},
    ],
    ids=["before", "as it is", "another zone", "both", "one too long ago", "one withdrawn"],
)
def test_a_slip_of_ones_own_is_known_whatever_was_changed_since(votes: dict[str, SlipVote]) -> None:
    assert is_made_of(Slip("any", votes), MINE)


@pytest.mark.parametrize(
    "votes",
    [
        {},
        {"t4": SlipVote("a", 70, AT)},
        {"t2": SlipVote("a", 70, AT + timedelta(seconds=1))},
        {"t2": SlipVote("a", 71, AT)},
        {"t2": SlipVote("a", 70)},
        {"t2": SlipVote("a", 70, AT), "t3": SlipVote("a", 70, AT)},
    ],
    ids=[
        "none",
        "another theory",
        "another second",
        "not as sure",
        "without a time",
        "half of them",
    ],
)
def test_a_slip_of_somebody_else_is_not_ones_own(votes: dict[str, SlipVote]) -> None:
    assert not is_made_of(Slip("any", votes), MINE)
    assert not is_made_of(Slip("any", votes), Ballot())
