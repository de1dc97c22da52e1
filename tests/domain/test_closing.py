from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from hearts_tui.domain.ballot import (
    CANT_BE_TOLD,
    Ballot,
    Kind,
    OwnTheory,
    PastVote,
    Verdict,
    Vote,
    with_note,
)
from hearts_tui.domain.closing import Closed, is_in_time, standing_vote, why_closed
from hearts_tui.domain.score import settled
from tests.domain.theory_values import theory

DAY = date(2027, 2, 14)
NOON = datetime(2027, 2, 14, 12, tzinfo=UTC)
LAST_MOMENT = datetime(2027, 2, 15, 11, 59, 59, tzinfo=UTC)
CLOSING = datetime(2027, 2, 15, 12, tzinfo=UTC)


def test_a_day_of_voting_ends_where_it_ends_last() -> None:
    assert is_in_time(DAY, LAST_MOMENT)
    assert not is_in_time(DAY, CLOSING)
    samoa = timezone(timedelta(hours=-11))
    assert is_in_time(DAY, datetime(2027, 2, 14, 23, 59, tzinfo=samoa))
    assert not is_in_time(DAY, datetime(2027, 2, 15, 1, 0, tzinfo=samoa))


def test_without_a_day_every_time_will_do_and_with_one_an_unknown_time_does_not() -> None:
    assert is_in_time(None, None)
    assert is_in_time(None, CLOSING)
    assert not is_in_time(DAY, None)


def test_a_time_without_a_zone_is_taken_for_utc() -> None:
    assert is_in_time(DAY, LAST_MOMENT.replace(tzinfo=None))
    assert not is_in_time(DAY, CLOSING.replace(tzinfo=None))


def test_the_last_day_of_the_calendar_closes_nothing() -> None:
    assert is_in_time(date.max, CLOSING)


@pytest.mark.parametrize("outcome", ["a", CANT_BE_TOLD])
def test_a_verdict_closes_and_taking_it_back_opens(outcome: str) -> None:
    ballot = Ballot({"t1": Vote("a", NOON)})
    assert why_closed(theory(), ballot, NOON) is None
    decided = ballot.with_entry(Kind.VERDICT, "t1", Verdict(outcome))
    assert why_closed(theory(), decided, NOON) is Closed.DECIDED
    assert why_closed(theory(), decided.with_entry(Kind.VERDICT, "t1", None), NOON) is None


def test_why_a_theory_is_closed() -> None:
    dated = theory(closes=DAY)
    assert why_closed(dated, Ballot(), LAST_MOMENT) is None
    assert why_closed(dated, Ballot(), CLOSING) is Closed.PAST_DATE
    assert why_closed(theory(outcome="b"), Ballot(), NOON) is Closed.DECIDED
    archived = Ballot(theories={"t1": OwnTheory("Will they?", (), retired=True)})
    assert why_closed(theory(), archived, NOON) is Closed.ARCHIVED


def test_what_stood_on_the_last_day_counts() -> None:
    history = (
        PastVote("a", 60, NOON - timedelta(days=2), 1),
        PastVote("b", 80, NOON, 2),
        PastVote("c", 90, CLOSING, 3),
    )
    late = Vote("c", CLOSING + timedelta(days=1), 99, "a note", 4, history)
    ballot = Ballot({"t1": late})
    assert standing_vote(theory(), ballot) == late
    standing = standing_vote(theory(closes=DAY), ballot)
    assert standing == Vote("b", NOON, 80, "a note", 2)
    (result,) = settled([theory(closes=DAY, outcome="c")], ballot)
    assert (result.right, result.confidence) == (False, 80)


def test_who_voted_only_afterwards_has_no_score() -> None:
    ballot = Ballot({"t1": Vote("c", CLOSING, 99)})
    assert standing_vote(theory(closes=DAY), ballot) is None
    assert settled([theory(closes=DAY, outcome="c")], ballot) == []


def test_a_vote_that_was_changed_after_the_verdict_does_not_count() -> None:
    past = (PastVote("b", 80, NOON, 1),)
    later = NOON + timedelta(hours=2)
    verdict = Verdict("c", NOON + timedelta(hours=1), 2)
    ballot = Ballot({"t1": Vote("c", later, 99, revision=3, history=past)}, {"t1": verdict})
    (result,) = settled([theory()], ballot)
    assert (result.right, result.confidence) == (False, 80)
    assert (
        settled([theory()], Ballot({"t1": Vote("c", later, 99, revision=3)}, {"t1": verdict})) == []
    )


def test_a_note_after_the_verdict_changes_no_score() -> None:
    vote = with_note(Vote("b", NOON, 80, revision=3), "told you")
    ballot = Ballot({"t1": vote}, {"t1": Verdict("b", NOON + timedelta(hours=1), 2)})
    (result,) = settled([theory()], ballot)
    assert result.right


def test_a_verdict_that_was_taken_back_leaves_the_vote_open_to_change() -> None:
    vote = Vote("c", NOON, 99, revision=4)
    ballot = Ballot({"t1": vote}, {"t1": Verdict("c", NOON + timedelta(hours=1), 5)})
    assert standing_vote(theory(), ballot) == vote
