"""The panel above the dates: the clock or a celebration, the line of years, and the sequel."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from hearts_tui.domain.celebration import headline
from hearts_tui.domain.countdown import Target, progress, remaining
from hearts_tui.domain.dates import on_day
from hearts_tui.domain.milestones import happening_today, occasion
from hearts_tui.screens.celebration import celebration
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.big_digits import BigDigits, in_one_line
from hearts_tui.widgets.charts import bar
from hearts_tui.widgets.split_view import SIDE_BY_SIDE_COLUMNS
from hearts_tui.widgets.timeline_bar import TimelineBar

_BAR_WIDTH = 10
_WIDE = 110
"""Columns from which on the panel tells where the clock ends."""

_FEWEST_ROWS, _MOST_ROWS = 8, 16
"""Lines of the heart: a third of the window's, within these."""


class CountdownPanel(Vertical):
    """Shows what is counted down to. ``draw`` draws everything, ``tick`` what time changes."""

    def __init__(self, state: AppState) -> None:
        super().__init__()
        self._state = state
        self._target: Target | None = None
        self._celebrated: object = None

    def compose(self) -> ComposeResult:
        """Yield the lines of the panel."""
        with Horizontal(classes="panel-head"):
            yield Static(markup=False, classes="panel-title")
            yield Static(markup=False, classes="panel-progress")
        yield BigDigits(has_halves=self._state.has_pixels)
        yield Static(markup=False, classes="panel-line")
        yield Static(markup=False, classes="panel-celebration")
        yield TimelineBar()
        yield Static(markup=False, classes="panel-sequel")

    def draw(self, days: Sequence[date], current: date | None, sequel: str) -> None:
        """Draw the panel; ``days`` stand on the line of years, ``sequel`` at its foot."""
        state = self._state
        self._target, self._celebrated = state.target, None
        self.set_class(self._target is None, "-nothing-ahead")
        self.set_class(self._celebrates, "-celebrating")
        self._say(".panel-title", self._title())
        self._say(".panel-sequel", sequel)
        self.mark(days, current)
        self.tick()

    def mark(self, days: Sequence[date], current: date | None) -> None:
        """Draw the line of years, where the day under the cursor has a mark of its own."""
        target = self._target.day if self._target else None
        self.query_one(TimelineBar).show(days, current, target, self._state.today)

    def tick(self) -> None:
        """Draw the time."""
        target = self._target
        if target is None:
            return
        if self._celebrates:
            self._celebrate(target)
            return
        now = self._state.clock()
        left = remaining(now, target.moment)
        seconds = self._state.settings.moves
        self.query_one(BigDigits).show(left, seconds=seconds)
        self._say(".panel-line", f"{in_one_line(left, seconds=seconds)} · {on_day(target.day)}")
        share = progress(target, now)
        told = f"{bar(share, _BAR_WIDTH)} {share:.0%} of the way"
        wide = self.app.size.width >= _WIDE
        self._say(".panel-progress", f"{told} · counts to {self._end}" if wide else told)

    def on_resize(self) -> None:
        """Draw what depends on the room there is."""
        self._celebrated = None
        self._say(".panel-title", self._title())
        self.tick()

    @property
    def _celebrates(self) -> bool:
        return self._target is not None and self._target.day == self._state.today

    def _celebrate(self, target: Target) -> None:
        """Draw the heart; it breathes, but not where nothing is to move by itself."""
        state = self._state
        is_still = not state.settings.moves
        rows = max(_FEWEST_ROWS, min(_MOST_ROWS, self.app.size.height // 3))
        # A large heart breathes slowly: each breath sends its inner edge.
        seconds = rows // 2
        is_large = is_still or int(state.clock().timestamp()) // seconds % 2 == 0
        if self._celebrated == is_large:
            return
        self._celebrated = is_large
        shown = celebration(target, state, rows, is_large=is_large)
        self.query_one(".panel-celebration", Static).update(shown)
        self._say(".panel-line", f"♡ {headline(target.milestone, target.day)}")

    def _title(self) -> str:
        target, today = self._target, self._state.today
        if target is None:
            return "No date lies ahead."
        title = occasion(target.milestone, target.day)
        if self.app.size.width >= SIDE_BY_SIDE_COLUMNS:
            title += f", {on_day(target.day)}"
        others = [
            occasion(milestone, today)
            for milestone in happening_today(self._state.open_dates, today)
            if milestone.id != target.milestone.id
        ]
        return f"Today: {', '.join(others)}. Next: {title}" if others else title

    @property
    def _end(self) -> str:
        """Where the clock comes to zero."""
        name = self._state.clock().astimezone(self._state.zone).tzname()
        return f"midnight, {name}" if name else "midnight"

    def _say(self, selector: str, text: str) -> None:
        line = self.query_one(selector, Static)
        if str(line.content) != text:
            line.update(text)
