"""Today: what a reader who comes back sees first."""

from datetime import date

from textual.content import Content
from textual.geometry import Size

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.countdown import remaining
from hearts_tui.domain.dates import day_of, on_day
from hearts_tui.domain.front_page import (
    MOST_ANNIVERSARIES,
    MOST_COMING,
    MOST_NEWS,
    MOST_PREDICTIONS,
    face_of_the_day,
    news_since,
    one_to_read,
    song_of_the_day,
    waiting_theories,
)
from hearts_tui.domain.milestones import Milestone, occasion
from hearts_tui.domain.on_this_day import Anniversary, coming_up, on_this_day
from hearts_tui.domain.whats_new import WhatsNew
from hearts_tui.screens.bare_day import day_title
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.screens.welcome import question
from hearts_tui.widgets.badges import badge
from hearts_tui.widgets.crisis_line import crisis_line
from hearts_tui.widgets.document import GAP, Block, Document, Paragraph
from hearts_tui.widgets.item_page import WELCOME, heading, quiet
from hearts_tui.widgets.links import link
from hearts_tui.widgets.markdown import to_paragraphs
from hearts_tui.widgets.pixel_art import picture_lines

_TALL_ROWS = 34
"""Cells of the window from which on there is room for the whole text to read, and for more."""


class Today:
    """The page of the day: the countdown, what is new, what to read and what to predict."""

    title = "Today"

    def __init__(self, state: AppState) -> None:
        self._state = state

    @property
    def detail(self) -> str:
        """What is new, in numbers; the date where nothing is."""
        new = self._whats_new()
        if not new:
            return str(on_day(self._state.today))
        dates = f"{len(new.came)} date{'s' if len(new.came) != 1 else ''}"
        counts = (
            (len(new.told), f"{len(new.told)} new"),
            (len(new.came), dates),
            (len(new.settled), f"{len(new.settled)} resolved"),
        )
        return " · ".join(text for count, text in counts if count)

    def page(self, size: Size, *, wide: bool) -> Page:
        """Return the page for a window of a size; ``wide`` where it has a side pane."""
        state = self._state
        is_tall = size.height >= _TALL_ROWS
        story = [
            day_title(state.today),
            *self._countdown(),
            *question(state.settings),
            *self._news(),
            *self._on_this_day(),
            *self._pick(whole=is_tall),
            *(self._song() if is_tall else []),
            *(self._coming_up() if is_tall else []),
        ]
        face = self._face() if wide else []
        side = [*face, *self._predictions(), GAP, Paragraph(link("Welcome page", WELCOME))]
        return Page(Document(story), Document(side))

    def _countdown(self) -> list[Paragraph]:
        state = self._state
        target = state.target
        if target is None:
            return []
        name = self._day(target.milestone, target.day)
        if target.day == state.today:
            return [Paragraph(Content.assemble("Today: ", name))]
        left = remaining(state.clock(), target.moment)
        return [Paragraph(Content.assemble(name, f" {left}"))]

    def _news(self) -> list[Paragraph]:
        """Return what has come about since the last visit."""
        state, new = self._state, self._whats_new()
        if not new or state.marks.visited is None:
            return []
        rows = [
            *(_row("New: ", self._title(address)) for address in new.told),
            *(_row(f"{on_day(day)}: ", self._day(one, day)) for one, day in new.came.values()),
            *(_row("Resolved: ", self._title(address)) for address in new.settled),
        ]
        more = len(rows) - MOST_NEWS
        last = on_day(day_of(state.marks.visited, state.zone))
        return [
            *heading(f"Since your last visit, {last}"),
            *rows[:MOST_NEWS],
            *([quiet(f"and {more:,} more")] if more > 0 else []),
        ]

    def _whats_new(self) -> WhatsNew | None:
        """Return what is new, but for what is told of as on this day."""
        state = self._state
        if state.marks.visited is None:
            return None
        last = day_of(state.marks.visited, state.zone)
        return news_since(state.index, last, state.today)

    def _title(self, address: Address) -> Content:
        """Return the title of an item as a link."""
        item = self._state.index[address]
        return link(
            self._state.spoiler_filter.cover_title(item.title, item.spoiler, address), address
        )

    def _day(self, milestone: Milestone, day: date) -> Content:
        """Return the name of a milestone's day as a link."""
        address = Address(Section.COUNTDOWN, milestone.id)
        name = occasion(milestone, day)
        if address not in self._state.index:
            # One of the user's own, which has no page to link to.
            return Content(name)
        return link(
            self._state.spoiler_filter.cover_title(name, milestone.spoiler, address), address
        )

    def _on_this_day(self) -> list[Paragraph]:
        found = on_this_day(self._state.index, self._state.today)[:MOST_ANNIVERSARIES]
        rows = [self._anniversary(one) for one in found]
        return [*heading("On this day"), *rows] if rows else []

    def _anniversary(self, anniversary: Anniversary) -> Paragraph:
        item, years = anniversary.item, anniversary.years
        if isinstance(item, Milestone) and anniversary.is_yearly:
            return _row("", self._day(item, self._state.today))
        ago = f"{years} year{'s' if years != 1 else ''} ago: " if years else "Today: "
        return _row(ago, self._title(anniversary.address))

    def _pick(self, *, whole: bool) -> list[Paragraph]:
        """Return one thing to read, which the reader has not read and may see."""
        state = self._state
        address = one_to_read(state.index, state.marks, state.spoiler_filter, state.today)
        if address is None:
            return []
        item = state.index[address]
        title = Content.assemble(self._title(address), "  ", badge(item.status))
        pick = [*heading("One to read"), Paragraph(title), quiet(item.summary)]
        if whole:
            pick += [GAP, *to_paragraphs(item.body)]
            pick += [GAP, crisis_line()] if item.sensitive else []
        return pick

    def _song(self) -> list[Paragraph]:
        """Return the song of the day, one of the album's."""
        state = self._state
        song = song_of_the_day(state.library.tracks, state.today)
        if song is None:
            return []
        address = Address(Section.TRACKS, song.id)
        summary = state.spoiler_filter.cover(song.summary, song.spoiler, address)
        return [*heading("Song of the day"), Paragraph(self._title(address)), quiet(summary)]

    def _coming_up(self) -> list[Paragraph]:
        coming = coming_up(self._state.library.milestones, self._state.today)[:MOST_COMING]
        rows = [_row(f"{on_day(day)}: ", self._day(one, day)) for day, one in coming]
        return [*heading("Coming up"), *rows] if rows else []

    def _predictions(self) -> list[Paragraph]:
        """Return the first theories that wait for a vote, and how many do."""
        state = self._state
        theories = state.library.theories
        waiting = waiting_theories(theories, state.ballot, state.clock())
        if not theories:
            return []
        if not waiting:
            return [*heading("Your predictions"), quiet("All called! Press 5, then c: your score.")]
        rows = [
            _row("", self._title(Address(Section.THEORIES, theory.id)))
            for theory in waiting[:MOST_PREDICTIONS]
        ]
        left = f"{len(waiting)} of {len(theories)} still to call"
        return [*heading("What's your call?"), *rows, quiet(left)]

    def _face(self) -> list[Block]:
        """Return the character of the day, with the emblem."""
        state = self._state
        person = face_of_the_day(state.library.people, state.today)
        picture = state.picture(person.id).value if person else None
        if person is None or picture is None:
            return []
        address = Address(Section.CAST, person.id)
        art = picture_lines(picture, has_pixels=state.has_pixels)
        summary = state.spoiler_filter.cover(person.summary, person.spoiler, address)
        return [
            *heading("Face of the day")[1:],
            *map(Paragraph, art),
            Paragraph(self._title(address)),
            quiet(summary),
        ]


def _row(lead: str, linked: Content) -> Paragraph:
    return Paragraph(Content.assemble((lead, "$text-muted"), linked), 2, "· ")
