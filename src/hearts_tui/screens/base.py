"""What all screens have in common: header, list, page, footer and their grammar of keys."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize, ScreenResume, ScreenSuspend
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from hearts_tui.screens.item_actions import ItemActions
from hearts_tui.screens.list_pane import ListPane
from hearts_tui.screens.listing import Listing
from hearts_tui.screens.marker import Marker
from hearts_tui.screens.messenger import Messenger
from hearts_tui.screens.page_panes import PagePanes
from hearts_tui.screens.refresher import Refresher
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import key_places, keys
from hearts_tui.widgets.footer import Footer
from hearts_tui.widgets.header import Header
from hearts_tui.widgets.item_list import BarCursorList
from hearts_tui.widgets.key_group import KeyGroup
from hearts_tui.widgets.latest_size import LatestSize
from hearts_tui.widgets.message_line import MessageLine
from hearts_tui.widgets.split_view import SplitView
from hearts_tui.widgets.too_small import cover_if_too_small


class BaseScreen(LatestSize, Screen[None]):
    """One of the screens: a list, and the page of what its cursor is on.

    A screen is given what it lists, and the widgets that it has besides: those on ``top``, below
    the header, those ``above`` the panes (in the widest windows beside the list), and ``details``
    above the page. The rest is done by parts, each of use alone.
    """

    KEYS: ClassVar[tuple[KeyGroup, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [*keys.PANES.bindings, *keys.SPOILERS.bindings]

    def __init__(
        self,
        state: AppState,
        listing: Listing[Any],
        *,
        item_list: BarCursorList | None = None,
        top: Sequence[Widget] = (),
        above: Sequence[Widget] = (),
        details: Sequence[Widget] = (),
    ) -> None:
        super().__init__()
        self.state, self.listing = state, listing
        self.item_list = item_list or BarCursorList()
        self.list_pane: ListPane[Any] = ListPane(listing, self.item_list)
        self._page_panes = PagePanes()
        self.reader, self.side = self._page_panes.reader, self._page_panes.side
        self.split_view = SplitView(
            self.list_pane.widgets, [*details, self.reader], [self.side], above
        )
        self._header = Header(listing.section, lambda: state.countdown_forms)
        self._top = top
        self._messenger = Messenger(state, self)
        self._actions = ItemActions(Marker(state, self._messenger.save), self)
        self._refresher = Refresher(state, self)

    def compose(self) -> ComposeResult:
        """Lay out the screen; the style sheet sizes it."""
        yield self._header
        yield from self._top
        yield self.split_view
        yield MessageLine()
        yield Footer()

    def on_mount(self) -> None:
        """Start with one pane in front; ScreenResume, which follows, fills the list."""
        self.watch(self.item_list, "moves", self._cursor_moved, init=False)
        self.split_view.focus_pane(self.first_pane)

    def _cursor_moved(self) -> None:
        self.show_current()

    def on_resize(self, event: Resize) -> None:
        """Say so where the window is too small; deal the page out anew where it became wide."""
        cover_if_too_small(self, event.size)
        if self.split_view.wide != self._page_panes.was_wide and self._refresher.has_drawn:
            self.show_current(from_top=False)

    # What is in front.

    @property
    def current(self) -> str | None:
        """The id of the entry under the list's cursor."""
        return self.item_list.current

    @property
    def item(self) -> Any | None:
        """The item under the cursor; None where there is none, or an entry that is no item."""
        return self.listing.find(self.current)

    @property
    def listed(self) -> Sequence[str]:
        """The ids of the entries in the list."""
        return self.item_list.ids

    @property
    def keys_in_use(self) -> Sequence[KeyGroup]:
        """All keys that work here, those of this screen first, with those that the user gave."""
        groups = [*self.KEYS, self.item_list.KEYS, keys.READING, *key_places.ALWAYS]
        from hearts_tui.widgets.keymap import remapped

        return [remapped(group, self.state.settings.keys) for group in groups]

    # Drawing.

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Style nothing anew at first: all of it was styled as it was mounted, just now."""
        if not self.split_view.size:
            event.refresh_styles = False

    @on(ScreenResume)
    def refresh_if_changed(self) -> None:
        """Draw anew what changed while another screen was in front."""
        self._refresher.refresh()

    def fill(self, *, from_top: bool = False) -> None:
        """Draw list and caption anew; the cursor stays where it is, or goes to the top."""
        # Nobody has moved the cursor of a list that was built and never seen.
        self.list_pane.fill(from_top=from_top, keeps_cursor=self._refresher.was_in_front)
        self._messenger.warn_of_faults()

    def refresh_list(self) -> None:
        """Draw anew all but the page."""
        self.split_view.fit_panes()
        self.fill()

    def refresh_all(self) -> None:
        """Draw everything anew; the place in the page is kept."""
        self._refresher.mark_drawn()
        self.refresh_list()
        self.show_current(from_top=False)

    def redraw(self, item: Any) -> None:
        """Draw one entry anew, and the caption."""
        self.list_pane.redraw(item)
        self._refresher.mark_change_drawn()

    def update_clock(self) -> None:
        """Write the short countdown in the header."""
        self._header.update_countdown()

    def show_loaded(self) -> None:
        """Show what can be told once all of the content is there."""
        self.show_current(from_top=False)

    def show_current(self, *, from_top: bool = True) -> None:
        """Show the page of the entry under the cursor."""
        page = self.listing.page_at(self.current, is_filtered=bool(self.list_pane.query_text))
        self._page_panes.show(page, wide=self.split_view.wide, from_top=from_top)

    # The way through the panes.

    @property
    def first_pane(self) -> Widget:
        """The pane that is in front when the screen opens."""
        return self.item_list

    def action_step_pane(self, step: int) -> None:
        """Go to the next pane, or to the one before."""
        self.split_view.step_pane(step)

    def action_back(self) -> None:
        """Go back to the list; there, clear the filter, or the messages. Never quits."""
        if self.focused is not self.item_list:
            self.split_view.focus_pane(self.item_list)
        elif self.list_pane.query_text:
            self.list_pane.filter.clear()
        else:
            self.post_message(MessageLine.Dismissed())

    # The way to an item.

    @on(OptionList.OptionSelected, ".items")
    def _opened(self) -> None:
        self.open_current()

    def open_current(self) -> None:
        """Go from the list to the page."""
        if self.current is not None:
            self.split_view.focus_pane(self.reader)

    def open_at(self, item_id: str) -> None:
        """Show an item, whatever filter is in its way; say so where it is gone."""
        self.refresh_if_changed()
        if self.go_to(item_id):
            self.split_view.focus_pane(self.reader)
        else:
            # Such as a theory of the user's own, whose adding was undone.
            self.tell("That one isn't here anymore.")

    def go_to(self, item_id: str) -> bool:
        """Put the cursor on an item, whatever filter is in its way; False where it is gone."""
        if is_there := self.list_pane.go_to(item_id):
            self.show_current()
        return is_there

    async def action_filter(self) -> None:
        """Start typing a filter."""
        self.split_view.focus_pane(await self.list_pane.open_filter())

    def on_input_changed(self) -> None:
        """Show what the filter lets through, the first of it above all."""
        self.fill(from_top=bool(self.list_pane.query_text))
        self.show_current()

    def on_filter_box_left(self) -> None:
        """Go on in the list."""
        self.list_pane.filter.end()
        self.split_view.focus_pane(self.item_list)

    # Spoilers, stars and ratings.

    def action_reveal(self) -> None:
        """Show the whole item under the cursor in spite of its spoilers, or hide it again."""
        self._actions.reveal()

    def action_star(self) -> None:
        """Star the item under the cursor, or take its star away."""
        self._actions.star()

    def action_rate(self, step: int) -> None:
        """Give the item under the cursor a star more, or less; from one, none."""
        self._actions.rate(step)

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
        self._messenger.warn_once(notice)

    def save(self, save: Callable[[], str]) -> None:
        """Save something in the user's files in the background; tell where that fails."""
        self._messenger.save(save)
