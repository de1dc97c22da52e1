"""What screens list, without a screen or a window; and the parts that show it, each alone."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Size

from hearts_tui.domain.ballot import Kind, Vote
from hearts_tui.domain.spoilers import SeenFilm
from hearts_tui.domain.storage import StorageError
from hearts_tui.screens.board_listing import BoardListing
from hearts_tui.screens.board_view import BoardView
from hearts_tui.screens.cast_listing import CastListing
from hearts_tui.screens.countdown_listing import CountdownListing
from hearts_tui.screens.film_listing import FilmListing
from hearts_tui.screens.front_pages import TODAY
from hearts_tui.screens.group import GroupPart
from hearts_tui.screens.item_actions import ItemActions
from hearts_tui.screens.list_pane import ListPane
from hearts_tui.screens.listing import Listing
from hearts_tui.screens.marker import Marker
from hearts_tui.screens.messenger import Messenger
from hearts_tui.screens.news_listing import NewsListing
from hearts_tui.screens.portraits import Portraits
from hearts_tui.screens.read_marks import ReadMarks
from hearts_tui.screens.refresher import Refresher
from hearts_tui.screens.state import AppState
from hearts_tui.screens.tracks_listing import TracksListing
from hearts_tui.widgets.item_list import BarCursorList
from tests.conftest import MakeApp

WINDOW = Size(80, 24)


class Host:
    """Stands where a screen is, and writes down what it is asked for."""

    def __init__(self, listing: Listing[Any], current: str | None = None) -> None:
        self.listing = listing
        self.item = listing.find(current)
        self.is_current = True
        self.focused = None
        self.asked: list[str] = []
        self.told: list[str] = []
        self.later: list[Callable[[], None]] = []
        self.work: list[Coroutine[None, None, None]] = []

    def call_after_refresh(self, callback: Callable[[], None]) -> bool:
        self.later.append(callback)
        return True

    def run_worker(self, work: Coroutine[None, None, None]) -> None:
        self.work.append(work)

    def refresh_list(self) -> None:
        self.asked.append("list")

    def show_current(self, *, from_top: bool = True) -> None:
        self.asked.append("page from top" if from_top else "page")

    def show_loaded(self) -> None:
        self.asked.append("all that is loaded")

    def update_clock(self) -> None:
        self.asked.append("clock")

    def refresh_all(self) -> None:
        self.asked.append("all")

    def redraw(self, item: Any) -> None:
        self.asked.append(item.id)

    def tell(self, text: str) -> None:
        self.told.append(text)

    def notify(self, message: str, *, severity: str) -> None:
        self.told.append(f"{severity}: {message}")


def film_of(state: AppState) -> FilmListing:
    listed = [page.id for page in state.library.film]
    return FilmListing(state, lambda: listed, lambda: WINDOW, lambda: False)


def news_of(state: AppState) -> NewsListing:
    read_marks = ReadMarks(state, lambda save: save())
    return NewsListing(state, read_marks, lambda: WINDOW, lambda: False)


def board_of(state: AppState) -> BoardListing:
    pages = CountdownListing(state)  # Any listing: nobody looks at the group here.
    group = GroupPart(state, Host(pages))  # type: ignore[arg-type]
    return BoardListing(state, BoardView(state), group, lambda _: False)


LISTINGS: list[Callable[[AppState], Listing[Any]]] = [
    news_of,
    lambda state: CastListing(state, Portraits(state), lambda: WINDOW),
    lambda state: TracksListing(state, lambda: WINDOW),
    CountdownListing,
    board_of,
    film_of,
]


@pytest.mark.parametrize("listing_of", LISTINGS)
def test_everything_that_is_listed_has_an_entry_and_a_page(
    make_app: MakeApp, listing_of: Callable[[AppState], Listing[Any]]
) -> None:
    listing = listing_of(make_app().state)
    listing.state.load_all()
    items = listing.items
    assert items
    ids = [row for row in listing.rows(items) if isinstance(row, str)]
    assert {*ids} == {item.id for item in items}
    assert listing.caption(items)
    for item in items:
        assert listing.entry(item)
        assert listing.page_at(item.id, is_filtered=False).whole.plain
        assert listing.command(item.id) == f"hearts show {listing.address(item.id)}"


@pytest.mark.parametrize("listing_of", LISTINGS)
def test_a_list_without_entries_says_why(
    make_app: MakeApp, listing_of: Callable[[AppState], Listing[Any]]
) -> None:
    listing = listing_of(make_app().state)
    assert "Nothing here matches" in listing.page_at(None, is_filtered=True).whole.plain
    assert listing.page_at(None, is_filtered=False).whole.plain == listing.empty_text
    assert listing.command(None) == ""


def test_today_is_an_entry_and_no_news(make_app: MakeApp) -> None:
    news = news_of(make_app().state)
    assert TODAY in news.first_rows
    assert news.find(TODAY) is None
    assert news.other_entry(TODAY)
    assert news.other_page(TODAY) is not None
    assert news.command(TODAY) == "hearts today"
    news.feed.topic = "music"
    assert news.first_rows == []
    news.show_all()
    assert TODAY in news.first_rows


def test_a_page_of_the_film_leads_to_its_neighbors(make_app: MakeApp) -> None:
    film = film_of(make_app().state)
    first, second, *_ = (page.id for page in film.state.library.film)
    assert film.neighbor(first, 1) == second
    assert film.neighbor(second, -1) == first
    assert film.neighbor(first, -1) is None


# The parts that show a listing.


class ListApp(App[None]):
    def __init__(self, listing: Listing[Any]) -> None:
        super().__init__()
        self.pane = ListPane(listing, BarCursorList())

    def compose(self) -> ComposeResult:
        yield from self.pane.widgets


async def test_a_list_pane_is_filtered_and_lets_an_item_in_again(make_app: MakeApp) -> None:
    listing = CountdownListing(make_app().state)
    app = ListApp(listing)
    async with app.run_test() as pilot:
        pane = app.pane
        pane.fill(keeps_cursor=False)
        assert pane.current == listing.starting_at
        assert len(pane.listed) == len(pane.shown) == len(listing.items)
        (await pane.open_filter()).focus()
        await pilot.press(*"birthday")
        pane.fill(from_top=True)
        assert pane.query_text == "birthday"
        assert 0 < len(pane.listed) < len(listing.items)
        assert pane.current == pane.listed[0]
        gone = next(item.id for item in listing.items if item.id not in pane.listed)
        assert pane.go_to(gone)
        assert (pane.query_text, pane.current) == ("", gone)
        assert not pane.go_to("no-such-date")


async def test_a_screen_is_drawn_whole_at_first_and_later_when_something_changed(
    make_app: MakeApp,
) -> None:
    state = make_app().state
    host = Host(CountdownListing(state))
    refresher = Refresher(state, host)
    host.is_current = False
    refresher.refresh()
    assert host.asked == ["list"]
    assert (refresher.has_drawn, refresher.was_in_front) == (True, False)
    for callback in host.later:  # Each may add another one.
        callback()
    assert host.asked == ["list", "page from top", "clock"]
    for work in host.work:
        await work
    assert host.asked[3:] == ["all that is loaded"]
    assert state.is_loaded
    host.asked.clear()
    host.is_current = True
    refresher.refresh()
    assert host.asked == []
    assert refresher.was_in_front
    state.answer_seen_film(SeenFilm.YES)
    refresher.refresh()
    assert host.asked == ["list", "page", "clock"]
    host.asked.clear()
    state.answer_seen_film(SeenFilm.NOT_YET)
    refresher.mark_change_drawn()
    refresher.refresh()
    assert host.asked == []


def test_what_is_done_to_an_item_is_shown_and_saved(make_app: MakeApp) -> None:
    state = make_app().state
    film = film_of(state)
    scene = next(page for page in film.items if film.hidden.covers(page))
    host = Host(film, scene.id)
    actions = ItemActions(Marker(state, lambda save: save()), host)
    actions.star()
    actions.rate(1)
    actions.rate(-2)
    assert film.is_starred(scene)
    assert film.rating(scene) == 0
    assert host.asked == [scene.id, "page"] * 3
    assert state.stores.marks.load().value.starred == {str(film.address(scene.id))}
    actions.reveal()
    assert not film.hidden.covers(scene)
    assert host.asked[-1] == "all"
    host.item = next(page for page in film.items if not film.has_hidden_text(page))
    actions.reveal()
    assert host.told == ["Nothing is hidden here."]
    host.item = None
    for act in (actions.star, actions.reveal, lambda: actions.rate(1)):
        act()
    assert len(host.told) == 1


async def test_a_save_that_fails_is_told_and_a_warning_is_told_once(make_app: MakeApp) -> None:
    state = make_app().state
    host = Host(CountdownListing(state))
    messenger = Messenger(state, host)

    def fail() -> str:
        raise StorageError("The disk is full.")

    for save in (fail, lambda: "Made one file smaller.", lambda: ""):
        messenger.save(save)
    for work in host.work:
        await work
    assert host.told == ["warning: The disk is full.", "warning: Made one file smaller."]
    for notice in ("Look out.", "Look out.", ""):
        messenger.warn_once(notice)
    assert host.told[2:] == ["warning: Look out."]


def test_a_voted_theory_says_so_in_the_list(make_app: MakeApp) -> None:
    state = make_app().state
    board = board_of(state)
    before = board.caption(board.items)
    theory = board.items[0]
    state.ballot = state.ballot.with_entry(Kind.VOTE, theory.id, Vote(theory.options[0].id))
    assert board.caption(board.items) != before
