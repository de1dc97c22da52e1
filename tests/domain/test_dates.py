from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearts_tui.domain.dates import (
    Precision,
    Standing,
    When,
    Yearly,
    fault_of_typed_day,
    parse_day,
    parse_milestone_date,
    parse_when,
    time_of_day,
)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "shown"),
    [
        ("2022-07-29", date(2022, 7, 29), date(2022, 7, 29), Precision.DAY, "Jul 29, 2022"),
        ("2021-08", date(2021, 8, 1), date(2021, 8, 31), Precision.MONTH, "Aug 2021"),
        ("2021-12", date(2021, 12, 1), date(2021, 12, 31), Precision.MONTH, "Dec 2021"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH, "Feb 2024"),
        ("2026-summer", date(2026, 6, 1), date(2026, 8, 31), Precision.SEASON, "summer 2026"),
        ("2026-winter", date(2026, 12, 1), date(2026, 12, 31), Precision.SEASON, "winter 2026"),
        ("2023", date(2023, 1, 1), date(2023, 12, 31), Precision.YEAR, "2023"),
    ],
)
def test_a_date_is_known_no_finer_than_it_was_written(
    text: str, first: date, last: date, precision: Precision, shown: str
) -> None:
    when = parse_when(text)
    assert (when.first, when.last, when.precision) == (first, last, precision)
    assert str(when) == shown


@pytest.mark.parametrize(
    "text", ["", "soon", "2022-13", "2022-02-30", "22-07-29", "2026-monsoon", "٢٠٢٢", "every 07-29"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|month"):
        parse_when(text)


def test_a_typed_day_is_read() -> None:
    assert parse_day("2027-02-14") == date(2027, 2, 14)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2027-02-30", "2027-02", "20270214", "2027-2-14", "1066-10-14", "9999-12-31"],
)
def test_a_typed_day_that_is_none_is_answered_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"^Not a real date. Use YYYY-MM-DD, such as 2027-02-14.$"):
        parse_day(text)


@pytest.mark.parametrize(
    "text", ["", "2", "2027", "2027-", "2027-0", "2027-02", "2027-02-", "2027-02-2", "2027-02-14 "]
)
def test_a_day_may_be_half_typed(text: str) -> None:
    assert fault_of_typed_day(text) == ""


@pytest.mark.parametrize(
    "text", ["s", "20270", "2027-13", "2027-2-", "2027-02-4", "2027-02-30", "1066-10-14"]
)
def test_a_day_that_can_not_become_one_is_told_while_it_is_typed(text: str) -> None:
    assert fault_of_typed_day(text) == "Not a real date. Use YYYY-MM-DD, such as 2027-02-14."


def test_a_month_is_now_from_its_first_day_to_its_last() -> None:
    month = parse_when("2025-11")
    assert month.standing(date(2025, 10, 31)) is Standing.COMING
    assert month.standing(date(2025, 11, 1)) is Standing.NOW
    assert month.standing(date(2025, 11, 30)) is Standing.NOW
    assert month.standing(date(2025, 12, 1)) is Standing.PAST


def test_a_day_is_past_only_on_the_day_after() -> None:
    day = parse_when("2026-07-29")
    assert day.standing(date(2026, 7, 28)) is Standing.COMING
    assert day.standing(date(2026, 7, 29)) is Standing.NOW
    assert day.standing(date(2026, 7, 30)) is Standing.PAST


def test_a_yearly_day_comes_back() -> None:
    anniversary = parse_milestone_date("every 07-29")
    assert isinstance(anniversary, Yearly)
    assert anniversary.next_on_or_after(date(2026, 11, 23)) == date(2027, 7, 29)
    assert anniversary.next_on_or_after(date(2027, 7, 29)) == date(2027, 7, 29)
    assert anniversary.last_before(date(2027, 7, 29)) == date(2026, 7, 29)
    assert str(anniversary) == "every Jul 29"


def test_a_leap_day_falls_on_the_28th_in_common_years() -> None:
    leap_day = Yearly(2, 29)
    assert leap_day.next_on_or_after(date(2024, 2, 1)) == date(2024, 2, 29)
    assert leap_day.next_on_or_after(date(2024, 3, 1)) == date(2025, 2, 28)
    assert leap_day.next_on_or_after(date(2100, 1, 1)) == date(2100, 2, 28)


def test_a_yearly_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        parse_milestone_date("every 02-30")


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.dates())
def test_the_next_occurrence_is_within_a_year_and_never_before(today: date, day: date) -> None:
    upcoming = Yearly(day.month, day.day).next_on_or_after(today)
    assert 0 <= (upcoming - today).days <= 366
    assert (upcoming.month, upcoming.day) in ((day.month, day.day), (2, 28))


@given(st.dates())
def test_every_day_reads_back_as_itself(day: date) -> None:
    assert parse_when(day.isoformat()) == When(day, day, Precision.DAY)


@pytest.mark.parametrize(
    ("hour", "written"),
    [(0, "12:04 am"), (1, "1:04 am"), (11, "11:04 am"), (12, "12:04 pm"), (23, "11:04 pm")],
)
def test_a_time_of_day_is_written_in_either_way(hour: int, written: str) -> None:
    moment = datetime(2026, 11, 23, hour, 4, tzinfo=UTC)
    assert time_of_day(moment, half_days=True) == written
    assert time_of_day(moment) == f"{hour:02}:04"
