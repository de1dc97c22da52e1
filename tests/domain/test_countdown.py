"""What is counted down to, and how the time left is told."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearts_tui.content.pack import Pack
from hearts_tui.domain.countdown import (
    Remaining,
    chosen_target,
    distance,
    in_header,
    next_target,
    progress,
    remaining,
    target_of,
)
from hearts_tui.domain.dates import midnight
from hearts_tui.domain.header_forms import HeaderForms
from hearts_tui.domain.item import Status
from hearts_tui.domain.milestones import occasion, placed
from tests.domain.dating import milestone

BERLIN = ZoneInfo("Europe/Berlin")
HONOLULU = ZoneInfo("Pacific/Honolulu")
FILM = milestone("every 07-29", since=2022, name="film-anniversary")
NOVEL = milestone("every 04-25", since=2017, name="novel")


def away(when: str, now: datetime, status: Status = Status.CONFIRMED) -> str:
    return distance(placed(milestone(when, status), now.date()), now, UTC)


def test_the_film_s_anniversary_is_counted_down_to_until_another_date_is_chosen(
    now: datetime,
) -> None:
    days = [NOVEL, FILM, milestone("2026-12-24", name="eve"), milestone("2022-07-29")]
    for chosen, expected in (
        ("film-anniversary", FILM),
        ("novel", NOVEL),
        ("on-2022-07-29", FILM),
        ("no-such-date", FILM),
        ("", FILM),
    ):
        target = chosen_target(days, chosen, now, UTC)
        assert target is not None
        assert target.milestone is expected
    eve = chosen_target([NOVEL, days[2]], "gone", now, UTC)
    assert eve is not None
    assert eve.milestone.id == "eve"
    assert chosen_target([], "novel", now, UTC) is None


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.CONFIRMED])
def test_a_claim_is_never_counted_down_to_even_before_its_date(status: Status) -> None:
    before = datetime(2026, 7, 28, 12, tzinfo=UTC)
    assert next_target([milestone("2026-07-29", status)], before, UTC) is None


def test_a_month_or_a_season_is_never_counted_down_to() -> None:
    before = datetime(2020, 1, 1, tzinfo=UTC)
    vague = [milestone("2021-08"), milestone("2026-summer"), milestone("2023")]
    assert next_target(vague, before, UTC) is None


def test_an_hour_on_record_is_counted_to_the_hour_in_any_zone() -> None:
    launch = datetime(2022, 7, 29, 7, tzinfo=UTC)
    before = datetime(2022, 7, 28, 7, tzinfo=UTC)
    for zone in (UTC, BERLIN, HONOLULU):
        target = next_target([milestone("2022-07-29", moment=launch)], before, zone)
        assert target is not None
        assert remaining(before, target.moment) == Remaining(0, 1, 0, 0, 0)


def test_a_plain_day_begins_at_midnight_where_the_user_is() -> None:
    now = datetime(2026, 7, 28, 12, tzinfo=UTC)
    for zone, hours in ((UTC, 12), (BERLIN, 10), (HONOLULU, 22)):
        target = next_target([FILM], now, zone)
        assert target is not None
        assert remaining(now, target.moment) == Remaining(0, 0, hours, 0, 0)


def test_on_its_own_day_a_date_is_today_and_the_count_goes_on_after_it() -> None:
    for zone, hour in ((UTC, 12), (BERLIN, 0), (HONOLULU, 23)):
        now = datetime(2027, 7, 29, hour, tzinfo=zone)
        target = target_of(FILM, now, zone)
        assert target is not None
        assert target.day == date(2027, 7, 29)
        after = target_of(FILM, midnight(date(2027, 7, 30), zone), zone)
        assert after is not None
        assert after.day == date(2028, 7, 29)
    once = milestone("2026-12-24")
    assert target_of(once, datetime(2026, 12, 24, 23, 59, tzinfo=UTC), UTC) is not None
    assert target_of(once, datetime(2026, 12, 25, tzinfo=UTC), UTC) is None


def test_the_hour_that_a_clock_change_takes_is_counted() -> None:
    saturday_noon = datetime(2027, 3, 27, 12, tzinfo=BERLIN)
    monday = midnight(date(2027, 3, 29), BERLIN)
    assert remaining(saturday_noon, monday) == Remaining(0, 1, 11, 0, 0)


def test_whole_years_are_split_off() -> None:
    now = datetime(2020, 2, 29, 12, tzinfo=UTC)
    assert remaining(now, datetime(2023, 3, 1, 13, tzinfo=UTC)) == Remaining(3, 1, 1, 0, 0)
    assert remaining(now, now) == Remaining(0, 0, 0, 0, 0)


@given(
    st.datetimes(datetime(1950, 1, 1), datetime(2900, 1, 1)),
    st.integers(0, 4_000_000_000),
)
def test_the_units_add_up_to_the_whole(start: datetime, seconds: int) -> None:
    now = start.replace(tzinfo=UTC, microsecond=0)
    left = remaining(now, now + timedelta(seconds=seconds))
    assert left.hours < 24
    assert left.minutes < 60
    assert left.seconds < 60
    assert left.days < (367 if left.years else 1_000)
    rest = left.days * 86_400 + left.hours * 3600 + left.minutes * 60 + left.seconds
    assert 0 <= seconds - rest - left.years * 365 * 86_400 <= (left.years // 4 + 2) * 86_400


@given(
    st.datetimes(datetime(1950, 1, 1), datetime(2900, 1, 1)),
    st.sampled_from([UTC, BERLIN, HONOLULU]),
)
def test_header_list_and_clock_agree_at_every_moment(naive: datetime, zone: ZoneInfo) -> None:
    now = naive.replace(tzinfo=zone)
    target = target_of(FILM, now, zone)
    assert target is not None
    listed = distance(placed(FILM, now.date()), now, zone)
    header = in_header(target, now, zone).named[0]
    left = remaining(now, target.moment)
    assert header.endswith(listed)
    if target.day == now.date():
        assert listed == "today"
    elif left.days or left.years:
        assert str(left.years or left.days) in listed.replace(",", "")
    else:
        assert listed == "tomorrow"


def test_the_header_says_what_comes_in_forms_that_shrink(now: datetime) -> None:
    film = replace(FILM, short="film's {} anniversary", shortest="film's {}")
    assert in_header(target_of(film, now, UTC), now, UTC) == HeaderForms(
        [
            "film's 5th anniversary in 247 days",
            "film's 5th in 247 days",
            "film's 5th in 247 d",
            "film's 5th: 247 d",
        ],
        ["in 247 days", "247 days", "247 d"],
    )
    far = milestone("2034-12-01")
    bare = in_header(target_of(far, now, UTC), now, UTC).bare
    assert bare == ["in 8 years", "8 years", "8 y"]
    eve = datetime(2027, 7, 28, 1, tzinfo=UTC)
    assert in_header(target_of(FILM, eve, UTC), eve, UTC) == HeaderForms(
        ["A day tomorrow"], ["tomorrow"]
    )
    day = datetime(2027, 7, 29, 1, tzinfo=UTC)
    assert in_header(target_of(FILM, day, UTC), day, UTC) == HeaderForms(
        ["A day is today"], ["today"]
    )
    assert in_header(None, day, UTC) == HeaderForms()
    wordy = replace(FILM, title="x" * 99)
    assert in_header(target_of(wordy, day, UTC), day, UTC).named == [f"{'x' * 29}… is today"]


def test_progress_runs_from_the_last_time_to_the_next() -> None:
    halfway = datetime(2027, 1, 27, 12, tzinfo=UTC)
    target = target_of(FILM, halfway, UTC)
    assert target is not None
    assert progress(target, halfway) == pytest.approx(0.5, abs=0.01)
    assert progress(target, target.moment) == 1.0


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ("2026-11-23", "today"),
        ("2026-11-24", "tomorrow"),
        ("2026-11-25", "in 1 day"),
        ("2026-11-22", "1 day ago"),
        ("2026-11-21", "2 days ago"),
        ("2027-07-29", "in 247 days"),
        ("2029-08-19", "in 999 days"),
        ("2029-11-24", "in 3 years"),
        ("2025-07-25", "486 days ago"),
        ("2024-02-28", "999 days ago"),
        ("2022-07-29", "4 years ago"),
        ("2017-11-23", "9 years ago"),
        ("2017-11-24", "8 years ago"),
        ("2026-summer", "passed"),
        ("2026", "this year"),
        ("2026-11", "this month"),
        ("2027", "to come"),
        ("2017", "passed"),
    ],
)
def test_distance_is_told_no_finer_than_the_date_is_known(
    when: str, text: str, now: datetime
) -> None:
    assert away(when, now) == text


@pytest.mark.parametrize("day", ["2026-07-01", "2026-07-29", "2026-11-23"])
def test_days_are_never_counted_to_or_from_a_mere_rumor(day: str) -> None:
    now = datetime.fromisoformat(f"{day}T12:00:00Z")
    for when in ("2026-07-29", "2026-summer"):
        assert away(when, now, Status.RUMOR) in ("reported date", "passed")


def test_the_bundled_dates_count_as_the_record_says(pack: Pack, now: datetime) -> None:
    by_id = {milestone.id: milestone for milestone in pack.milestones}
    for name, text in (("film-anniversary", "in 247 days"), ("veterans-day", "in 352 days")):
        assert distance(placed(by_id[name], now.date()), now, UTC) == text
    target = chosen_target(pack.milestones, "novel-anniversary", now, UTC)
    assert target is not None
    assert occasion(target.milestone, target.day).endswith("the 10th")
