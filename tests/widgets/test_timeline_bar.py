"""The line of years."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hearts_tui.widgets.timeline_bar import HERE, OTHER, TODAY, timeline_bar

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@given(st.lists(DAYS), DAYS, DAYS, st.integers(9, 200))
def test_the_line_fits_and_shows_where_one_is(
    days: list[date], here: date, today: date, width: int
) -> None:
    line, under = timeline_bar(days, here, today, width)
    assert len(line) == len(under) == width
    assert line.count(HERE) == 1
    assert line.count(TODAY) <= 1
    assert line.count(OTHER) <= len(days)


def test_days_lie_in_order() -> None:
    today = date(2026, 11, 23)
    year = timedelta(days=365)
    line, under = timeline_bar([today - 9 * year], today + year, today, 34)
    assert line.index(OTHER) < line.index(TODAY) < line.index(HERE)
    assert under.split() == ["2017", "2027"]
