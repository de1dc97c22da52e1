from datetime import UTC, datetime

import pytest

from hearts_tui.domain.ballot import (
    LONGEST_HISTORY,
    Ballot,
    Kind,
    Verdict,
    Vote,
    cast_vote,
    change_confidence,
    least_confidence,
)

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def vote(option: str, confidence: int) -> Vote:
    return Vote(option, AT, confidence)


@pytest.mark.parametrize(("options", "least"), [(2, 50), (3, 34), (4, 25), (6, 17)])
def test_confidence_moves_in_steps_within_its_bounds(options: int, least: int) -> None:
    assert least_confidence(options) == least
    seen = [70]
    present = vote("a", 70)
    for _ in range(8):
        present = change_confidence(present, 1, AT, options)
        seen.append(present.confidence)
    assert seen == [70, 75, 80, 85, 90, 95, 99, 99, 99]
    for _ in range(20):
        present = change_confidence(present, -1, AT, options)
    assert present.confidence == least
    assert change_confidence(present, -1, AT, options) is present


def test_another_option_starts_afresh() -> None:
    before = Vote("a", AT, 95, "my note", revision=3)
    assert cast_vote(before, "b", AT).confidence == Vote("b").confidence
    assert cast_vote(before, "b", AT).note == ""
    assert cast_vote(before, "b", AT).history[-1].option == "a"


def test_a_changed_vote_remembers_what_it_was_up_to_a_bound() -> None:
    present = cast_vote(None, "a", AT)
    assert present.history == ()
    for option in "bcdefghijklmnop":
        present = cast_vote(present, option, AT)
    assert len(present.history) == LONGEST_HISTORY
    assert present.history[-1].option == "o"


def test_an_entry_is_put_in_and_taken_out() -> None:
    ballot = Ballot().with_entry(Kind.VOTE, "t01", vote("a", 60))
    ballot = ballot.with_entry(Kind.VERDICT, "t01", Verdict("a"))
    assert ballot.entry(Kind.VOTE, "t01") == vote("a", 60)
    assert ballot.entry(Kind.VERDICT, "t01") == Verdict("a")
    assert ballot.with_entry(Kind.VOTE, "t01", None).vote("t01") is None
