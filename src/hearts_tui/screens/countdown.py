"""The countdown, over all dates of the story and the user's own."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.events import ScreenResume, ScreenSuspend
from textual.timer import Timer
from textual.visual import Visual
from textual.widget import Widget

from hearts_tui.domain.address import Section
from hearts_tui.domain.countdown import distance, target_of
from hearts_tui.domain.item import Status
from hearts_tui.domain.milestones import (
    DATE_HEADINGS,
    Milestone,
    OwnMilestone,
    TimelineEntry,
    by_group,
    placed,
)
from hearts_tui.domain.sequel_note import NOTED_DATE
from hearts_tui.domain.settings import SequelNote
from hearts_tui.domain.status_words import sign
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.countdown_page import date_page, sequel_line
from hearts_tui.screens.countdown_panel import CountdownPanel
from hearts_tui.screens.own_date_editor import OwnDateEditor
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.item_list import BarCursorList, Heading, Row
from hearts_tui.widgets.list_item import Entry

_ON_THE_CLOCK, _AHEAD, _TODAY = "◆", "○", "♡"


class DateList(BarCursorList, inherit_bindings=False):
    """The list of dates, where Enter chooses what is counted down to."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.DATES.bindings]


class CountdownScreen(BaseScreen):
    """A clock that counts down to one of the dates, over the list of all."""

    SECTION = Section.COUNTDOWN
    CSS_PATH = "countdown.tcss"
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.COUNTDOWN,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.COUNTDOWN.bindings]
    LIST = DateList
    LIST_KEYS = keys.DATES

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.own_dates = OwnDateEditor(lambda: self.app, state, self._changed)
        self._ticking: Timer | None = None
        self._distances: object = None

    def make_above(self) -> list[Widget]:
        """Make the clock and what stands around it."""
        return [CountdownPanel(self.state)]

    @property
    def panel(self) -> CountdownPanel:
        """The clock and what stands around it."""
        return self.query_one(CountdownPanel)

    # The list and the pages.

    @property
    def items(self) -> Sequence[Milestone]:
        """All dates, group by group."""
        groups = by_group(self.state.dates, self.state.today)
        return [entry.milestone for entries in groups.values() for entry in entries]

    @property
    def caption(self) -> str:
        """What the mark means, and how many dates there are."""
        count = len(self.shown)
        return f"{_ON_THE_CLOCK} on the clock · {count} date{'s' if count != 1 else ''}"

    def rows(self, items: Sequence[Milestone]) -> Sequence[Row]:
        """Return the dates under the headings of their groups."""
        rows: list[Row] = []
        for group, entries in by_group(items, self.state.today).items():
            rows += [Heading(DATE_HEADINGS[group]), *(entry.milestone.id for entry in entries)]
        return rows

    def entry(self, item: Milestone) -> Visual:
        """Draw a title over its date, with a sign where it is not simply so."""
        place = self._placed(item)
        away = self._distance(place)
        # The title of the date that is noted for the sequel says as much.
        is_own = isinstance(item, OwnMilestone) and item.id != NOTED_DATE
        owner = "yours" if is_own else ""
        doubt = f"{sign(item.status)} " if item.status is not Status.CONFIRMED else ""
        detail = f"{doubt}{place.when} · {away}"
        return Entry(self._mark(item, away), self.hidden.title_of(item), note=owner, detail=detail)

    def _mark(self, item: Milestone, away: str) -> str:
        target = self.state.target
        if target is not None and target.milestone.id == item.id:
            return _ON_THE_CLOCK
        if self._counts(item):
            return _TODAY if away == "today" else _AHEAD
        return " "

    def _counts(self, item: Milestone) -> bool:
        return target_of(item, self.state.clock(), self.state.zone) is not None

    def page(self, item: Milestone) -> Page:
        """Return the page of a date."""
        return date_page(item, self._distance(self._placed(item)), self.state, self.pages)

    def _placed(self, item: Milestone) -> TimelineEntry:
        return placed(item, self.state.today)

    def _distance(self, place: TimelineEntry) -> str:
        return distance(place, self.state.clock(), self.state.zone)

    @property
    def starting_at(self) -> str | None:
        """The list opens at what is counted down to."""
        target = self.state.target
        return target.milestone.id if target else None

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
        if self._all_distances() == self._distances:
            self.panel.tick()
        else:
            self.refresh_all()
            self.update_clock()

    def _all_distances(self) -> object:
        dates = [self._placed(milestone) for milestone in self.state.dates]
        return self.state.target, [self._distance(place) for place in dates]

    def refresh_list(self) -> None:
        """Draw the panel as well."""
        super().refresh_list()
        self._distances = self._all_distances()
        self.panel.draw(self._days, self._current_day, sequel_line(self.state))

    def show_current(self, *, from_top: bool = True) -> None:
        """Mark the date under the cursor on the line of years as well."""
        super().show_current(from_top=from_top)
        self.panel.mark(self._days, self._current_day)

    @property
    def _days(self) -> list[date]:
        return [self._placed(milestone).when.first for milestone in self.state.dates]

    @property
    def _current_day(self) -> date | None:
        return self._placed(self.item).when.first if self.item is not None else None

    # What the user chooses and writes down.

    def action_count_down(self) -> None:
        """Count down to the date under the cursor; where there is no counting, open its page."""
        item = self.item
        if item is None:
            return
        if self._counts(item):
            self.state.settings = replace(self.state.settings, countdown=item.id)
            self._changed(lambda: self.state.stores.settings.save("countdown", item.id))
            self.tell(f"Counting down to {self.hidden.title_of(item)}.")
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
