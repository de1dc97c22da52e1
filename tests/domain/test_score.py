from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearts_tui.content.pack import Pack
from hearts_tui.domain.ballot import (
    CANT_BE_TOLD,
    Ballot,
    Verdict,
    Vote,
)
from hearts_tui.domain.score import (
    Settled,
    brier,
    calibration,
    guessing,
    mean,
    settled,
    wilson,
)
from hearts_tui.domain.verdicts import is_settled, outcome_of

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def vote(option: str, confidence: int) -> Vote:
    return Vote(option, AT, confidence)


@pytest.mark.parametrize(
    ("confidence", "outcome", "score"),
    [(80, "a", 0.2**2 + 2 * 0.1**2), (80, "b", 0.8**2 + 0.9**2 + 0.1**2), (50, "a", 0.25 + 0.125)],
)
def test_the_brier_score_of_three_options(confidence: int, outcome: str, score: float) -> None:
    assert brier(vote("a", confidence), ["a", "b", "c"], outcome) == pytest.approx(score)


def test_plain_guessing_scores_the_same_whatever_comes_true() -> None:
    for count in range(2, 7):
        even = [1 / count] * count
        by_hand = sum((p - (n == 0)) ** 2 for n, p in enumerate(even))
        assert guessing(count) == pytest.approx(by_hand)


@given(st.integers(50, 99), st.integers(2, 6))
def test_saying_what_one_believes_is_the_best_one_can_do(belief: int, count: int) -> None:
    options = [str(n) for n in range(count)]

    def expected(stated: int) -> float:
        sure = belief / 100
        others = [brier(vote("0", stated), options, o) for o in options[1:]]
        return sure * brier(vote("0", stated), options, "0") + (1 - sure) * mean(others)

    assert all(expected(belief) <= expected(stated) + 1e-9 for stated in range(50, 100))


@given(st.integers(50, 99), st.integers(2, 6))
def test_scores_lie_between_certain_and_right_and_certain_and_wrong(sure: int, count: int) -> None:
    options = [str(n) for n in range(count)]
    assert 0 <= brier(vote("0", sure), options, "0") <= brier(vote("0", sure), options, "1") <= 2


def test_only_what_was_voted_on_and_turned_out_is_scored(pack: Pack) -> None:
    ballot = Ballot(
        {"t01": vote("wedding", 70), "t02": vote("no-baby", 90), "t03": vote("unknown", 60)},
        {
            "t01": Verdict("divorce"),
            "t02": Verdict(CANT_BE_TOLD),
            "t03": Verdict(pack.theories[2].options[0].id),
            "t04": Verdict(pack.theories[3].options[0].id),
        },
    )
    (result,) = settled(pack.theories, ballot)
    assert (result.theory, result.right, result.confidence) == ("t01", False, 70)
    assert is_settled(pack.theories[1], ballot)
    assert outcome_of(pack.theories[1], ballot) is None
    bands = {(band.least, band.most): (band.votes, band.right) for band in calibration([result])}
    assert bands[(70, 79)] == (1, 0)
    assert sum(votes for votes, _ in bands.values()) == 1


@given(st.integers(1, 99))
def test_every_confidence_has_one_band(confidence: int) -> None:
    (band,) = [
        band
        for band in calibration([Settled("t01", confidence, right=True, score=0.0, guessing=0.5)])
        if band.votes
    ]
    assert band.least <= confidence <= band.most


@pytest.mark.parametrize(
    ("right", "votes", "low", "high"),
    [
        (0, 10, 0.0, 0.2129),
        (5, 10, 0.2693, 0.7307),
        (8, 10, 0.5408, 0.9315),
        (10, 10, 0.7871, 1.0),
    ],
)
def test_the_wilson_interval_of_a_share(right: int, votes: int, low: float, high: float) -> None:
    assert wilson(right, votes) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_the_interval_of_nothing_is_everything() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_what_was_counted_and_narrows_with_more(counted: tuple[int, int]) -> None:
    right, votes = counted
    low, high = wilson(right, votes)
    assert 0 <= low <= right / votes <= high <= 1
    narrower = wilson(right * 4, votes * 4)
    assert narrower[1] - narrower[0] < high - low
    assert wilson(votes - right, votes) == (pytest.approx(1 - high), pytest.approx(1 - low))


def test_bands_with_few_votes_tell_nothing() -> None:
    results = [Settled(str(n), 70, right=n > 0, score=0.0, guessing=0.5) for n in range(5)]
    few, enough = calibration(results[:4])[3], calibration(results)[3]
    assert (few.votes, few.is_telling) == (4, False)
    assert (enough.votes, enough.is_telling) == (5, True)
    assert enough.interval == wilson(4, 5)
