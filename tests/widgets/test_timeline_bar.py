"""The line of years."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hearts_tui.widgets.timeline_bar import CURRENT, OTHER, TARGET, TODAY, timeline_bar

DAYS = st.dates(date(1900, 1, 1), date(3000, 12, 31))


@given(st.lists(DAYS), st.none() | DAYS, st.none() | DAYS, DAYS, st.integers(9, 300))
def test_the_line_fits_and_shows_what_is_counted_down_to(
    days: list[date], current: date | None, target: date | None, today: date, width: int
) -> None:
    line, labels = timeline_bar(days, current, target, today, width)
    assert len(line) == len(labels) == width
    assert line.count(TARGET) == (target is not None)
    assert line.count(CURRENT) <= 1
    assert line.count(TODAY) <= 1
    assert line.count(OTHER) <= len(days)
    assert "today" in labels
    years = [int(word) for word in labels.replace("today", " ").split()]
    assert years == sorted(years)


def test_days_lie_in_order_over_the_years() -> None:
    today = date(2026, 11, 23)
    year = timedelta(days=365)
    line, labels = timeline_bar([today - 9 * year], today + year, today + 2 * year, today, 78)
    assert line.index(OTHER) < line.index(TODAY) < line.index(CURRENT) < line.index(TARGET)
    assert labels.split()[:3] == ["2017", "2018", "2019"]
    assert labels.split()[-1] == "2028"
    assert abs(labels.index("today") + 2 - line.index(TODAY)) <= 1


def test_years_without_room_for_all_labels_have_round_ones() -> None:
    today = date(2026, 11, 23)
    _, labels = timeline_bar([date(1900, 1, 1)], None, None, today, 78)
    assert labels.split()[:3] == ["1900", "1910", "1920"]
    _, labels = timeline_bar([date(2017, 4, 25)], None, date(2028, 1, 1), today, 38)
    assert labels.split() == ["2017", "2020", "2022", "2024", "today"]
