from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearts_tui.content.pack import Pack
from hearts_tui.domain.dates import Standing, midnight, parse_milestone_date
from hearts_tui.domain.item import Status
from hearts_tui.domain.milestones import (
    Milestone,
    Remaining,
    distance,
    happening_today,
    next_target,
    occasion,
    ordinal,
    progress,
    remaining,
    timeline,
)
from hearts_tui.domain.spoilers import Spoiler

BERLIN = ZoneInfo("Europe/Berlin")
HONOLULU = ZoneInfo("Pacific/Honolulu")


def milestone(
    when: str,
    status: Status = Status.CONFIRMED,
    *,
    moment: datetime | None = None,
    since: int | None = None,
) -> Milestone:
    return Milestone(
        id=f"on-{when.replace(' ', '-')}",
        title="A day",
        summary="A day.",
        status=status,
        spoiler=Spoiler.NONE,
        sources=("wikipedia",),
        rows=("M01",),
        body="A day.",
        date=parse_milestone_date(when),
        moment=moment,
        since=since,
    )


def test_the_nearest_confirmed_day_is_counted_down_to(now: datetime) -> None:
    days = [milestone("every 07-29"), milestone("every 04-25"), milestone("2022-07-29")]
    target = next_target(days, now, UTC)
    assert target is not None
    assert target.day == date(2027, 4, 25)


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
        target = next_target([milestone("every 07-29")], now, zone)
        assert target is not None
        assert remaining(now, target.moment) == Remaining(0, 0, hours, 0, 0)


def test_on_its_own_day_a_yearly_date_is_today_and_the_count_goes_to_the_next() -> None:
    now = datetime(2027, 7, 29, 12, tzinfo=UTC)
    anniversary = milestone("every 07-29", since=2022)
    target = next_target([anniversary], now, UTC)
    assert target is not None
    assert target.day == date(2028, 7, 29)
    assert happening_today([anniversary], date(2027, 7, 29)) == [anniversary]
    assert happening_today([anniversary], date(2027, 7, 30)) == []


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
    assert left.days < 367
    rest = left.days * 86_400 + left.hours * 3600 + left.minutes * 60 + left.seconds
    assert 0 <= seconds - rest - left.years * 365 * 86_400 <= (left.years // 4 + 2) * 86_400


def test_progress_runs_from_the_last_time_to_the_next() -> None:
    halfway = datetime(2027, 1, 27, 12, tzinfo=UTC)
    target = next_target([milestone("every 07-29")], halfway, UTC)
    assert target is not None
    assert progress(target, halfway) == pytest.approx(0.5, abs=0.01)
    assert progress(target, target.moment) == 1.0


def test_the_timeline_is_in_order_and_yearly_days_stand_at_their_next_time() -> None:
    days = [milestone("every 04-25"), milestone("2022-07-29"), milestone("2021-08")]
    entries = timeline(days, date(2026, 11, 23))
    assert [entry.milestone.id for entry in entries] == [
        "on-2021-08",
        "on-2022-07-29",
        "on-every-04-25",
    ]
    assert [entry.standing for entry in entries] == [Standing.PAST, Standing.PAST, Standing.COMING]


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ("2026-11-23", "today"),
        ("2026-11-24", "in 1 day"),
        ("2026-11-21", "2 days ago"),
        ("2027-07-29", "in 248 days"),
        ("2017-04-25", "3,499 days ago"),
        ("2026-summer", "passed"),
        ("2026", "this year"),
        ("2026-11", "this month"),
        ("2027", "to come"),
    ],
)
def test_distance_is_told_no_finer_than_the_date_is_known(when: str, text: str) -> None:
    today = date(2026, 11, 23)
    (entry,) = timeline([milestone(when)], today)
    assert distance(entry, today) == text


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ("2022-07-29", "4 years ago"),
        ("2017-11-23", "9 years ago"),
        ("2017-11-24", "8 years ago"),
        ("2030-11-24", "in 4 years"),
        ("2025-07-25", "486 days ago"),
        ("2024-02-28", "999 days ago"),
        ("2017", "passed"),
    ],
)
def test_a_far_distance_is_told_in_whole_years_where_asked(when: str, text: str) -> None:
    today = date(2026, 11, 23)
    (entry,) = timeline([milestone(when)], today)
    assert distance(entry, today, in_years=True) == text


@pytest.mark.parametrize("today", [date(2026, 7, 1), date(2026, 7, 29), date(2026, 11, 23)])
def test_days_are_never_counted_to_or_from_a_mere_claim(today: date) -> None:
    (entry,) = timeline([milestone("2026-07-29", Status.REPORTED)], today)
    assert distance(entry, today) in ("to come", "this day", "passed")


def test_anniversaries_are_numbered() -> None:
    anniversary = milestone("every 07-29", since=2022)
    assert occasion(anniversary, date(2027, 7, 29)) == "A day, the 5th"
    assert occasion(anniversary, date(2022, 7, 29)) == "A day"
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th",
    ]  # fmt: skip


def test_the_bundled_dates_count_as_the_record_says(pack: Pack, now: datetime) -> None:
    by_id = {entry.milestone.id: entry for entry in timeline(pack.milestones, now.date())}
    assert len(by_id) == 21
    assert distance(by_id["film-anniversary"], now.date()) == "in 248 days"
    assert distance(by_id["veterans-day"], now.date()) == "in 353 days"
    target = next_target(pack.milestones, now, UTC)
    assert target is not None
    assert occasion(target.milestone, target.day).endswith("the 10th")
