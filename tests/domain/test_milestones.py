"""Where dates stand, seen from a day."""

from datetime import date

import pytest

from hearts_tui.content.pack import Pack
from hearts_tui.domain.dates import Standing
from hearts_tui.domain.item import Status
from hearts_tui.domain.milestones import (
    DateGroup,
    by_group,
    happening_today,
    occasion,
    ordinal,
    placed,
    timeline,
)
from hearts_tui.domain.own_dates import OwnDate, own_milestone
from tests.domain.dating import milestone

TODAY = date(2026, 11, 23)


def test_the_timeline_is_in_order_and_yearly_days_stand_at_their_next_time() -> None:
    days = [milestone("every 04-25"), milestone("2022-07-29"), milestone("2021-08")]
    entries = timeline(days, date(2026, 11, 23))
    assert [entry.milestone.id for entry in entries] == [
        "on-2021-08",
        "on-2022-07-29",
        "on-every-04-25",
    ]
    assert [entry.standing for entry in entries] == [Standing.PAST, Standing.PAST, Standing.COMING]


def test_anniversaries_are_numbered() -> None:
    anniversary = milestone("every 07-29", since=2022)
    assert occasion(anniversary, date(2027, 7, 29)) == "A day, the 5th"
    assert occasion(anniversary, date(2022, 7, 29)) == "A day"
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th",
    ]  # fmt: skip


def test_an_anniversary_is_none_before_what_it_remembers() -> None:
    anniversary = milestone("every 07-29", since=2022)
    assert placed(anniversary, date(1990, 1, 1)).when.first == date(2023, 7, 29)
    assert happening_today([anniversary], date(2022, 7, 29)) == []
    assert happening_today([anniversary], date(2023, 7, 29)) == [anniversary]


def test_a_day_happens_once_a_year_at_most_and_a_rumor_never() -> None:
    anniversary, once = milestone("every 07-29"), milestone("2026-07-29")
    rumor = milestone("2026-07-29", Status.RUMOR)
    assert happening_today([anniversary, once, rumor], date(2026, 7, 29)) == [anniversary, once]
    assert happening_today([anniversary, once, rumor], date(2027, 7, 29)) == [anniversary]
    assert happening_today([anniversary, once, rumor], date(2027, 7, 30)) == []


def test_dates_stand_in_groups_and_rumors_with_rumors_whatever_the_clock_says() -> None:
    film = milestone("every 07-29", name="film-anniversary")
    ahead = [film, milestone("every 07-31"), milestone("every 08-25")]
    past = [milestone("2022-07-29"), milestone("2021-08")]
    rumor = milestone("2026-07-29", Status.RUMOR, name="rumor")
    own = own_milestone("own-a", OwnDate("Mine", date(2020, 1, 1)), TODAY)
    for today in (date(2026, 7, 1), date(2026, 7, 29), TODAY):
        groups = by_group([rumor, *ahead, *past, own], today)
        listed = {group: [e.milestone for e in entries] for group, entries in groups.items()}
        assert listed == {
            DateGroup.AHEAD: ahead,
            DateGroup.YOURS: [own],
            DateGroup.RUMORED: [rumor],
            DateGroup.PAST: [*reversed(past)],
        }
        assert list(groups) == list(DateGroup)


@pytest.mark.parametrize("today", [date(1950, 1, 1), date(2026, 7, 28), TODAY, date(2990, 1, 1)])
def test_the_film_s_anniversary_comes_first_and_the_others_by_date(pack: Pack, today: date) -> None:
    first, *others = by_group(pack.milestones, today)[DateGroup.AHEAD]
    assert first.milestone.id == "film-anniversary"
    days = [entry.when.last for entry in others]
    assert len(days) > 1
    assert days == sorted(days)
