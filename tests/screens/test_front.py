"""The entries above the feed: the welcome, and today."""

import re
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Address
from hearts_tui.domain.ballot import Ballot, Kind, cast_vote
from hearts_tui.domain.front_page import theory_of_the_day
from hearts_tui.domain.library import by_address
from hearts_tui.domain.spoilers import SeenFilm, SpoilerFilter
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.welcome import START_HERE
from hearts_tui.widgets.item_page import WELCOME
from hearts_tui.widgets.reader import Reader
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving

WIDE, NORMAL, SMALL = SIZES
QUESTION = "Have you seen the film?"
LAST_TIME = "[visits]\nlast = 2026-11-01T21:04:00Z\n"


def settings(config: Path) -> dict[str, object]:
    file = config / "settings.toml"
    return tomllib.loads(file.read_text()) if file.exists() else {}


def ballot(config: Path) -> dict[str, Any]:
    return tomllib.loads((config / "ballot.toml").read_text())


@pytest.fixture
def question_of_the_day(pack: Pack, now: datetime) -> Theory:
    found = theory_of_the_day(pack.theories, Ballot(), SpoilerFilter(), now, UTC)
    assert found is not None
    return found


def aside(driver: Driver) -> str:
    return driver.app.screen.query_one(".side", Reader).document.plain


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_reader_is_welcomed_with_the_question(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app(first_visit=True), size) as driver:
        assert driver.screen.current == "welcome"
        assert "Purple Hearts" in driver.text
        assert "Cassie sings." in driver.text
        assert QUESTION in driver.text
        assert "Start here" in driver.text


@pytest.mark.parametrize("size", [NORMAL, WIDE, (200, 50)])
async def test_the_welcome_is_one_screen_with_a_face_and_its_links(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app(first_visit=True), size) as driver:
        assert "▄" in driver.text
        for _, _, title in START_HERE:
            assert title in driver.text
        assert "all keys" in driver.text
        for reader in driver.app.screen.query(Reader):
            assert reader.max_scroll_y == 0


async def test_the_title_is_drawn_where_there_is_room(make_app: MakeApp) -> None:
    async with driving(make_app(first_visit=True), (112, 40)) as driver:
        without = driver.text.count("█")
        await driver.resize(*WIDE)
        small = driver.text.count("█")
        assert small > without + 30
        await driver.resize(200, 50)
        assert driver.text.count("█") > small + 30
        await driver.resize(*WIDE)
        assert driver.text.count("█") == small


def test_the_titles_of_the_first_links_are_those_of_the_content(pack: Pack) -> None:
    index = by_address(pack)
    for _, name, title in START_HERE:
        assert index[Address.parse(name)].title == title


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("key", "seen", "thanks"),
    [("y", SeenFilm.YES, "You know the ending!"), ("n", SeenFilm.NOT_YET, "Lucky you")],
)
async def test_the_answer_is_thanked_for_and_kept(
    make_app: MakeApp, config: Path, size: tuple[int, int], key: str, seen: SeenFilm, thanks: str
) -> None:
    async with driving(make_app(first_visit=True), size) as driver:
        await driver.press(key)
        assert QUESTION not in driver.page
        assert thanks in driver.text
        assert driver.app.state.spoiler_filter.seen_film is seen
        assert driver.screen.current == "welcome"
    assert settings(config)["seen_film"] == seen.value


async def test_any_other_key_does_what_it_does(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app(first_visit=True)) as driver:
        await driver.press("5")
        assert driver.screen.listing.section == "theories"
        await driver.press("1", "j")
        assert driver.screen.current == "today"
        await driver.press("j", "y", "n")
        assert driver.screen.current not in ("today", "welcome")
        assert driver.app.state.settings.seen_film is SeenFilm.UNANSWERED
        await driver.press("q")
    assert driver.app.return_code == 0
    assert settings(config) == {}


async def test_y_in_the_filter_is_a_letter(make_app: MakeApp) -> None:
    async with driving(make_app(first_visit=True)) as driver:
        await driver.press("slash", "y")
        assert driver.screen.list_pane.query_text == "y"
        assert driver.app.state.settings.seen_film is SeenFilm.UNANSWERED


@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_tab_goes_from_the_list_to_the_first_link(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app(first_visit=True), size) as driver:
        await driver.press("tab", "enter")
        assert driver.screen.listing.section == "cast"
        assert driver.screen.current == "cassie"
        await driver.press("backspace")
        assert driver.screen.current == "welcome"


async def test_in_a_narrow_window_the_welcome_is_in_front(make_app: MakeApp) -> None:
    async with driving(make_app(first_visit=True), SMALL) as driver:
        await driver.press("tab", "tab", "tab", "tab", "enter")
        assert driver.screen.listing.section == "theories"
        await driver.press("1", "escape")
        assert "So, is the sequel real?" in driver.text


async def test_a_visit_is_kept_and_ends_the_welcome(make_app: MakeApp, config: Path) -> None:
    app = make_app(first_visit=True)
    async with driving(app) as driver:
        file = config / "marks.toml"
        while not file.exists():
            await driver.rest()
    assert tomllib.loads(file.read_text())["visits"]["last"] == app.state.clock()
    async with driving(make_app()) as driver:
        assert driver.screen.listed[0] == "today"
        assert "welcome" not in driver.screen.listed


@pytest.mark.parametrize("size", SIZES)
async def test_today_asks_as_long_as_there_is_no_answer(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app(), size) as driver:
        assert driver.screen.current == "today"
        assert QUESTION in driver.page
        await driver.press("y")
        assert QUESTION not in driver.page
        assert "You know the ending!" in driver.notices
    assert settings(config)["seen_film"] == "yes"


async def test_the_welcome_is_found_again(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        await driver.press("tab")
        while driver.screen.reader.marked_link != WELCOME:
            await driver.press("tab")
        await driver.press("enter")
        assert driver.screen.current == "welcome"
        assert "Start here" in driver.page
        await driver.press("escape", "k")
        assert driver.screen.current == "today"


async def test_the_palette_knows_the_welcome(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("ctrl+p")
        await driver.type("welcome")
        await driver.rest()
        await driver.press("down", "enter")
        assert driver.screen.listing.section == "news"
        assert driver.screen.current == "welcome"


@pytest.mark.parametrize("size", SIZES)
async def test_today_tells_what_the_day_holds(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text('seen_film = "yes"\n')
    async with driving(make_app(now="2027-04-25T12:00:00Z"), size) as driver:
        told = driver.page + (aside(driver) if size == WIDE else "")
        assert told.startswith("Sunday, April 25\nFilm's 5th anniversary in 94 days\n")
        assert "On this day\n· Anniversary of the novel, the 10th" in told
        assert "10 years ago: The novel is published" in told
        assert ("One to read" if size == WIDE else "Read") in told
        assert ("Song of the day" if size == WIDE else "Song") in told
        assert "v votes · 21 left" in told
        assert ("Coming up" in told) == (size == WIDE)
        assert ("Face of the day" in told) == (size != SMALL)
        assert ("Meet" in told) == (size != WIDE)


async def test_an_earlier_vote_takes_its_theory_off_the_day(
    make_app: MakeApp, question_of_the_day: Theory
) -> None:
    async with driving(make_app()) as driver:
        assert question_of_the_day.title in driver.page
        state = driver.app.state
        earlier = state.clock() - timedelta(days=1)
        vote = cast_vote(None, question_of_the_day.options[0].id, earlier)
        state.ballot = state.ballot.with_entry(Kind.VOTE, question_of_the_day.id, vote)
        await driver.press("2", "1")
        assert question_of_the_day.title not in driver.page
        assert "20 left" in driver.page


@pytest.mark.parametrize("size", SIZES)
async def test_the_theory_of_the_day_is_voted_on_by_number(
    make_app: MakeApp, config: Path, question_of_the_day: Theory, size: tuple[int, int]
) -> None:
    first, second, *_ = question_of_the_day.options
    async with driving(make_app(), size) as driver:
        await driver.press("l", "v")
        assert "○ 1  " in driver.text
        assert f"○ 2  {second.text}" in driver.text
        await driver.press("9", "2")
        told = driver.page + (aside(driver) if size == WIDE else "")
        assert f"◉ {second.text} 70%" in told
        assert f"○ {first.text}\n" in told
        assert "v changes it · 20 left" in told
        assert driver.notices == f"Saved: {second.text}, 70%. u undoes it."
        assert driver.screen.listing.section == "news"
        await driver.press("v")
        assert f"◉ 2  {second.text}" in driver.text
        await driver.press("k", "enter")
        assert ballot(config)["votes"][question_of_the_day.id]["option"] == first.id
        await driver.press("5")
        assert "voted on 1 of 21" in driver.caption


async def test_a_vote_on_today_is_undone_there(
    make_app: MakeApp, config: Path, question_of_the_day: Theory
) -> None:
    async with driving(make_app()) as driver:
        await driver.press("u")
        assert driver.notices == "Nothing to undo."
        await driver.press("v", "1", "u")
        assert driver.notices == "Undone. Now: no vote."
        assert "◉" not in driver.page
        await driver.press("v", "escape")
        assert "◉" not in driver.page
    assert question_of_the_day.id not in ballot(config).get("votes", {})


async def test_a_vote_is_undone_on_any_page_and_what_came_later_goes_first(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app()) as driver:
        await driver.press("j", "v", "1", "M", "k")
        assert ballot(config)["votes"]
        await driver.press("u")
        assert driver.notices == "Unread again."
        await driver.press("j", "u")
        assert driver.notices == "Undone. Now: no vote."
        await driver.press("u")
        assert driver.notices == "Nothing to undo."
    assert not ballot(config).get("votes")


async def test_a_page_of_the_news_takes_a_vote_on_the_theory_that_it_is_about(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app()) as driver:
        driver.screen.open_at("no-public-confirmation")
        await driver.press("v")
        assert "Is the sequel real?" in driver.text
        await driver.press("1")
        assert list(ballot(config)["votes"]) == ["t21"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_welcome_takes_a_vote_on_what_it_leads_to(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app(first_visit=True), size) as driver:
        assert "Wedding film or divorce drama?  v" in driver.page
        await driver.press("v", "1")
        assert "You say: Wedding film, 70%" in driver.page
        assert driver.screen.current == "welcome"
    assert ballot(config)["votes"]["t01"]["option"] == "wedding"


async def test_the_key_that_votes_stands_at_the_foot(make_app: MakeApp) -> None:
    async with driving(make_app(first_visit=True)) as driver:
        assert "v vote" in driver.text.splitlines()[-1]


async def test_where_nothing_can_be_saved_today_says_so(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "ballot.toml").write_text("format = 99\n")
    async with driving(make_app()) as driver:
        await driver.press("v")
        assert "ballot.toml" in driver.notices
        assert "○ 1  " not in driver.text


async def test_where_all_is_called_today_leads_to_the_score(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        state = driver.app.state
        for theory in state.library.theories:
            vote = cast_vote(None, theory.options[0].id, state.clock() - timedelta(days=1))
            state.ballot = state.ballot.with_entry(Kind.VOTE, theory.id, vote)
        await driver.press("2", "1")
        assert "All called! Press 5, then c: your score." in driver.page
        await driver.press("v")
        assert driver.notices == "Nothing to vote on today. 5 shows all theories."


async def test_what_is_read_is_not_picked_again(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        state = driver.app.state
        pick = re.search("(?m)^Read(.*)", driver.page)[1]
        state.marks = state.marks.with_read(map(str, state.index), read=True)
        await driver.press("2", "1")
        assert "\nRead" not in driver.page
        assert pick not in driver.page


async def test_no_hidden_page_is_picked(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        assert "░" not in driver.page


@pytest.mark.parametrize("size", SIZES)
async def test_what_came_about_since_the_last_visit_stands_on_today(
    make_app: MakeApp, config: Path, content_copy: Path, size: tuple[int, int]
) -> None:
    config.mkdir()
    (config / "marks.toml").write_text(LAST_TIME)
    news, theories = content_copy / "news.toml", content_copy / "theories.toml"
    head, first, second, rest = news.read_text().split("[[news]]", 3)
    first, second = f"\nchanged = 2026-11-20{first}", f"\nchanged = 2026-10-20{second}"
    news.write_text("[[news]]".join([head, first, second, rest]))
    told = 'changed = 2026-11-21\noutcome = "neither"\nid = "t01"'
    theories.write_text(theories.read_text().replace('id = "t01"', told, 1))
    async with driving(make_app(content=content_copy), size) as driver:
        await driver.until("1 new · 1 date · 1 resolved")
        assert driver.screen.current == "today"
        assert "Since your last visit, Nov 1, 2026" in driver.page
        assert "· New: So, is the sequel real?" in driver.page
        assert "· Nov 11, 2026: Veterans Day" in driver.page
        assert "· Resolved: Wedding film or divorce drama?" in driver.page
        await driver.press("slash")
        await driver.type("wedding")
        assert "today" not in driver.screen.listed


async def test_nothing_new_says_nothing(make_app: MakeApp) -> None:
    async with driving(make_app()) as driver:
        assert "Since your last visit" not in driver.page


async def test_today_covers_what_is_hidden(
    make_app: MakeApp, config: Path, content_copy: Path
) -> None:
    for file in content_copy.glob("*.toml"):
        text = re.sub(r'(?m)^spoiler = "\w+"', 'spoiler = "sequel"', file.read_text())
        file.write_text(re.sub(r'(?m)^(title|summary) = "', r'\1 = "zqz', text))
    config.mkdir()
    (config / "settings.toml").write_text('sequel_rumors = "hide"\n')
    (config / "marks.toml").write_text(LAST_TIME)
    async with driving(make_app(content=content_copy), WIDE) as driver:
        assert "What's your call?" in aside(driver)
        assert "Since your last visit" in driver.page
        assert "░" in driver.page
        assert "zqz" not in driver.page + aside(driver)


async def test_on_the_day_itself_today_says_so(make_app: MakeApp) -> None:
    async with driving(make_app(now="2027-07-29T12:00:00Z")) as driver:
        assert driver.page.startswith("Thursday, July 29\nToday: film's 5th anniversary\n")


@pytest.mark.parametrize("size", [NORMAL, WIDE])
async def test_what_there_is_to_read_has_a_sign_where_it_is_not_simply_so(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    for now, sign in (("2026-11-23T12:00:00Z", "✗ debunked"), ("2026-11-25T12:00:00Z", "")):
        async with driving(make_app(now=now), size) as driver:
            assert "✓" not in driver.page
            assert ("✗ debunked" in driver.page) == bool(sign)
