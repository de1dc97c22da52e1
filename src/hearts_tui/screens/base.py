"""What the five screens have in common: header, list, reading pane, key bar and their grammar."""

import gc
from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import DescendantFocus, Resize, ScreenResume
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.storage import StorageError
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.footer import Footer
from hearts_tui.widgets.header import Header
from hearts_tui.widgets.latest_size import LatestSize
from hearts_tui.widgets.reader import Reader
from hearts_tui.widgets.split_view import SplitView
from hearts_tui.widgets.too_small import TooSmall, too_small

if TYPE_CHECKING:
    from hearts_tui.widgets.filter_box import FilterBox

_MASTHEAD_SECONDS = 20.0
_BELOW_THE_FOLD = "Enter: how sure, sources and more"


class BaseScreen(LatestSize, Screen[None]):
    """One of the five screens. A subclass says what its list holds and what its pages tell."""

    SECTION: ClassVar[Section]
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = ()
    STACKED: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [*keys.PANES.bindings, *keys.SPOILERS.bindings]

    def __init__(self, state: AppState) -> None:
        # The size most people have: where it holds, nothing is styled a second time at the start.
        super().__init__(classes="-normal -tall")
        self.state = state
        self._drawn: object = None
        self._filter: FilterBox | None = None

    def compose(self) -> ComposeResult:
        """Lay out the screen; the style sheet sizes it."""
        yield Header(self.SECTION)
        yield from self.compose_top()
        caption = Static(markup=False, classes="caption")
        yield SplitView(
            [caption, self.make_list()],
            [*self.make_details(), Reader(_BELOW_THE_FOLD)],
            stacked=self.STACKED,
        )
        yield Footer()

    def compose_top(self) -> ComposeResult:
        """Yield what stands between the header and the panes."""
        yield from ()

    def make_details(self) -> list[Widget]:
        """Make what stands above the reading pane."""
        return []

    @abstractmethod
    def make_list(self) -> Widget:
        """Make the list."""

    @property
    @abstractmethod
    def current(self) -> str | None:
        """The id of the item under the list's cursor."""

    @abstractmethod
    def fill(self, *, from_top: bool = False) -> None:
        """Fill the list with what the filter lets through; the cursor stays, or goes to the top."""

    @abstractmethod
    def show_current(self, *, from_top: bool = True) -> None:
        """Show the item under the cursor in the reading pane."""

    @property
    @abstractmethod
    def caption(self) -> str:
        """What the list holds now, in a few words."""

    @property
    def list_widget(self) -> Widget:
        """The list, which has the focus when the screen opens."""
        return self.query_one(".catalogue")

    @property
    def reader(self) -> Reader:
        """The reading pane."""
        return self.query_one(Reader)

    @property
    def query_text(self) -> str:
        """What is typed as a filter."""
        return self._filter.value if self._filter else ""

    @property
    def help_groups(self) -> Sequence[keys.KeyGroup]:
        """All keys that work here, those of this screen first."""
        return (*self.KEYS, keys.LIST, keys.READING, keys.PANES, keys.SPOILERS, keys.EVERYWHERE)

    @property
    def help_text(self) -> str:
        """What the help tells besides the keys."""
        return ""

    def address(self, item_id: str) -> Address:
        """Return the address of an item of this screen."""
        return Address(self.SECTION, item_id)

    def on_mount(self) -> None:
        """Start with the list in front; ScreenResume, which follows, fills it."""
        self.list_widget.focus()
        self.set_interval(_MASTHEAD_SECONDS, self._tick_masthead)

    def on_resize(self, event: Resize) -> None:
        """Say so where the window is too small for anything else."""
        if too_small(event.size) and not self.query(TooSmall):
            self.mount(TooSmall(self.focused))

    @on(ScreenResume)
    def refresh_if_changed(self) -> None:
        """Draw anew what changed while another screen was in front."""
        state = self.state.state
        if state == self._drawn:
            return
        first_time, self._drawn = self._drawn is None, state
        self.refresh_list()
        if first_time:
            # One thing after the other, so that the start shows something as early as it can.
            self.call_after_refresh(self._show_first)
        else:
            self.show_current(from_top=False)
            self._tick_masthead()

    def _show_first(self) -> None:
        was_gathered = self.state.is_loaded
        self.show_current()
        self.call_after_refresh(self._tick_masthead)
        if not was_gathered:
            self.call_after_refresh(self.load_all)

    def load_all(self) -> None:
        """Read all of the content, after which a page can tell what else belongs to its item."""
        self.state.load_all()
        # What was read stays for good: no key should wait for it to be looked through.
        gc.freeze()
        self.show_current(from_top=False)

    def refresh_list(self) -> None:
        """Draw list and caption anew."""
        self.query_one(Footer).spoilers = self.state.spoiler_filter.level
        self.fill()
        self.update_caption()

    def mark_drawn(self) -> None:
        """Remember that everything is drawn as it is now, if this screen is in front.

        There it draws each change at once, so that it has nothing to draw anew on its return.
        """
        if self.is_current:
            self._drawn = self.state.state

    def refresh_all(self) -> None:
        """Draw list, caption and reading pane anew; the place in the page is kept."""
        self._drawn = self.state.state
        self.refresh_list()
        self.show_current(from_top=False)

    def update_caption(self) -> None:
        """Write the line above the list."""
        found = self.listed or not self.query_text
        caption = self.caption if found else "nothing matches"
        self.query_one(".caption", Static).update(caption, layout=False)

    def _tick_masthead(self) -> None:
        from hearts_tui.domain.milestones import next_target, remaining

        now = self.state.clock()
        target = next_target(self.state.library.milestones, now, self.state.zone)
        if target is None:
            return
        left = remaining(now, target.moment)
        days = (target.day - self.state.today).days
        text = f"{days:,} day{'s' if days != 1 else ''}" if days else f"{left.hours} h"
        self.query_one(Header).countdown = f"next in {text}"

    def report_faults(self) -> None:
        """Tell of content files that could not be used, once each."""
        for fault in self.state.library.faults:
            self.warn_once(f"Left out: {fault}")

    def warn_once(self, notice: str) -> None:
        """Tell something that stays true for a while, unless it is empty or was told before."""
        if notice and notice not in self.state.shown_warnings:
            self.state.shown_warnings.add(notice)
            self.notify(notice, severity="warning", timeout=15, markup=False)

    @property
    def panes(self) -> list[Widget]:
        """What Tab goes through, in order."""
        return [self.list_widget, self.reader]

    def focus_pane(self, widget: Widget) -> None:
        """Give a pane the focus, and the window if there is room for one only."""
        self.query_one(SplitView).focus_pane(widget)
        self._unfold_if_reading()

    @property
    def is_reading(self) -> bool:
        """Whether the focus is beside the list, and not in it."""
        return self.query_one(SplitView).reading

    @on(DescendantFocus)
    def _unfold_if_reading(self) -> None:
        if self.is_reading:
            self.reader.unfold()

    def open_current(self) -> None:
        """Go from the list to the reading pane."""
        if self.current is not None:
            self.focus_pane(self.reader)

    def open_at(self, item_id: str) -> None:
        """Show an item, whatever filter is in its way; say so where it is gone."""
        self.refresh_if_changed()
        if item_id not in self.listed:
            self.clear_filters()
            self.refresh_list()
        if item_id not in self.listed:
            # Such as a theory of the user's own, whose adding was undone.
            self.notify("That one is not here any more.", timeout=3, markup=False)
            return
        self.go_to(item_id)
        self.show_current()
        self.focus_pane(self.reader)

    @property
    @abstractmethod
    def listed(self) -> Sequence[str | None]:
        """The ids of the items in the list."""

    @abstractmethod
    def go_to(self, item_id: str) -> None:
        """Put the list's cursor on an item."""

    def clear_filters(self) -> None:
        """Let everything into the list."""
        if self._filter is not None:
            self._filter.action_clear()

    def _step_pane(self, step: int) -> None:
        if self.focused is self.reader and self.reader.step_link(step):
            return
        panes = self.panes
        place = panes.index(self.focused) if self.focused in panes else 0
        self.focus_pane(panes[(place + step) % len(panes)])

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._step_pane(-1)

    def action_back(self) -> None:
        """Go back to the list; in the list, clear the filter. Never quits."""
        if self.focused is not self.list_widget:
            self.focus_pane(self.list_widget)
        elif self._filter and self.query_text:
            self._filter.action_clear()

    async def action_filter(self) -> None:
        """Start typing a filter."""
        if self._filter is None:
            from hearts_tui.widgets.filter_box import FilterBox

            self._filter = FilterBox()
            await self.query_one(".list-pane").mount(self._filter, before=self.list_widget)
        self._filter.display = True
        self.focus_pane(self._filter)

    def on_input_changed(self) -> None:
        """Show what the filter lets through, the first of it above all."""
        self.fill(from_top=bool(self.query_text))
        self.update_caption()
        self.show_current()

    def on_filter_box_left(self) -> None:
        """Go on in the list."""
        self.focus_pane(self.list_widget)

    def action_uncover(self) -> None:
        """Show the item under the cursor in spite of its spoiler level, or cover it again."""
        if self.current is not None:
            self.state.spoiler_filter = self.state.spoiler_filter.toggled(
                str(self.address(self.current))
            )
            self.refresh_all()
            self.reader.unfold()

    def action_cycle_spoilers(self) -> None:
        """Go to the next spoiler level and keep it."""
        level = self.state.spoiler_filter.level.next()
        self.state.spoiler_filter = replace(self.state.spoiler_filter, level=level)
        self.state.settings = replace(self.state.settings, spoilers=level)
        self.refresh_all()
        shown_warnings = {
            "none": "Spoilers: none are told.",
            "film": "Spoilers: the 2022 film is told.",
            "trailer": "Spoilers: the film and the said teaser are told.",
            "leak": "Spoilers: everything is told, said leaks too.",
        }
        self.clear_notifications()
        self.notify(shown_warnings[level], timeout=3, markup=False)
        self.keep(lambda: self.state.stores.settings.save("spoilers", level))

    def clear_notifications(self) -> None:
        """Make room for the next message."""
        self.app.clear_notifications()

    @work
    async def keep(self, save: Callable[[], str]) -> None:
        """Keep something in the user's files; tell the user where that fails."""
        try:
            notice = await self.state.keep(save)
        except StorageError as error:
            notice = str(error)
        if notice:
            self.notify(notice, severity="warning", timeout=15, markup=False)
