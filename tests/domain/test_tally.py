"""The tally of a group, against a plain model that counts by hand."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearts_tui.domain.ballot import Vote
from hearts_tui.domain.comparison import Comparison, compare
from hearts_tui.domain.score import brier
from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.domain.tally import Hidden, OptionTally, Tally, relative_score, tally
from hearts_tui.domain.voters import record_of
from tests.domain.theory_values import theory

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
CLOSES = date(2026, 11, 23)
TOO_LATE = AT + timedelta(days=1)

votes = st.builds(
    SlipVote,
    option=st.sampled_from("abcx"),
    at=st.sampled_from([AT, TOO_LATE, None]),
    confidence=st.integers(1, 99),
)
slips = st.builds(Slip, st.text(max_size=3), st.dictionaries(st.sampled_from(["t1", "t2"]), votes))
groups = st.lists(slips, max_size=12)
mine = st.none() | st.builds(Vote, st.sampled_from("abc"), st.just(AT), st.integers(1, 99))


def plain(group: Sequence[Slip], own: Vote | None, *, closes: bool) -> dict[str, list[int]]:
    """Return the confidences by option of all votes that count, counted the long way."""
    found: dict[str, list[int]] = {"a": [], "b": [], "c": []}
    for slip in [
        *group,
        Slip("me", {"t1": SlipVote(own.option, own.confidence, own.at)} if own else {}),
    ]:
        for theory_id, vote in slip.votes.items():
            in_time = not closes or vote.at == AT
            if theory_id == "t1" and vote.option in found and in_time:
                found[vote.option].append(vote.confidence)
    return found


@given(groups, mine, st.booleans())
def test_a_tally_is_what_one_counts_by_hand(
    group: list[Slip], own: Vote | None, closes: bool
) -> None:
    by_hand = plain(group, own, closes=closes)
    count = sum(map(len, by_hand.values()))
    told = tally(theory(closes=CLOSES if closes else None), group, own)
    assert told.voters == count
    if own is None:
        assert told == Tally(count, hidden=Hidden.UNTIL_YOU_VOTE)
    elif count < 3:
        assert told == Tally(count, hidden=Hidden.UNTIL_THREE_HAVE)
    else:
        assert told.hidden is None
        assert [option.option for option in told.options] == ["a", "b", "c"]
        for option in told.options:
            sure = by_hand[option.option]
            assert option.voters == len(sure)
            assert option.confidence == (median(sure) if sure else None)
            assert option.is_mine == (option.option == own.option)


@given(groups, st.randoms())
def test_the_order_of_slips_changes_nothing(group: list[Slip], random: Random) -> None:
    shuffled = list(group)
    random.shuffle(shuffled)
    own = Vote("a", AT)
    assert tally(theory(), group, own) == tally(theory(), shuffled, own)


@given(groups, mine, st.sampled_from("abc"))
def test_a_relative_score_is_measured_against_the_median_of_all(
    group: list[Slip], own: Vote | None, outcome: str
) -> None:
    by_hand = plain(group, own, closes=True)
    scores = [
        brier(Vote(option, AT, sure), "abc", outcome)
        for option, all_sure in by_hand.items()
        for sure in all_sure
    ]
    told = relative_score(theory(closes=CLOSES, outcome=outcome), group, own)
    if own is None or len(scores) < 3:
        assert told is None
    else:
        assert told is not None
        assert told.score == pytest.approx(brier(own, "abc", outcome))
        assert told.median == pytest.approx(median(scores))
        assert told.relative == pytest.approx(told.score - told.median)


def test_without_an_outcome_there_is_no_relative_score() -> None:
    group = [Slip("", {"t1": SlipVote("a", 70, AT)})] * 3
    assert relative_score(theory(), group, Vote("a", AT)) is None
    assert relative_score(theory(outcome="can't be told"), group, Vote("a", AT)) is None


def test_a_vote_of_one_s_own_that_came_too_late_is_not_measured() -> None:
    group = [Slip("", {"t1": SlipVote("a", 70, AT)})] * 3
    closed = theory(closes=CLOSES, outcome="a")
    assert relative_score(closed, group, Vote("a", TOO_LATE)) is None


def test_the_spread_of_three_voters() -> None:
    group = [Slip("mia", {"t1": SlipVote("a", 60, AT)}), Slip("leo", {"t1": SlipVote("b", 90, AT)})]
    assert tally(theory(), group, Vote("a", AT, 75)).options == (
        OptionTally("a", 2, 67.5, is_mine=True),
        OptionTally("b", 1, 90, is_mine=False),
        OptionTally("c", 0, None, is_mine=False),
    )


def side_by_side(ours: str, theirs: str) -> Comparison:
    """Compare two slips, written as an option and a confidence for each theory in turn."""

    def slip(text: str) -> Slip:
        each = ((f"t{n}", word) for n, word in enumerate(text.split()) if word != "-")
        return Slip("", {name: SlipVote(word[0], int(word[1:]), AT) for name, word in each})

    return compare(slip(ours), slip(theirs), [theory(f"t{n}", "ab") for n in range(6)])


def test_two_voters_side_by_side() -> None:
    told = side_by_side("a90 a60 b70 a80 - x50", "b95 b55 b50 - a80 a70")
    assert [pair.theory for pair in told.pairs] == ["t0", "t1", "t2"]
    assert told.agreed == 1
    assert told.biggest_clash is told.pairs[0]
    assert told.closest_call is told.pairs[1]
    assert told.pairs[0].distance == pytest.approx(2 * 0.85**2)
    assert (told.pairs[2].mine.confidence, told.pairs[2].theirs.confidence) == (70, 50)


def test_voters_who_agree_on_all_have_no_clash_and_a_single_one_is_no_close_call() -> None:
    assert side_by_side("a90 b60", "a60 b60").biggest_clash is None
    told = side_by_side("a90 b60", "b60 b60")
    assert told.biggest_clash is told.pairs[0]
    assert told.closest_call is None
    assert side_by_side("", "a50").pairs == ()


@given(slips, slips)
def test_a_comparison_is_the_same_from_the_other_side(one: Slip, other: Slip) -> None:
    board = [theory("t1"), theory("t2")]
    here, there = compare(one, other, board), compare(other, one, board)
    assert here.agreed == there.agreed
    assert [(p.theory, p.mine, p.theirs) for p in here.pairs] == [
        (p.theory, p.theirs, p.mine) for p in there.pairs
    ]
    assert all(0 <= pair.distance <= 2 for pair in here.pairs)


def test_the_record_of_a_voter_counts_what_the_content_decided() -> None:
    slip = Slip("mia", {"t1": SlipVote("a", 80), "t2": SlipVote("b", 60), "t9": SlipVote("a", 70)})
    board = [theory("t1", "ab", outcome="a"), theory("t2", "ab")]
    told = record_of(slip, board)
    assert (told.name, told.votes, told.score) == ("mia", 2, pytest.approx(2 * 0.2**2))
    assert sum(band.votes for band in told.bands) == 1
    assert record_of(slip, [theory("t2")]).score is None


def test_how_sure_and_how_right_a_voter_is() -> None:
    board = [theory(f"t{n}", "ab", outcome="a") for n in range(6)]
    slip = Slip("mia", {f"t{n}": SlipVote("a" if n < 4 else "b", 60 + 10 * n) for n in range(3)})
    told = record_of(slip, board)
    assert (told.settled, told.sure, told.right) == (3, pytest.approx(0.7), None)
    slip = Slip("mia", {f"t{n}": SlipVote("a" if n < 3 else "b", 80) for n in range(5)})
    assert record_of(slip, board).right == pytest.approx(0.6)
    assert record_of(Slip(), board).right is None
