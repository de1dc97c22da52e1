"""The pick of the day."""

from datetime import date, timedelta

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.daily_pick import daily_pick

ADDRESSES = [Address(Section.FILM, f"page-{number}") for number in range(40)]
DAY = date(2026, 11, 25)


def test_a_day_has_one_pick_in_whatever_order() -> None:
    assert daily_pick(ADDRESSES, DAY) == daily_pick(reversed(ADDRESSES), DAY)
    assert daily_pick([], DAY) is None


def test_reading_others_does_not_change_it() -> None:
    pick = daily_pick(ADDRESSES, DAY)
    left = [address for address in ADDRESSES if address == pick or int(address.id[5:]) % 2]
    assert daily_pick(left, DAY) == pick


def test_days_differ() -> None:
    picks = {daily_pick(ADDRESSES, DAY + timedelta(days=number)) for number in range(60)}
    assert len(picks) > len(ADDRESSES) / 2
