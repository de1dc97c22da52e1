"""The countdown by keyboard."""

import asyncio
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hearts_tui.widgets.big_digits import BigDigits
from hearts_tui.widgets.header import Header
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving

RUMORED_DATE = "Jul 29, 2026"
CLAIMS = ("premiere", "out now", "released", "streaming", "premieres")


def clock(driver: Driver) -> str:
    """Return what the large digits show, as text."""
    return driver.screen.query_one(BigDigits).value


def panel(driver: Driver) -> str:
    names = ("panel-title", "panel-progress", "panel-line", "panel-sequel")
    return "\n".join(driver.shown(f".{name}") for name in names)


def header(driver: Driver) -> Sequence[str]:
    return driver.screen.query_one(Header).countdown.named


def lines_of(driver: Driver, title: str) -> list[str]:
    """Return the lines of the list from a title on."""
    lines = [line[: driver.screen.item_list.region.right] for line in driver.text.splitlines()]
    top = driver.screen.item_list.region.y
    start = next(n for n, line in enumerate(lines) if n >= top and title in line)
    return lines[start:]


@pytest.mark.parametrize("size", SIZES)
async def test_the_film_s_anniversary_is_on_the_clock_at_first(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("countdown"), size) as driver:
        assert "Anniversary of the film, the 5th" in panel(driver)
        assert "247 d 12:00:00 · Jul 29, 2027" in panel(driver)
        assert driver.screen.current == "film-anniversary"
        assert "◆ Anniversary of the film" in driver.text
        assert "Jul 29, 2027 · in 247 days" in driver.text
        assert header(driver)[0] == "film's 5th anniversary in 247 days"


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (120, "film's 5th anniversary in 247 days"),
        (90, "film's 5th in 247 d"),
        (80, "film's 5th in 247 d"),
        (62, "film's 5th anniversary in 247 days"),
        (40, "in 247 days"),
        (30, "247 d"),
    ],
)
async def test_the_header_says_what_comes_in_as_many_words_as_fit(
    make_app: MakeApp, columns: int, told: str
) -> None:
    async with driving(make_app("news"), (columns, 24)) as driver:
        line = driver.text.split("\n")[0]
        assert line.endswith(f" {told} ")


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("sofia-carson-birthday", "birthday in 137 d"),
        ("nicholas-galitzine-birthday", "birthday in 309 d"),
        ("purple-heart-day", "Purple Heart: 256 d"),
        ("veterans-day", "Veterans Day: 352 d"),
        ("novel-anniversary", "novel's 10th: 152 d"),
    ],
)
async def test_in_a_usual_window_the_header_names_whatever_comes(
    make_app: MakeApp, config: Path, target: str, told: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(f"countdown = '{target}'\n")
    async with driving(make_app("news")) as driver:
        assert driver.text.splitlines()[0].endswith(f" {told} ")


async def test_header_list_page_and_clock_tell_the_same(make_app: MakeApp) -> None:
    app = make_app("countdown", now="2027-04-24T06:00:00Z")
    async with driving(app, (80, 50)) as driver:
        assert clock(driver) == "95 days 18 hours 00 minutes 00 seconds"
        assert "film's 5th in 95 d" in driver.text.splitlines()[0]
        assert "in 95 days" in lines_of(driver, "Anniversary of the film")[1]
        assert "Jul 29, 2027, in 95 days." in driver.page
        assert "tomorrow" in lines_of(driver, "Anniversary of the novel")[1]


@pytest.mark.parametrize("size", SIZES)
async def test_enter_puts_a_date_on_the_clock_and_it_stays(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("countdown"), size) as driver:
        await driver.press("j", "enter")
        assert "Counting down to Sofia Carson's birthday." in driver.notices
        assert driver.screen.focused is driver.screen.item_list
        assert "137 d 12:00:00 · Apr 10, 2027" in panel(driver)
        assert header(driver)[0] == "Carson's birthday in 137 days"
        driver.app.clear_notifications()
        await driver.rest()
        assert "◆ Sofia Carson's birthday" in driver.text
        await driver.press("5")
        assert header(driver)[0] == "Carson's birthday in 137 days"
    saved = tomllib.loads((config / "settings.toml").read_text())
    assert saved["countdown"] == "sofia-carson-birthday"
    async with driving(make_app("countdown"), size) as driver:
        assert driver.screen.current == "sofia-carson-birthday"
        assert "Apr 10, 2027" in panel(driver)


async def test_l_and_right_and_tab_go_to_the_page(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("countdown"), (40, 12)) as driver:
        for key in ("l", "right", "tab"):
            await driver.press("j", key)
            assert driver.screen.focused is driver.screen.reader
            await driver.press("escape")
    assert not (config / "settings.toml").exists()


async def test_where_nothing_is_to_be_counted_enter_opens_the_page_and_says_why(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("countdown")) as driver:
        driver.screen.item_list.place("sequel-date")
        await driver.press("enter")
        assert "Only a rumor, so no countdown." in driver.notices
        assert driver.screen.focused is driver.screen.reader
        await driver.press("escape", "G", "enter")
        assert "That day's behind us." in driver.notices
        assert driver.screen.focused is driver.screen.reader
        assert "Anniversary of the film" in panel(driver)
    assert not (config / "settings.toml").exists()


@pytest.mark.parametrize(
    "text", ["countdown = 'gone'\n", "countdown = 'tudum-2025'\n", "countdown = 'sequel-date'\n"]
)
async def test_a_chosen_date_that_is_gone_or_over_gives_way_in_silence(
    make_app: MakeApp, config: Path, text: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(text)
    async with driving(make_app("countdown")) as driver:
        assert "Anniversary of the film" in panel(driver)
        assert driver.notices == ""
    assert (config / "settings.toml").read_text() == text


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-07-01T12:00:00Z", f"Sequel: rumored for {RUMORED_DATE}."),
        ("2026-07-29T12:00:00Z", f"Sequel: rumored for {RUMORED_DATE}."),
        ("2026-11-23T12:00:00Z", "Date passed; press e if you know more."),
    ],
)
async def test_the_rumored_date_claims_nothing_whatever_the_clock_says(
    make_app: MakeApp, now: str, told: str
) -> None:
    async with driving(make_app("countdown", now=now)) as driver:
        assert told in panel(driver)
        assert "Anniversary of the film" in panel(driver)
        driver.screen.item_list.place("sequel-date")
        driver.screen.show_current()
        facts = driver.page.split("Related")[0]
        is_over = now.startswith("2026-11")
        assert ("passed." if is_over else "reported date.") in facts
        assert ("check Netflix" in facts) == is_over
        assert "day" not in facts.split("Rumored for July")[0].replace("Rumored date", "")
        for claim in CLAIMS:
            assert claim not in (panel(driver) + facts).lower()


@pytest.mark.parametrize("size", SIZES)
async def test_a_date_of_one_s_own_is_added_and_counted_down_to(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    async with driving(make_app("countdown"), size) as driver:
        await driver.press("a")
        await driver.type("Watch party")
        await driver.press("enter")
        await driver.type("2027-02-3")
        assert "Not a real date" not in driver.text
        await driver.type("0")
        assert "Not a real date. Use YYYY-MM-DD, such" in driver.text
        await driver.press("enter", "enter")
        assert "Not a real date. Use YYYY-MM-DD, such" in driver.text
        await driver.press(*["backspace"] * 2)
        assert "Not a real date" not in driver.text
        assert "Enter: next line." in driver.text
        await driver.type("14")
        await driver.press("enter", "enter")
        assert "Added. Enter counts down to it." in driver.notices
        assert driver.screen.item.title == "Watch party"
        mine, detail = lines_of(driver, "Watch party")[:2]
        assert "yours" in mine
        assert "Feb 14, 2027 · in 82 days" in detail
        assert "Anniversary of the film" in panel(driver)
        await driver.press("enter")
        assert "82 d 12:00:00 · Feb 14, 2027" in panel(driver)
        assert header(driver)[0] == "Watch party in 82 days"
    saved = tomllib.loads((config / "settings.toml").read_text())
    ((key, own),) = saved["dates"].items()
    assert own == {"name": "Watch party", "day": datetime(2027, 2, 14).date()}
    assert saved["countdown"] == f"own-{key}"
    async with driving(make_app("countdown"), size) as driver:
        assert "Watch party" in panel(driver)


async def test_a_yearly_date_counts_its_years(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("countdown")) as driver:
        await driver.press("a")
        await driver.type("First viewing")
        await driver.press("enter")
        await driver.type("2022-08-01")
        await driver.press("enter", "j", "enter", "enter")
        assert "First viewing, the 5th, Aug 1, 2027" in panel(driver)
    assert "yearly = true" in (config / "settings.toml").read_text()


async def test_escape_and_an_empty_name_add_nothing(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("countdown")) as driver:
        await driver.press("a", "ctrl+s")
        assert "What's the day? Give it a name." in driver.text
        await driver.type("Party")
        await driver.press("escape")
        assert "Party" not in driver.text
    assert not (config / "settings.toml").exists()


@pytest.fixture
def with_own_dates(config: Path) -> Path:
    config.mkdir()
    (config / "settings.toml").write_text(
        "# mine\ncountdown = 'own-a'\n\n[dates.a]\nname = 'Party'\nday = 2027-02-14 # at Ann's\n"
        "\n[dates.b]\nname = 'Long ago'\nday = 2020-02-14\n"
    )
    return config / "settings.toml"


async def test_a_date_of_one_s_own_is_changed(make_app: MakeApp, with_own_dates: Path) -> None:
    async with driving(make_app("countdown")) as driver:
        await driver.press("E")
        assert "Change your date" in driver.text
        await driver.type("!")
        await driver.press("ctrl+s")
        assert "Party!, Feb 14, 2027" in panel(driver)
    text = with_own_dates.read_text()
    assert 'name = "Party!"\nday = 2027-02-14' in text
    assert text.startswith("# mine\n")
    assert "'Long ago'" in text


async def test_a_date_is_deleted_and_brought_back(make_app: MakeApp, with_own_dates: Path) -> None:
    async with driving(make_app("countdown")) as driver:
        await driver.press("d")
        assert "Deleted Party. u brings it back." in driver.notices
        assert "own-a" not in driver.screen.listed
        assert "Anniversary of the film" in panel(driver)
        assert "a" not in tomllib.loads(with_own_dates.read_text())["dates"]
        await driver.press("u")
        assert driver.screen.current == "own-a"
        assert "Party, Feb 14, 2027" in panel(driver)
        await driver.press("u")
        assert "Nothing to bring back." in driver.notices
        await driver.press("g", "d")
        assert "You can only delete your own dates." in driver.notices
        await driver.press("E")
        assert "You can only edit your own dates." in driver.notices
    assert tomllib.loads(with_own_dates.read_text())["dates"].keys() == {"a", "b"}


@pytest.mark.parametrize("size", SIZES)
async def test_a_day_of_the_sequel_that_can_not_be_is_told_while_it_is_typed(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("countdown"), size) as driver:
        await driver.press("e", "j", "enter")
        await driver.type("2027-13")
        assert "Not a real date." in driver.text
        await driver.press("backspace")
        assert "Not a real date." not in driver.text
        assert "Date (YYYY-MM-DD)." in driver.text


async def test_what_is_noted_of_the_sequel_is_listed_counted_and_told_in_its_theory(
    make_app: MakeApp, config: Path
) -> None:
    async with driving(make_app("countdown")) as driver:
        await driver.press("e")
        assert "Heard anything about the sequel?" in driver.text
        await driver.press("j", "enter")
        await driver.type("soon")
        await driver.press("enter")
        assert "Not a real date. Use YYYY-MM-DD, such as 2027-02-14." in driver.text
        await driver.press(*["backspace"] * 4)
        await driver.type("2027-02-14")
        await driver.press("enter")
        assert "Sequel, your date: Feb 14, 2027, in 82 days." in panel(driver)
        assert driver.screen.current == "sequel-note"
        driver.app.clear_notifications()
        await driver.rest()
        assert "in 82 days" in lines_of(driver, "Your date for the sequel")[1]
        await driver.press("enter")
        assert header(driver)[0] == "Your date for the sequel in 82 days"
        await driver.press("5", "G")
        assert "your date: Feb 14, 2027" in driver.page
    assert 'outcome = "new date"' in (config / "settings.toml").read_text()
    async with driving(make_app("countdown")) as driver:
        assert "Your date for the sequel, Feb 14, 2027" in panel(driver)
        await driver.press("e", "G", "enter")
        assert "you noted that it's canceled." in panel(driver)
        assert "sequel-note" not in driver.screen.listed
        assert "Anniversary of the film" in panel(driver)
        await driver.press("e", "g", "enter")
        assert f"rumored for {RUMORED_DATE}" in panel(driver)


async def test_escape_leaves_the_user_s_word_as_it_was(make_app: MakeApp, config: Path) -> None:
    async with driving(make_app("countdown")) as driver:
        await driver.press("e", "j", "enter", "escape")
        assert "your date" not in panel(driver)
    assert not (config / "settings.toml").exists()


async def test_dates_stand_under_headings(make_app: MakeApp) -> None:
    async with driving(make_app("countdown"), (80, 120)) as driver:
        headings = ["Coming up", "Only rumored", "The story so far"]
        places = [driver.text.index(heading) for heading in headings]
        assert places == sorted(places)
        assert driver.screen.listed[:6] == [
            "film-anniversary",
            "sofia-carson-birthday",
            "novel-anniversary",
            "purple-heart-day",
            "nicholas-galitzine-birthday",
            "veterans-day",
        ]
        assert driver.caption == "◆ on the clock · 24 dates"


async def test_the_line_of_years_has_labels_and_shows_the_cursor(make_app: MakeApp) -> None:
    async with driving(make_app("countdown")) as driver:
        line = next(line for line in driver.text.splitlines() if "│" in line and "•─" in line)
        assert "◆" in line
        assert "◇" not in line
        assert "2017  2018" in driver.text
        await driver.press("G")
        assert "◇" in driver.text


async def test_the_seconds_run_with_a_running_clock(make_app: MakeApp) -> None:
    app = make_app("countdown")
    started = app.state.clock()
    async with driving(app) as driver:
        before = clock(driver)
        app.state.clock = lambda: started.replace(second=5)
        async with asyncio.timeout(10):
            while clock(driver) == before:
                await driver.rest()
        assert clock(driver) == "247 days 11 hours 59 minutes 55 seconds"


async def test_with_less_motion_there_are_no_seconds(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text("motion = 'less'\n")
    async with driving(make_app("countdown")) as driver:
        assert clock(driver) == "247 days 12 hours 00 minutes"


async def test_at_midnight_all_distances_and_the_header_are_told_anew(make_app: MakeApp) -> None:
    app = make_app("countdown", now="2027-07-28T23:59:58Z")
    async with driving(app) as driver:
        assert "tomorrow" in lines_of(driver, "Anniversary of the film")[1]
        app.state.clock = lambda: datetime(2027, 7, 29, 0, 0, 1, tzinfo=UTC)
        await driver.until("Five years ago today")
        assert header(driver)[0] == "film's 5th anniversary is today"
        assert "Jul 29, 2027 · today" in driver.text
        app.state.clock = lambda: datetime(2027, 7, 30, 0, 0, 1, tzinfo=UTC)
        await driver.until("the 6th, Jul 29, 2028")
        assert header(driver)[0] == "film's 6th anniversary in 364 days"


@pytest.mark.parametrize("size", SIZES)
async def test_the_day_itself_is_celebrated(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("countdown", now="2027-07-29T09:00:00Z"), size) as driver:
        assert "Five years ago today" in driver.text
        assert "Anniversary of the film, the 5th" in driver.text
        if size != (40, 12):
            assert "One song   I Didn't Know" in driver.text
            assert "One scene  " in driver.text


async def test_the_scene_of_the_day_tells_no_plot_before_the_film_was_seen(
    make_app: MakeApp, config: Path
) -> None:
    now = "2029-07-29T09:00:00Z"
    async with driving(make_app("countdown", now=now), (120, 40)) as driver:
        assert "Her music has plans" not in driver.text
    config.mkdir(exist_ok=True)
    (config / "settings.toml").write_text("seen_film = 'yes'\n")
    async with driving(make_app("countdown", now=now), (120, 40)) as driver:
        title = next(line for line in driver.text.splitlines() if "One scene" in line)
        scene = next(p for p in driver.app.state.library.film if p.title in title)
        assert scene.summary.split()[0] in driver.text


async def test_a_birthday_is_named_and_celebrated_when_it_is_on_the_clock(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("countdown", now="2027-04-10T09:00:00Z")) as driver:
        assert "Today: Sofia Carson's birthday. Next: Anniversary of the film" in panel(driver)
        assert "♡ Sofia Carson's birthday" in driver.text
        await driver.press("j", "enter")
        assert "Today's the day" in driver.text


@pytest.mark.parametrize(("motion", "moves"), [("full", True), ("less", False)])
async def test_the_heart_breathes_only_where_things_may_move(
    make_app: MakeApp, config: Path, motion: str, moves: bool
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(f"motion = '{motion}'\n")
    app = make_app("countdown", now="2027-07-29T09:00:00Z")
    started = app.state.clock()
    async with driving(app) as driver:
        looks = set()
        for seconds in range(16):
            app.state.clock = lambda seconds=seconds: started + timedelta(seconds=seconds)
            driver.screen._tick()
            await driver.rest()
            strips = driver.app.screen._compositor.render_strips()
            looks.add(str([segment for strip in strips for segment in strip]))
        assert len(looks) == (2 if moves else 1)


@pytest.mark.parametrize("now", ["1900-01-02T00:00:00Z", "2999-12-31T23:59:59Z"])
@pytest.mark.parametrize("size", SIZES)
async def test_a_clock_that_is_years_off_is_borne(
    make_app: MakeApp, now: str, size: tuple[int, int]
) -> None:
    async with driving(make_app("countdown", now=now), size) as driver:
        assert "Anniversary of the film" in panel(driver)
        assert "the 1st" in panel(driver) or "the 978th" in panel(driver)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dates = 1\n", "line 1: dates is 1, not a table"),
        ("[dates.a]\nname = 'x'\n", "line 1: dates.a has no day"),
        ("[dates.a]\nday = 2027-02-14\n", "line 1: dates.a has no name"),
        ("[dates.a]\nname = 'x'\nday = 'soon'\n", "line 3: dates.a.day is 'soon', not a date such"),
        ("[dates.a]\nname = 'x'\nday = 0001-01-01\n", "dates.a.day is 0001-01-01, not a date"),
        ("[dates.a]\nname = 'x'\nday = 2027-02-14T00:00:00Z\n", "from 1900 to 2999"),
        ("[sequel]\noutcome = 'new date'\nday = 9999-12-31\n", "sequel.day is 9999-12-31; a date"),
        ("[sequel]\noutcome = 'out'\nday = 0001-01-01\n", "sequel.day is 0001-01-01; a date"),
        ("countdown = 5\n", "line 1: countdown is 5; a name such as 'film-anniversary'"),
    ],
)
async def test_what_can_t_be_used_in_the_file_is_told_and_stays(
    make_app: MakeApp, config: Path, text: str, told: str
) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(text)
    async with driving(make_app("countdown")) as driver:
        assert told in driver.notices
        assert "Anniversary of the film" in panel(driver)
    assert (config / "settings.toml").read_text() == text


async def test_own_dates_with_strange_names_are_borne(make_app: MakeApp, config: Path) -> None:
    config.mkdir()
    (config / "settings.toml").write_text(
        "[dates.film-anniversary]\nname = '[red]x[/]'\nday = 2026-11-23\nyearly = true\n"
        f"[dates.'']\nname = '{'long ' * 500}'\nday = 2999-12-31\n"
        "[dates.\"\\u001b[2J\"]\nname = ''\nday = 1900-01-01\n"
    )
    async with driving(make_app("countdown"), (80, 60)) as driver:
        assert "[red]x[/]" in driver.text
        assert "Your date" in driver.text
        assert "Dec 31, 2999" in driver.text
        await driver.press("d")
        assert "film-anniversary" in driver.screen.listed
