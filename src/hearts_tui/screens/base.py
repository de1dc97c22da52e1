"""What all screens have in common: header, list, page, footer and their grammar of keys."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize, ScreenResume, ScreenSuspend
from textual.screen import Screen
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import OptionList, Static

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.query import HELP, parse_query
from hearts_tui.domain.storage import StorageError
from hearts_tui.screens.hidden_texts import HiddenTexts
from hearts_tui.screens.item_filter import ItemFilter
from hearts_tui.screens.list_filter import ListFilter
from hearts_tui.screens.loading import load_between_keys
from hearts_tui.screens.marker import Marker
from hearts_tui.screens.page_builder import Page, PageBuilder, page_of
from hearts_tui.screens.page_panes import PagePanes
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.footer import Footer
from hearts_tui.widgets.header import Header
from hearts_tui.widgets.item_list import BarCursorList, Row
from hearts_tui.widgets.latest_size import LatestSize
from hearts_tui.widgets.message_line import MessageLine
from hearts_tui.widgets.reader import Reader
from hearts_tui.widgets.split_view import SplitView
from hearts_tui.widgets.too_small import TooSmall, too_small

_CLOCK_SECONDS = 20.0


class BaseScreen(LatestSize, Screen[None]):
    """One of the screens. A subclass says what its list holds and what its pages tell.

    The rest is done by parts, each of use alone: ``item_filter`` finds items by their words,
    ``pages`` makes their pages and ``hidden`` knows what these hide, ``marker`` keeps stars and
    ratings.
    """

    SECTION: ClassVar[Section]
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [*keys.PANES.bindings, *keys.SPOILERS.bindings]
    LIST: ClassVar[type[BarCursorList]] = BarCursorList
    LIST_KEYS: ClassVar[keys.KeyGroup] = keys.LIST

    def __init__(self, state: AppState) -> None:
        # The size most people have: where it holds, nothing is styled a second time at the start.
        super().__init__(classes="-normal -tall")
        self.state = state
        self.item_filter: ItemFilter[Any] = ItemFilter(self.address)
        self.pages = PageBuilder(state, self.SECTION)
        self.marker = Marker(state, self.save)
        self.hidden = HiddenTexts(state, self.SECTION)
        self.item_list = self.LIST(classes="items", compact=True, markup=False)
        """The list, which has the focus when the screen opens."""
        self._list_filter = ListFilter()
        self._page_panes = PagePanes()
        self._drawn: object = None
        self._was_in_front = False

    # What a subclass says.

    @property
    @abstractmethod
    def items(self) -> Sequence[Any]:
        """All items in the order of the list, before any filter."""

    @abstractmethod
    def entry(self, item: Any) -> Visual:
        """Draw one item for the list."""

    @property
    @abstractmethod
    def caption(self) -> str:
        """What the list holds now, in a few words."""

    def page(self, item: Any) -> Page:
        """Return the page of an item."""
        return self.pages.build(item)

    def rows(self, items: Sequence[Any]) -> Sequence[Row]:
        """Return the rows of the list: the ids of items, and headings between them."""
        return [item.id for item in items]

    def other_entry(self, entry_id: str) -> Visual:
        """Draw an entry that ``rows`` has and that is no item."""
        raise KeyError(entry_id)

    def other_page(self, entry_id: str) -> Page | None:
        """Return the page of an entry that is no item; None for the page of an empty list."""
        del entry_id
        return None

    @property
    def starting_at(self) -> str | None:
        """The id of the entry that the cursor is on at first; None for the one on top."""
        return None

    def compose_top(self) -> ComposeResult:
        """Yield what stands between the header and the panes."""
        yield from ()

    def make_above(self) -> list[Widget]:
        """Make what stands above the panes and, in the widest windows, beside the list."""
        return []

    def make_details(self) -> list[Widget]:
        """Make what stands above the page."""
        return []

    @property
    def help_text(self) -> str:
        """What the help tells besides the keys, as Markdown."""
        return HELP

    # The layout.

    def compose(self) -> ComposeResult:
        """Lay out the screen; the style sheet sizes it."""
        yield Header(self.SECTION)
        yield from self.compose_top()
        caption = Static(markup=False, classes="caption")
        yield SplitView(
            [caption, self.item_list],
            [*self.make_details(), self.reader],
            [self.side],
            self.make_above(),
        )
        yield MessageLine()
        yield Footer()

    @property
    def reader(self) -> Reader:
        """The page."""
        return self._page_panes.reader

    @property
    def side(self) -> Reader:
        """The side pane, which only wide windows have."""
        return self._page_panes.side

    @property
    def split_view(self) -> SplitView:
        """The panes."""
        return self.query_one(SplitView)

    def on_mount(self) -> None:
        """Start with one pane in front; ScreenResume, which follows, fills the list."""
        self.watch(self.item_list, "moves", self._cursor_moved, init=False)
        self.focus_pane(self.first_pane)
        self.set_interval(_CLOCK_SECONDS, self.update_clock)

    def on_resize(self, event: Resize) -> None:
        """Say so where the window is too small; deal the page out anew where it became wide."""
        if too_small(event.size) and not self.query(TooSmall):
            self.mount(TooSmall(self.focused))
        if self.split_view.wide != self._page_panes.was_wide and self._drawn is not None:
            self.show_current(from_top=False)

    # The items.

    def address(self, item_id: str) -> Address:
        """Return the address of an item of this screen."""
        return Address(self.SECTION, item_id)

    @property
    def query_text(self) -> str:
        """What is typed as a filter."""
        return self._list_filter.text

    @property
    def shown(self) -> Sequence[Any]:
        """The items that the filter lets through."""
        state = self.state
        return self.item_filter.apply(
            self.items, self.query_text, state.spoiler_filter, state.marks.read
        )

    @property
    def current(self) -> str | None:
        """The id of the entry under the list's cursor."""
        return self.item_list.current

    @property
    def item(self) -> Any | None:
        """The item under the cursor."""
        current = self.current
        return next((item for item in self.items if item.id == current), None)

    @property
    def listed(self) -> Sequence[str]:
        """The ids of the entries in the list."""
        return self.item_list.ids

    @property
    def command(self) -> str:
        """The command that shows what is in front; empty where none does."""
        return f"hearts show {self.address(self.item.id)}" if self.item is not None else ""

    # Drawing.

    @on(ScreenResume)
    def refresh_if_changed(self) -> None:
        """Draw anew what changed while another screen was in front."""
        state = self.state.state
        if state != self._drawn:
            first_time, self._drawn = self._drawn is None, state
            self.refresh_list()
            if first_time:
                # One thing after the other, so that the start shows something as early as it can.
                self.call_after_refresh(self._show_first)
            else:
                self.show_current(from_top=False)
                self.update_clock()
        self._was_in_front |= self.is_current

    def _show_first(self) -> None:
        was_loaded = self.state.is_loaded
        self.show_current()
        self.call_after_refresh(self.update_clock)
        if not was_loaded:
            self.call_after_refresh(self._load_all)

    @work
    async def _load_all(self) -> None:
        await load_between_keys(self.state)
        self.show_loaded()

    def show_loaded(self) -> None:
        """Show what can be told once all of the content is there."""
        self.show_current(from_top=False)

    def fill(self, *, from_top: bool = False) -> None:
        """Fill the list with what the filter lets through; the cursor stays, or goes to the top."""
        items = {item.id: item for item in self.shown}
        rows = self.rows(list(items.values()))
        # Nobody has moved the cursor of a list that was built and never seen.
        came_from = self._list_filter.came_from or self.starting_at
        start = None if self.current and self._was_in_front else came_from
        if from_top:
            start = next((row for row in rows if isinstance(row, str)), None)

        def draw(entry_id: str) -> Visual:
            item = items.get(entry_id)
            return self.entry(item) if item is not None else self.other_entry(entry_id)

        self.item_list.fill(rows, draw, start)
        for fault in self.state.library.faults:
            self.warn_once(f"Left out: {fault}")

    def refresh_list(self) -> None:
        """Draw list and caption anew."""
        self.fill()
        self.update_caption()

    def refresh_all(self) -> None:
        """Draw list, caption and page anew; the place in the page is kept."""
        self._drawn = self.state.state
        self.refresh_list()
        self.show_current(from_top=False)

    def redraw(self, item: Any) -> None:
        """Draw one entry anew, and the caption."""
        if item.id in self.listed:
            self.item_list.redraw(item.id, self.entry(item))
        self.update_caption()
        self.mark_drawn()

    def mark_drawn(self) -> None:
        """Remember that everything is drawn as it is now, if this screen is in front.

        There it draws each change at once, so that it has nothing to draw anew on its return.
        """
        if self.is_current:
            self._drawn = self.state.state

    def update_caption(self) -> None:
        """Write the line above the list."""
        line = self.query_one(".caption", Static)
        found = self.listed or not self.query_text
        caption = self.caption if found else "nothing matches"
        problem = parse_query(self.query_text).problem
        if problem or line.has_class("-problem"):
            # What can't be meant needs more room than the caption has.
            line.set_class(bool(problem), "-problem")
            line.update(problem or caption)
        else:
            line.update(caption, layout=False)

    def update_clock(self) -> None:
        """Write the short countdown in the header."""
        self.query_one(Header).countdown = self.state.countdown_forms

    def _cursor_moved(self) -> None:
        self.show_current()

    def show_current(self, *, from_top: bool = True) -> None:
        """Show the page of the entry under the cursor."""
        item, current = self.item, self.current
        page = self.page(item) if item is not None else None
        if page is None and current is not None:
            page = self.other_page(current)
        page = page or self._empty_page()
        self._page_panes.show(page, wide=self.split_view.wide, from_top=from_top)

    def _empty_page(self) -> Page:
        if self.query_text:
            return page_of("Nothing here matches. Esc clears the filter.")
        faults = [f"Left out: {text}" for text in self.state.library.faults]
        return page_of(*(faults or [self.empty_text]))

    @property
    def empty_text(self) -> str:
        """What is told where the list is empty without a filter."""
        return "Nothing here yet."

    # Panes and the way through them.

    @property
    def help_groups(self) -> Sequence[keys.KeyGroup]:
        """All keys that work here, those of this screen first."""
        return (
            *self.KEYS,
            self.LIST_KEYS,
            keys.READING,
            keys.PANES,
            keys.SPOILERS,
            keys.EVERYWHERE,
        )

    @property
    def keys_in_use(self) -> Sequence[keys.KeyGroup]:
        """The same keys, with those that the user has given."""
        given = self.state.settings.keys
        if not given:
            return self.help_groups
        from hearts_tui.widgets.keymap import remapped

        return [remapped(group, given) for group in self.help_groups]

    @property
    def first_pane(self) -> Widget:
        """The pane that is in front when the screen opens."""
        return self.item_list

    @property
    def panes(self) -> list[Widget]:
        """What Tab goes through, in order."""
        side = [self.side] if self.split_view.wide else []
        return [self.item_list, self.reader, *side]

    def focus_pane(self, widget: Widget) -> None:
        """Give a pane the focus, and the window if there is room for one only."""
        self.split_view.focus_pane(widget)

    @on(OptionList.OptionSelected, ".items")
    def _opened(self) -> None:
        self.open_current()

    def open_current(self) -> None:
        """Go from the list to the page."""
        if self.current is not None:
            self.focus_pane(self.reader)

    def open_at(self, item_id: str) -> None:
        """Show an item, whatever filter is in its way; say so where it is gone."""
        self.refresh_if_changed()
        if self.go_to(item_id):
            self.focus_pane(self.reader)
        else:
            # Such as a theory of the user's own, whose adding was undone.
            self.tell("That one isn't here anymore.")

    def go_to(self, item_id: str) -> bool:
        """Put the cursor on an item, whatever filter is in its way; False where it is gone."""
        if item_id not in self.listed:
            self.clear_filters()
            self.refresh_list()
        if item_id not in self.listed:
            return False
        self.item_list.place(item_id)
        self.show_current()
        return True

    def clear_filters(self) -> None:
        """Let everything into the list; the focus stays where it is."""
        self._list_filter.drop()

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self.split_view.step_pane(self.panes, 1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self.split_view.step_pane(self.panes, -1)

    def action_back(self) -> None:
        """Go back to the list; there, clear the filter, or the messages. Never quits."""
        if self.focused is not self.item_list:
            self.focus_pane(self.item_list)
        elif self.query_text:
            self._list_filter.clear()
        else:
            self.post_message(MessageLine.Dismissed())

    async def action_filter(self) -> None:
        """Start typing a filter."""
        pane = self.query_one(".list-pane")
        self.focus_pane(await self._list_filter.show(pane, above=self.item_list))

    def on_input_changed(self) -> None:
        """Show what the filter lets through, the first of it above all."""
        self.fill(from_top=bool(self.query_text))
        self.update_caption()
        self.show_current()

    def on_filter_box_left(self) -> None:
        """Go on in the list."""
        self._list_filter.end()
        self.focus_pane(self.item_list)

    # Spoilers, stars and ratings.

    def action_reveal(self) -> None:
        """Show the whole item under the cursor in spite of its spoilers, or hide it again."""
        item = self.item
        if item is None:
            return
        if self.hidden.are_opened(item) or self.has_hidden_text(item):
            self.hidden.toggle(item)
            self.refresh_all()
        else:
            self.tell("Nothing is hidden here.")

    def has_hidden_text(self, item: Any) -> bool:
        """Return whether something on an item's page is hidden."""
        return self.hidden.are_on_page(item)

    def action_star(self) -> None:
        """Star the item under the cursor, or take its star away."""
        # Looked up once: a list of what is starred has it no more when its star is gone.
        item = self.item
        if item is not None:
            self.marker.toggle_star(self.address(item.id))
            self.redraw(item)
            self.show_current(from_top=False)

    def action_rate_up(self) -> None:
        """Give the item under the cursor a star more."""
        self._rate(1)

    def action_rate_down(self) -> None:
        """Give the item under the cursor a star less; from one, none."""
        self._rate(-1)

    def _rate(self, step: int) -> None:
        if self.item is not None and self.marker.rate(self.address(self.item.id), step):
            self.redraw(self.item)
            self.show_current(from_top=False)

    # Messages and saving.

    @on(ScreenSuspend)
    def _forget_passing_messages(self) -> None:
        """Take what was told in passing away with the screen; warnings stay for their time."""
        self.post_message(MessageLine.ScreenLeft(self))

    def tell(self, text: str, seconds: float = 3) -> None:
        """Show a passing message in place of the one before."""
        self.notify(text, timeout=seconds)

    def warn_once(self, notice: str) -> None:
        """Show a warning, unless it is empty or was shown before."""
        if notice and notice not in self.state.shown_warnings:
            self.state.shown_warnings.add(notice)
            self.notify(notice, severity="warning")

    @work
    async def save(self, save: Callable[[], str]) -> None:
        """Save something in the user's files; tell the user where that fails."""
        try:
            notice = await self.state.save(save)
        except StorageError as error:
            notice = str(error)
        if notice:
            self.notify(notice, severity="warning")
