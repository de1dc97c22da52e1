"""The countdown and the timeline."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import ScreenResume, ScreenSuspend
from textual.timer import Timer
from textual.visual import Visual
from textual.widgets import Static

from hearts_tui.domain.address import Section
from hearts_tui.domain.dates import Standing, day_of, on_day
from hearts_tui.domain.milestones import (
    Milestone,
    Target,
    TimelineEntry,
    distance,
    happening_today,
    next_target,
    occasion,
    placed,
    progress,
    remaining,
    timeline,
)
from hearts_tui.domain.settings import Motion, Outcome, SequelNote
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.page_builder import Extras, Page
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.badges import sign
from hearts_tui.widgets.big_digits import BigDigits, in_one_line
from hearts_tui.widgets.charts import bar
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.list_item import Entry
from hearts_tui.widgets.timeline_bar import HERE, OTHER, TODAY, timeline_bar

SEQUEL_DATE = "sequel-date"
"""The id of the milestone that holds the sequel's reported date."""

_BAR_WIDTH = 24
_LINE_WIDTH = 34
_COMING = "○"
_MARKS = {Standing.PAST: " ", Standing.NOW: "◆", Standing.COMING: _COMING}


class CountdownScreen(BaseScreen):
    """Large digits to the next real date over the timeline of all milestones."""

    SECTION = Section.COUNTDOWN
    CSS_PATH = "countdown.tcss"
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.COUNTDOWN,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.COUNTDOWN.bindings]

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._ticking: Timer | None = None
        self._hero: object = None

    def compose_top(self) -> ComposeResult:
        """Yield the countdown."""
        with Vertical(classes="hero"):
            yield Static(markup=False, classes="hero-title")
            yield BigDigits()
            yield Static(markup=False, classes="hero-line")
            yield Static(markup=False, classes="hero-progress")
            yield Static(markup=False, classes="hero-sequel")

    @property
    def items(self) -> Sequence[Milestone]:
        """The milestones in order of date."""
        return [entry.milestone for entry in self._timeline]

    @property
    def caption(self) -> str:
        """What the marks mean."""
        return f"{_COMING} to come · {len(self.shown)} in all"

    def entry(self, item: Milestone) -> Visual:
        """Draw a milestone over its date."""
        place = self._placed(item)
        away = distance(place, self.state.today, in_years=True)
        when = f"{sign(item.status)} {place.when}"
        mark = _MARKS[place.standing]
        return Entry(mark, self.title_of(item), detail=f"{when} · {away}")

    def page(self, item: Milestone) -> Page:
        """Return the page of a date."""
        return self.pages.build(
            item,
            Extras(
                facts=self._when(item),
                after=self._sequel_words(item),
                side=self._on_the_timeline(item),
            ),
        )

    def _when(self, item: Milestone) -> list[Paragraph]:
        """Return when it is, seen from today, and in whose time."""
        place = self._placed(item)
        away = distance(place, self.state.today)
        paragraphs = [
            Paragraph(Content(f"{occasion(item, place.when.first)}: {place.when}, {away}."))
        ]
        if item.moment is not None:
            day = on_day(day_of(item.moment, self.state.zone))
            hour = self.state.hour_of(item.moment)
            paragraphs.append(Paragraph(Content(f"In your time zone: {day}, {hour}.")))
        return [*paragraphs, *([quiet(item.zone_note)] if item.zone_note else [])]

    def _on_the_timeline(self, item: Milestone) -> list[Paragraph]:
        days = [entry.when.first for entry in self._timeline]
        line, under = timeline_bar(
            days, self._placed(item).when.first, self.state.today, _LINE_WIDTH
        )
        legend = f"{HERE} this one, {OTHER} others, {TODAY} today"
        return [
            *heading("On the timeline"),
            Paragraph(Content(line)),
            Paragraph(Content(under)),
            quiet(legend),
        ]

    def _sequel_words(self, item: Milestone) -> list[Paragraph]:
        if item.id != SEQUEL_DATE:
            return []
        place = self._placed(item)
        lines = [_what_is_known(place)]
        if note := _own_words(self.state.sequel):
            lines.append(note)
        else:
            lines.append("Heard more? Press e to note it.")
        return [
            *heading("What we know"),
            *(Paragraph(Content(line)) for line in lines),
        ]

    @property
    def starting_at(self) -> str | None:
        """The timeline opens at the next date."""
        coming = (e.milestone.id for e in self._timeline if e.standing is not Standing.PAST)
        return next(coming, None)

    @on(ScreenResume)
    def _start_ticking(self) -> None:
        if self._ticking is None:
            self._ticking = self.set_interval(1.0, self._tick)

    @on(ScreenSuspend)
    def _stop_ticking(self) -> None:
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def refresh_list(self) -> None:
        """Draw the countdown as well."""
        super().refresh_list()
        self._draw_hero()
        self._draw_time()

    def action_note(self) -> None:
        """Let the user write down what they know of the sequel."""
        from hearts_tui.screens.sequel_status import SequelStatusDialog

        self.app.push_screen(SequelStatusDialog(self.state.sequel), self._noted)

    def _noted(self, note: SequelNote | None) -> None:
        if note is None or note == self.state.sequel:
            return
        self.state.sequel = note
        self.refresh_all()
        self.save(lambda: self.state.stores.settings.save_sequel(note))

    @property
    def _timeline(self) -> list[TimelineEntry]:
        return timeline(self.state.library.milestones, self.state.today)

    def _placed(self, item: Milestone) -> TimelineEntry:
        return placed(item, self.state.today)

    def _target(self) -> Target | None:
        return next_target(self.state.library.milestones, self.state.clock(), self.state.zone)

    def _tick(self) -> None:
        if (self._target(), self.state.today) == self._hero:
            self._draw_time()
        else:
            self.refresh_all()

    def _draw_time(self) -> None:
        target = self._target()
        if target is None:
            return
        left = remaining(self.state.clock(), target.moment)
        seconds = self.state.settings.motion is Motion.FULL
        self.query_one(BigDigits).show(left, seconds=seconds)
        self._say(".hero-line", in_one_line(left, seconds=seconds))
        share = progress(target, self.state.clock())
        self._say(
            ".hero-progress",
            f"{bar(share, _BAR_WIDTH)} {share:.0%} of the wait is over · {self._zone_name}",
        )

    def _draw_hero(self) -> None:
        target = self._target()
        self._hero = target, self.state.today
        self.query_one(".hero").set_class(target is None, "-nothing-ahead")
        if target is None:
            self._say(".hero-title", "No date lies ahead.")
            return
        happening = happening_today(self.items, self.state.today)
        today = [self._occasion(milestone, self.state.today) for milestone in happening]
        opening = f"Today: {', '.join(today)}. Next: " if today else ""
        title = f"{opening}{self._occasion(target.milestone, target.day)}, {on_day(target.day)}"
        self._say(".hero-title", title)
        self._say(".hero-sequel", self._sequel_line())

    def _occasion(self, milestone: Milestone, day: date) -> str:
        return occasion(milestone, day)

    def _say(self, selector: str, text: str) -> None:
        line = self.query_one(selector, Static)
        if str(line.content) != text:
            line.update(text)

    @property
    def _zone_name(self) -> str:
        name = self.state.clock().astimezone(self.state.zone).tzname()
        return f"your time ({name})" if name else "your time"

    def _sequel_line(self) -> str:
        if note := _own_words(self.state.sequel):
            return f"Sequel: {note}."
        for item in self.state.library.milestones:
            if item.id == SEQUEL_DATE:
                place = self._placed(item)
                passed = " Date passed; press e if you know more."
                said = f"Sequel: rumored for {place.when}."
                return said + (passed if place.standing is Standing.PAST else "")
        return ""


def _what_is_known(place: TimelineEntry) -> str:
    if place.standing is Standing.COMING:
        return f"Rumored for {place.when}. It's a reported date, not an appointment."
    return (
        f"Rumored for {place.when}. That date has passed. hearts is offline: check Netflix, then "
        "press e to note what you find."
    )


def _own_words(note: SequelNote) -> str:
    day = f" {on_day(note.day)}" if note.day else ""
    return {
        Outcome.UNKNOWN: "",
        Outcome.NEW_DATE: f"your date:{day}",
        Outcome.OUT: f"you noted that it's out{',' if day else ''}{day}",
        Outcome.CANCELLED: "you noted that it's canceled",
    }[note.outcome]
