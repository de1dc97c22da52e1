"""The countdown and the timeline by keyboard."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import Digits

from tests.conftest import MakeApp
from tests.screens.driving import Driver, driving

CLAIMED_DATE = "29 Jul 2026"


def hero(driver: Driver) -> str:
    names = ("hero-title", "hero-line", "hero-progress", "hero-sequel")
    return "\n".join(driver.shown(f".{name}") for name in names)


async def test_the_next_real_date_is_counted_down_to(make_app: MakeApp) -> None:
    async with driving(make_app("countdown")) as driver:
        assert "Anniversary of the novel, the 10th, 25 Apr 2027" in hero(driver)
        assert "152 d 12:00:00" in hero(driver)
        digits = [digits.value for digits in driver.screen.query(Digits) if digits.display]
        assert digits[-4:] == ["152", "12", "00", "00"]
        assert "your time (UTC)" in hero(driver)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-07-01T12:00:00Z", f"reported for {CLAIMED_DATE}; unconfirmed."),
        ("2026-07-29T12:00:00Z", f"reported for {CLAIMED_DATE}; unconfirmed."),
        ("2026-11-23T12:00:00Z", f"reported for {CLAIMED_DATE}; passed, outcome not known here."),
    ],
)
async def test_the_sequel_s_date_is_told_as_what_it_is(
    make_app: MakeApp, now: str, told: str
) -> None:
    async with driving(make_app("countdown", now=now)) as driver:
        assert told in hero(driver)
        for claim in ("premiere", "out now", "released", "streaming"):
            assert claim not in hero(driver).lower()


@pytest.mark.parametrize("now", ["2026-06-01T12:00:00Z", "2026-07-28T12:00:00Z"])
async def test_no_clock_makes_the_claimed_date_a_countdown(make_app: MakeApp, now: str) -> None:
    async with driving(make_app("countdown", now=now)) as driver:
        title = hero(driver).splitlines()[0]
        assert "sequel" not in title.lower()
        assert "Anniversary of the film" in title
        await driver.press("slash")
        await driver.type("reported date")
        await driver.press("enter")
        assert driver.screen.current == "sequel-date"
        assert "to come" in driver.page
        assert "does not know what" in driver.page or "not an appointment" in driver.page
        assert " days" not in driver.page.split("Sources")[0]


async def test_on_an_anniversary_the_day_is_named_and_the_next_date_counted(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("countdown", now="2027-07-29T12:00:00Z")) as driver:
        assert "Today: Anniversary of the film, the 5th." in hero(driver)
        assert "Next: Veterans Day" in hero(driver)


async def test_the_user_s_own_word_is_kept(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("countdown")) as driver:
        await driver.press("e", "j", "enter")
        await driver.type("soon")
        await driver.press("enter")
        assert "soon is no day. One looks like 2027-02-14." in driver.text
        await driver.press(*["backspace"] * 4)
        await driver.type("2027-02-14")
        await driver.press("enter")
        assert "you wrote down a new date, 14 Feb 2027." in hero(driver)
    assert 'outcome = "new date"' in (config / "settings.toml").read_text()
    async with driving(make_app("countdown")) as driver:
        assert "you wrote down a new date, 14 Feb 2027." in hero(driver)
        await driver.press("e", "G", "enter")
        assert "you wrote down that it was cancelled." in hero(driver)
        await driver.press("e", "g", "enter")
        assert "outcome not known here" in hero(driver)


async def test_escape_leaves_the_user_s_word_as_it_was(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("countdown")) as driver:
        await driver.press("e", "j", "enter", "escape")
        assert "you wrote down" not in hero(driver)
    assert not (config / "settings.toml").exists()


async def test_all_milestones_stand_in_order_and_open_at_the_next(make_app: MakeApp) -> None:
    async with driving(make_app("countdown")) as driver:
        assert driver.caption == "○ to come · 21 in all"
        assert driver.screen.current == "novel-anniversary"


async def test_the_seconds_run_with_a_running_clock(make_app: MakeApp) -> None:
    app = make_app("countdown")
    started = app.state.clock()
    async with driving(app) as driver:
        before = hero(driver)
        app.state.clock = lambda: started.replace(second=5)
        async with asyncio.timeout(10):
            while hero(driver) == before:
                await driver.rest()
        assert "152 d 11:59:55" in hero(driver)


async def test_at_midnight_the_next_date_and_all_distances_are_told_anew(make_app: MakeApp) -> None:
    app = make_app("countdown", now="2027-04-24T23:59:58Z")
    async with driving(app) as driver:
        assert "Anniversary of the novel, the 10th, 25 Apr 2027" in hero(driver)
        app.state.clock = lambda: datetime(2027, 4, 25, 0, 0, 1, tzinfo=UTC)
        await driver.until("Today: Anniversary of the novel, the 10th.")
        assert "Next: Anniversary of the film" in hero(driver)
        assert "to come" not in driver.page.split("Among")[0]
