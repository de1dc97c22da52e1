"""The countdown, over all dates of the story and the user's own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.events import ScreenResume, ScreenSuspend
from textual.timer import Timer

from hearts_tui.domain.item import Status
from hearts_tui.domain.sequel_note import NOTED_DATE
from hearts_tui.domain.settings import SequelNote
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.countdown_listing import CountdownListing
from hearts_tui.screens.countdown_page import sequel_line
from hearts_tui.screens.countdown_panel import CountdownPanel
from hearts_tui.screens.own_date_editor import OwnDateEditor
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.item_list import BarCursorList
from hearts_tui.widgets.key_group import KeyGroup


class DateList(BarCursorList, inherit_bindings=False):
    """The list of dates, where Enter chooses what is counted down to."""

    KEYS: ClassVar[KeyGroup] = keys.DATES
    BINDINGS: ClassVar[list[BindingType]] = [*keys.DATES.bindings]


class CountdownScreen(BaseScreen):
    """A clock that counts down to one of the dates, over the list of all."""

    CSS_PATH = "countdown.tcss"
    KEYS: ClassVar[tuple[KeyGroup, ...]] = (keys.COUNTDOWN,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.COUNTDOWN.bindings]

    def __init__(self, state: AppState) -> None:
        self._dates, self.panel = CountdownListing(state), CountdownPanel(state)
        super().__init__(state, self._dates, item_list=DateList(), above=[self.panel])
        self.own_dates = OwnDateEditor(lambda: self.app, state, self._changed)
        self._ticking: Timer | None = None
        self._distances: object = None

    # The clock.

    @on(ScreenResume)
    def _start_ticking(self) -> None:
        if self._ticking is None:
            self._ticking = self.set_interval(1.0, self._tick)

    @on(ScreenSuspend)
    def _stop_ticking(self) -> None:
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def _tick(self) -> None:
        """Draw the time; where a day count has changed, all of them at once."""
        if self._dates.distances == self._distances:
            self.panel.tick()
        else:
            self.refresh_all()
            self.update_clock()

    def refresh_list(self) -> None:
        """Draw the panel as well."""
        super().refresh_list()
        self._distances = self._dates.distances
        self.panel.draw(self._dates.days, self._current_day, sequel_line(self.state))

    def show_current(self, *, from_top: bool = True) -> None:
        """Mark the date under the cursor on the line of years as well."""
        super().show_current(from_top=from_top)
        self.panel.mark(self._dates.days, self._current_day)

    @property
    def _current_day(self) -> date | None:
        return self._dates.placed(self.item).when.first if self.item is not None else None

    # What the user chooses and writes down.

    def action_count_down(self) -> None:
        """Count down to the date under the cursor; where there is no counting, open its page."""
        item = self.item
        if item is None:
            return
        if self._dates.is_ahead(item):
            self.state.settings = replace(self.state.settings, countdown=item.id)
            self._changed(lambda: self.state.stores.settings.save("countdown", item.id))
            self.tell(f"Counting down to {self._dates.hidden.title_of(item)}.")
            return
        is_rumor = item.status is not Status.CONFIRMED
        reason = "Only a rumor, so no countdown." if is_rumor else "That day's behind us."
        self.tell(f"{reason} Here's its story.")
        self.open_current()

    def action_add(self) -> None:
        """Ask for a date of the user's own."""
        self.own_dates.add(self._added)

    def _added(self, item_id: str) -> None:
        self.go_to(item_id)
        self.tell("Added. Enter counts down to it.")

    def action_edit(self) -> None:
        """Change the own date under the cursor."""
        if self.current == NOTED_DATE:
            self.action_note()
        elif self.current is not None and self.own_dates.find(self.current) is not None:
            self.own_dates.edit(self.current)
        else:
            self.tell("You can only edit your own dates. Press a to add one.")

    def action_note(self) -> None:
        """Let the user note what they heard of the sequel."""
        from hearts_tui.screens.sequel_status import SequelStatusDialog

        self.app.push_screen(SequelStatusDialog(self.state.sequel), self._noted)

    def _noted(self, note: SequelNote | None) -> None:
        if note is None or note == self.state.sequel:
            return
        self.state.sequel = note
        self._changed(lambda: self.state.stores.settings.save_sequel(note))
        if note.day is not None:
            self.go_to(NOTED_DATE)
            self.tell("Noted. Enter counts down to it.")

    def action_delete(self) -> None:
        """Delete the own date under the cursor."""
        own = self.own_dates.delete(self.current or "")
        if own is not None:
            self.tell(f"Deleted {own.name}. u brings it back.")
        elif self.current == NOTED_DATE:
            self.action_note()
        else:
            self.tell("You can only delete your own dates.")

    def action_undo(self) -> None:
        """Bring back the date that was deleted last."""
        item_id = self.own_dates.bring_back()
        if item_id is None:
            self.tell("Nothing to bring back.")
        else:
            self.go_to(item_id)

    def _changed(self, save: Callable[[], str]) -> None:
        self.refresh_all()
        self.update_clock()
        self.save(save)
