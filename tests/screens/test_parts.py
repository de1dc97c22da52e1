"""The parts of a screen, each alone."""

from textual.app import App, ComposeResult
from textual.containers import Vertical

from hearts_tui.domain.address import Section
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.screens.hidden_texts import HiddenTexts
from hearts_tui.screens.lazy_filter_box import LazyFilterBox
from hearts_tui.screens.loading import load_between_keys
from hearts_tui.screens.page_builder import Page, page_of
from hearts_tui.screens.page_panes import PagePanes
from hearts_tui.widgets.filter_box import FilterBox
from hearts_tui.widgets.item_list import ItemList
from hearts_tui.widgets.list_item import Entry
from tests.conftest import MakeApp


async def test_an_item_is_covered_until_it_is_opened(make_app: MakeApp) -> None:
    state = make_app().state
    hidden = HiddenTexts(state, Section.FILM)
    scene = next(page for page in state.library.film if page.spoiler is Spoiler.FILM)
    other = next(page for page in state.library.film if page is not scene and hidden.covers(page))
    assert hidden.covers(scene)
    assert hidden.are_on_page(scene)
    assert not hidden.are_opened(scene)
    hidden.toggle(scene)
    assert hidden.are_opened(scene)
    assert not hidden.covers(scene)
    assert hidden.title_of(scene) == scene.title
    assert hidden.covers(other)
    hidden.toggle(scene)
    assert hidden.covers(scene)


async def test_the_rest_of_the_content_is_read_while_others_have_their_turn(
    make_app: MakeApp,
) -> None:
    state = make_app().state
    assert not state.is_loaded
    await load_between_keys(state)
    assert state.is_loaded


class FilterApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.filter = LazyFilterBox()

    def compose(self) -> ComposeResult:
        yield Vertical(ItemList())


async def test_a_filter_is_made_when_it_is_first_asked_for() -> None:
    app = FilterApp()
    async with app.run_test() as pilot:
        assert app.filter.text == ""
        app.filter.clear()
        app.filter.drop()
        assert not app.query(FilterBox)
        pane, items = app.query_one(Vertical), app.query_one(ItemList)
        items.fill(["first", "second"], lambda name: Entry(" ", name), "second")
        box = await app.filter.show(above=items)
        box.focus()
        assert [*pane.children] == [box, items]
        await pilot.press("a", "b")
        assert app.filter.text == "ab"
        app.filter.end()
        assert app.filter.came_from == "second"
        app.filter.drop()
        assert app.filter.came_from is None
        assert app.filter.text == ""
        assert not box.display
        assert await app.filter.show(above=items) is box
        assert box.display
        await pilot.press("c")
        app.filter.clear()
        assert app.filter.text == ""
        app.filter.end()
        assert app.filter.came_from is None


class PanesApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.panes = PagePanes()

    def compose(self) -> ComposeResult:
        yield self.panes.reader
        yield self.panes.side


async def test_a_page_stands_in_two_panes_or_in_one() -> None:
    page = Page(page_of("A story").story, page_of("What goes with it").story)
    app = PanesApp()
    async with app.run_test():
        app.panes.show(page, wide=True, from_top=True)
        assert app.panes.was_wide
        assert app.panes.reader.document.plain == "A story"
        assert app.panes.side.document.plain == "What goes with it"
        app.panes.show(page, wide=False, from_top=True)
        assert not app.panes.was_wide
        assert app.panes.reader.document.plain == "A story\nWhat goes with it"
