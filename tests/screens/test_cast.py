"""The cast by keyboard: the list, the profiles and the ties between people."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from hearts_tui.content.pack import Pack
from hearts_tui.domain.spoilers import SequelRumors, Spoiler, SpoilerFilter
from hearts_tui.screens.ties import Ties
from hearts_tui.widgets.document import Document
from hearts_tui.widgets.item_list import Heading
from hearts_tui.widgets.item_page import HOW_WE_KNOW
from hearts_tui.widgets.reader import Reader
from tests.conftest import MakeApp
from tests.screens.driving import SIZES, Driver, driving

WIDE, USUAL, NARROW = SIZES


def everything(driver: Driver) -> str:
    """Return the text of the page, of the side pane too where there is one."""
    pages = [driver.page]
    if driver.screen.split_view.wide:
        pages.append(driver.screen.side.document.plain)
    return "\n".join(pages)


def place_in(text: str, *parts: str) -> Sequence[int]:
    """Return where each part stands in a text that has them all."""
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts
    return places


def has_seen_the_film(config: Path) -> None:
    """Write settings that hide nothing."""
    config.mkdir(exist_ok=True)
    (config / "settings.toml").write_text('seen_film = "yes"\nsequel_rumors = "show"\n')


@pytest.mark.parametrize("size", SIZES)
async def test_a_profile_tells_the_role_the_actor_the_story_and_the_ties(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("cast"), size) as driver:
        await driver.press("j", "enter")
        told = everything(driver)
        places = place_in(
            told, "Luke Morrow", "Marine, Lance Corporal", "Played by", "Nicholas Galitzine"
        )
        assert list(places) == sorted(places)
        place_in(told, "In the film", "Connections", "Sources: ")


async def test_a_part_in_doubt_says_so_beside_its_heading(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        assert "Her father  ~ rumor" in driver.page
        assert "In the book\n" in driver.page


@pytest.mark.parametrize("size", SIZES)
async def test_who_is_confirmed_carries_no_sign(
    make_app: MakeApp, config: Path, size: tuple[int, int]
) -> None:
    has_seen_the_film(config)
    async with driving(make_app("cast"), size) as driver:
        for _ in range(len(driver.screen.listed) - 1):
            assert "✓" not in driver.text + everything(driver)
            await driver.press("j")
        assert driver.screen.current == "bailey-zimmerman"
        assert "~ rumor" in driver.page


async def test_those_of_whom_there_are_rumors_stand_under_a_heading_of_their_own(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("cast")) as driver:
        rows = list(driver.screen.listing.rows(driver.screen.list_pane.shown))
        assert [row.text for row in rows if isinstance(row, Heading)] == [
            "Characters",
            "Who made it",
            "Rumored",
        ]
        assert rows[-2:] == [Heading("Rumored"), "bailey-zimmerman"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_up_at_the_top_ends_on_the_first_person(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with driving(make_app("cast"), size) as driver:
        await driver.press("ctrl+d", "ctrl+u", "ctrl+u")
        assert driver.screen.current == "cassie"


@pytest.mark.parametrize(
    ("query", "caption"),
    [
        ("", "12 characters · 16 makers"),
        ("peaches", "1 character"),
        ("seabee", "nothing matches"),
        ("cinderella", "1 maker"),
        ("enlisted", "2 characters"),
        ("up-and-coming", "1 rumored"),
    ],
)
async def test_the_caption_counts_what_is_listed(
    make_app: MakeApp, config: Path, query: str, caption: str
) -> None:
    has_seen_the_film(config)
    async with driving(make_app("cast")) as driver:
        await driver.press("slash")
        await driver.type(query)
        assert driver.caption == caption


async def test_the_film_is_hidden_from_who_has_not_seen_it(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("j", "j")
        assert driver.screen.current == "frankie"
        await driver.press("enter")
        assert "In the film\n░░░ hidden film plot · x shows it\n" in driver.page
        await driver.press("x")
        assert "hidden film plot" not in driver.page
        assert "Cassie asks Frankie to marry her" in driver.page
        await driver.press("x")
        assert "hidden film plot" in driver.page


@pytest.mark.parametrize("size", SIZES)
async def test_a_hidden_passage_takes_one_line(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("cast"), size) as driver:
        await driver.press("G", "enter", *(["space"] if size == NARROW else []))
        hidden = "░░░ hidden sequel rumor · x shows it"
        story = driver.page.partition("Connections")[0]
        assert [line for line in story.splitlines() if "░" in line] == [hidden, hidden]
        assert hidden in driver.text


# The ties.


@pytest.mark.parametrize("size", SIZES)
async def test_ties_are_a_tree_by_what_they_are(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("cast"), size) as driver:
        await driver.press("enter")
        tree = everything(driver)
        tree = tree[tree.index("┌─") :]
        assert "│ Cassie Salazar │\n├─" in tree
        assert "├─ Love\n│  └─ fake-married to Luke Morrow\n" in tree
        assert "├─ Family\n│  └─ daughter of Marisol Salazar\n" in tree
        assert "├─ Made by\n│  ├─ played by Sofia Carson\n│  └─ created by Tess Wakefield" in tree


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("cassie", "3 more ties are hidden. x shows them."),
        ("jacob-senior", "1 more tie is hidden. x shows it."),
        ("bailey-zimmerman", "2 ties are hidden. x shows them."),
    ],
)
async def test_hidden_ties_are_counted_in_one_line(make_app: MakeApp, name: str, line: str) -> None:
    async with driving(make_app("cast")) as driver:
        driver.screen.open_at(name)
        assert f"└─ {line}" in driver.page
        await driver.press("x")
        assert "hidden" not in driver.page.partition("Connections")[2].partition("Related")[0]


def test_a_tie_to_somebody_whose_name_is_hidden_is_hidden(pack: Pack) -> None:
    people = [
        replace(person, spoiler=Spoiler.SEQUEL) if person.id == "riley" else person
        for person in pack.people
    ]
    frankie = next(person for person in people if person.id == "frankie")
    shown = Ties(frankie, people, SpoilerFilter())
    assert "sweetheart of Riley" in Document(shown.drawn()).plain
    hidden = Ties(frankie, people, SpoilerFilter(sequel_rumors=SequelRumors.HIDE))
    assert "Riley" not in Document(hidden.drawn()).plain
    assert "1 more tie is hidden" in Document(hidden.drawn()).plain
    assert "cast/riley" not in map(str, hidden.linked)


async def test_the_arrows_walk_the_ties_and_enter_opens_one(make_app: MakeApp) -> None:
    async with driving(make_app("cast"), WIDE) as driver:
        side = driver.screen.side
        await driver.press("shift+tab")
        assert driver.screen.focused is side
        side.mark_link(0)
        await driver.press("j", "up", "j", "down")
        await driver.press("enter")
        assert driver.screen.current == "frankie"
        assert isinstance(driver.screen.focused, Reader)


async def test_beyond_the_last_link_the_arrows_scroll(make_app: MakeApp) -> None:
    async with driving(make_app("cast"), (110, 20)) as driver:
        driver.screen.open_at("toby")
        side = driver.screen.side
        await driver.press("tab", "tab")
        driver.screen.split_view.focus_pane(side)
        await driver.press(*["down"] * 40)
        assert side.scroll_offset.y == side.max_scroll_y > 0
        await driver.press(*["up"] * 40)
        assert side.scroll_offset.y == 0


async def test_in_a_story_the_arrows_scroll_until_a_link_is_marked(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("enter", "down")
        assert driver.screen.reader.scroll_offset.y == 1
        await driver.press("tab", *["down"] * 9, "enter")
        assert driver.screen.current == "luke"


@pytest.mark.parametrize("size", SIZES)
async def test_tab_reaches_a_tie(make_app: MakeApp, size: tuple[int, int]) -> None:
    async with driving(make_app("cast"), size) as driver:
        driver.screen.open_at("armando")
        pane = driver.screen.side if size == WIDE else driver.screen.reader
        driver.screen.split_view.focus_pane(pane)
        await driver.press(*["tab"] * (pane.document.links.index("cast/frankie") + 1), "enter")
        assert driver.screen.current in {"frankie", "luke"}


async def test_enter_is_offered_where_a_link_is_marked(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("enter")
        assert "Tab next link" in driver.text
        await driver.press("tab")
        assert "Enter open" in driver.text


async def test_what_the_ties_lead_to_is_not_listed_again(make_app: MakeApp) -> None:
    async with driving(make_app("cast"), WIDE) as driver:
        side = driver.screen.side.document
        assert side.links.count("cast/luke") == 1
        assert "tracks/come-back-home" in side.links


# Those who made it.


async def test_the_page_of_a_maker_begins_with_where_one_knows_them_from(
    make_app: MakeApp,
) -> None:
    async with driving(make_app("cast")) as driver:
        driver.screen.open_at("elizabeth-allen-rosenbaum")
        places = place_in(
            driver.page,
            "Director",
            "Where you know them from\nAquamarine",
            "On Purple Hearts\nElizabeth Allen Rosenbaum directed",
            "Behind the scenes",
            "Connections",
            "Sources",
        )
        assert list(places) == sorted(places)
        assert driver.page.count("Where you know them from") == 1


async def test_a_page_with_a_rumor_leads_to_the_page_that_checks_it(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        assert HOW_WE_KNOW in driver.document.links
        driver.screen.open_at("armando")
        assert HOW_WE_KNOW not in driver.document.links


async def test_a_rating_stands_in_the_list_and_under_the_name(make_app: MakeApp) -> None:
    async with driving(make_app("cast")) as driver:
        await driver.press("plus", "plus")
        assert driver.text.count("★★") >= 2
    async with driving(make_app("cast")) as driver:
        assert driver.page.splitlines()[1].startswith("★★")
