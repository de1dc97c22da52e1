"""What fell on a day, and what comes next."""

from datetime import date

import pytest

from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.dates import parse_milestone_date, parse_when
from hearts_tui.domain.item import Item, Status
from hearts_tui.domain.library import by_address
from hearts_tui.domain.milestones import Milestone
from hearts_tui.domain.news import News
from hearts_tui.domain.on_this_day import coming_up, on_this_day
from hearts_tui.domain.spoilers import Spoiler

REST = {
    "summary": "",
    "spoiler": Spoiler.NONE,
    "sources": (),
    "rows": (),
    "body": "",
}


def milestone(name: str, when: str, status: Status = Status.CONFIRMED) -> Milestone:
    return Milestone(id=name, title=name, status=status, date=parse_milestone_date(when), **REST)


def news(name: str, when: str, *related: Address) -> News:
    return News(
        id=name,
        title=name,
        status=Status.CONFIRMED,
        date=parse_when(when),
        topic="film",
        related=related,
        **REST,
    )


def index(*items: Milestone | News) -> dict[Address, Item]:
    return {
        Address(Section.NEWS if isinstance(item, News) else Section.COUNTDOWN, item.id): item
        for item in items
    }


def found(day: date, *items: Milestone | News) -> list[tuple[str, int]]:
    return [(one.item.id, one.years) for one in on_this_day(index(*items), day)]


def test_yearly_days_come_first_then_milestones_then_news() -> None:
    items = (
        news("report", "2024-07-29"),
        milestone("trailer", "2022-07-29"),
        milestone("script", "2017-07-29"),
        milestone("birthday", "every 07-29"),
    )
    assert found(date(2027, 7, 29), *items) == [
        ("birthday", 0),
        ("script", 10),
        ("trailer", 5),
        ("report", 3),
    ]


def test_only_the_day_itself_counts() -> None:
    items = (
        milestone("month", "2022-07"),
        milestone("other day", "2022-07-28"),
        milestone("to come", "2028-07-29"),
        milestone("rumored", "2026-07-29", Status.RUMOR),
    )
    assert found(date(2027, 7, 29), *items) == []
    assert found(date(2022, 7, 28), *items) == [("other day", 0)]


def test_news_of_a_milestone_is_not_told_twice() -> None:
    release = Address(Section.COUNTDOWN, "release")
    items = (milestone("release", "2022-07-29"), news("arrives", "2022-07-29", release))
    assert found(date(2023, 7, 29), *items) == [("release", 1)]


@pytest.mark.parametrize(("day", "years"), [(date(2028, 2, 29), 4), (date(2027, 2, 28), 3)])
def test_a_leap_day_is_kept_on_the_last_of_february(day: date, years: int) -> None:
    assert found(day, milestone("leap", "2024-02-29")) == [("leap", years)]


def test_what_comes_next_is_confirmed_and_in_order() -> None:
    items = [
        milestone("far", "2028-01-01"),
        milestone("today", "every 11-25"),
        milestone("birthday", "every 04-10"),
        milestone("gone", "2022-07-29"),
        milestone("rumored", "2027-01-01", Status.RUMOR),
    ]
    coming = [(str(day), one.id) for day, one in coming_up(items, date(2026, 11, 25))]
    assert coming == [
        ("2027-04-10", "birthday"),
        ("2027-11-25", "today"),
        ("2028-01-01", "far"),
    ]


def test_no_rumored_release_is_remembered(pack: Pack) -> None:
    anniversaries = on_this_day(by_address(pack), date(2027, 7, 29))
    assert anniversaries
    assert all(one.item.status is Status.CONFIRMED for one in anniversaries)
    assert "countdown/sequel-date" not in {str(one.address) for one in anniversaries}
