"""Values of the user's files that can't be used: every screen opens, and says so once."""

from pathlib import Path

import pytest

from tests.conftest import MakeApp
from tests.screens.driving import driving

HUGE = "0x" + "f" * 4000


@pytest.mark.parametrize(
    ("value", "zone"),
    [
        ("0001-01-01T00:00:00Z", "America/New_York"),
        ("9999-12-31T23:59:59Z", "Pacific/Kiritimati"),
        (HUGE, "UTC"),
        ("[[{ a = nan }]]", "UTC"),
    ],
)
async def test_every_screen_opens_whatever_the_files_hold(
    make_app: MakeApp, config: Path, value: str, zone: str
) -> None:
    config.mkdir()
    (config / "marks.toml").write_text(
        f"[visits]\nlast = {value}\n[marks.'news/a']\nread = {value}\nrating = {value}\n"
    )
    (config / "ballot.toml").write_text(
        f"revision = {value}\n[votes.t01]\noption = 'wedding'\nat = {value}\nnote = {value}\n"
        f"confidence = {value}\n[verdicts.t02]\noutcome = 'x'\nat = {value}\n"
    )
    (config / "settings.toml").write_text(
        f"zone = '{zone}'\ntheme = {value}\n[sequel]\noutcome = 'new date'\nday = {value}\n"
        f"[keys]\nquit = {value}\n"
    )
    async with driving(make_app()) as driver:
        for name in ("marks", "ballot", "settings"):
            assert f"{name}.toml, line " in driver.notices
        for key in ("2", "3", "4", "5"):
            await driver.press(key, "j")
        await driver.press("k", "tab", "enter", "S", "escape")
    assert driver.app.crash == ""


async def test_thousands_of_keys_that_name_no_action_are_told_of_together(
    make_app: MakeApp, config: Path
) -> None:
    config.mkdir()
    keys = "".join(f"k{number} = 'x'\n" for number in range(50_000))
    (config / "settings.toml").write_text(f"[keys]\n{keys}")
    async with driving(make_app()) as driver:
        assert driver.notices.count("is no action") == 3
        assert "49,997 more keys in settings.toml can't be used either." in driver.notices
