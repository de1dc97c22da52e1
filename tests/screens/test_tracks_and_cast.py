"""The cast by keyboard."""

from pathlib import Path

from tests.conftest import MakeApp
from tests.screens.driving import driving


async def test_a_profile_tells_the_actor_the_film_and_the_relations(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("j")
        assert "Played by Nicholas Galitzine." in driver.page
        await driver.press("enter")
        assert "In the 2022 film" in driver.page
        assert "└─ " in driver.page
        assert "Also mentioned in" in driver.page


async def test_the_film_is_covered_for_who_has_not_seen_it(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('spoilers = "none"\n')
    async with driving(make_app("cast")) as driver:
        await driver.press("j", "j")
        assert driver.screen.current == "frankie"
        await driver.press("enter")
        covered = driver.page
        assert "Spoiler (film). x shows it" in covered
        await driver.press("x")
        assert "Spoiler (film)" not in driver.page
        assert len(driver.page) > 0
        assert driver.page.count("░") < covered.count("░")
