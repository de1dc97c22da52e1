"""A long list is drawn from its beginning, and nothing of it is out of reach."""

from pathlib import Path

import pytest

from hearts_tui.domain.news import newest_first
from tests.conftest import MakeApp
from tests.screens.driving import driving


async def test_all_of_a_long_list_comes_by_itself(make_app: MakeApp, many_news: Path) -> None:
    async with driving(make_app(content=many_news)) as driver:
        item_list = driver.app.screen.query_one("ItemList")
        count = len(driver.app.state.library.news)
        assert len(driver.screen.listed) == count + len(["today"])
        assert item_list.option_count < count  # type: ignore[attr-defined]
        while item_list.option_count < count:  # type: ignore[attr-defined]
            await driver.rest()


@pytest.mark.parametrize("keys", [("G",), ("end",)])
async def test_the_end_is_a_key_away(
    make_app: MakeApp, many_news: Path, keys: tuple[str, ...]
) -> None:
    async with driving(make_app(content=many_news)) as driver:
        last = newest_first(driver.app.state.library.news)[-1]
        await driver.press(*keys)
        assert driver.screen.current == last.id
        assert last.title in driver.text


async def test_an_item_far_below_is_opened(make_app: MakeApp, many_news: Path) -> None:
    async with driving(make_app(content=many_news)) as driver:
        far = newest_first(driver.app.state.library.news)[700]
        driver.screen.open_at(far.id)
        await driver.rest()
        assert driver.screen.current == far.id
        await driver.press("f")
        assert driver.screen.current == far.id
