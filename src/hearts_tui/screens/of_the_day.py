"""What each day brings: a face, a song, something to read and a theory to vote on."""

from collections.abc import Sequence

from textual.content import Content

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.ballot import Vote
from hearts_tui.domain.front_page import (
    MOST_PREDICTIONS,
    face_of_the_day,
    one_to_read,
    song_of_the_day,
    theory_of_the_day,
    waiting_theories,
)
from hearts_tui.domain.item import Item, Status
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.domain.theories import Option, Theory
from hearts_tui.screens.state import AppState
from hearts_tui.screens.theory_entries import YOURS
from hearts_tui.widgets.badges import badge
from hearts_tui.widgets.crisis_line import crisis_line
from hearts_tui.widgets.document import GAP, Block, Paragraph
from hearts_tui.widgets.figure import Figure
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.links import link
from hearts_tui.widgets.markdown import to_paragraphs
from hearts_tui.widgets.pixel_art import picture_lines

_LEAD_WIDTH = 6
_KEY = "$accent bold"
_SLEEVE = "sleeve"


class OfTheDay:
    """The picks of a day, each as a section of its own or as a row behind a word for it."""

    def __init__(self, state: AppState) -> None:
        self._state = state

    # A face.

    def face(self) -> list[Block]:
        """Return the character of the day under the emblem."""
        person = face_of_the_day(self._state.library.people, self._state.today)
        art = self._art(person.id) if person else []
        if person is None or not art:
            return []
        return [
            *heading("Face of the day"),
            *map(Paragraph, art),
            Paragraph(self._title(Section.CAST, person)),
            quiet(self._summary(Section.CAST, person)),
        ]

    def face_row(self, *, with_picture: bool) -> list[Block]:
        """Return the character of the day in a row, with a line of the story."""
        person = face_of_the_day(self._state.library.people, self._state.today)
        if person is None:
            return []
        meet = Paragraph(self._title(Section.CAST, person), _LEAD_WIDTH, "Meet")
        art = self._art(person.id) if with_picture else []
        story = self._summary(Section.CAST, person)
        if not art:
            return [GAP, meet, Paragraph(Content.styled(story, "$text-muted"), _LEAD_WIDTH)]
        beside = [*heading("Face of the day")[1:], GAP, quiet(story)]
        return [GAP, Figure(art, beside), GAP, meet]

    # A theory.

    def theory(self) -> list[Paragraph]:
        """Return the theory of the day and the next ones, under a heading."""
        state, theory = self._state, self._theory
        if not state.library.theories:
            return []
        title = heading("What's your call?")
        if theory is None:
            return [*title, *self._all_called()]
        waiting = waiting_theories(state.library.theories, state.ballot, state.clock())
        others = [one for one in waiting if one is not theory][: MOST_PREDICTIONS - 1]
        rows = [Paragraph(self._title(Section.THEORIES, one), 2, "· ") for one in others]
        head = Paragraph(self._title(Section.THEORIES, theory))
        return [*title, head, *self._options(theory, 0), *([GAP, *rows] if rows else [])]

    def theory_row(self) -> list[Paragraph]:
        """Return the theory of the day in a row, with its options."""
        state, theory = self._state, self._theory
        if not state.library.theories:
            return []
        if theory is None:
            return [*self._all_called()]
        head = Paragraph(self._title(Section.THEORIES, theory), _LEAD_WIDTH, "Vote")
        return [head, *self._options(theory, _LEAD_WIDTH)]

    @property
    def _theory(self) -> Theory | None:
        state = self._state
        return theory_of_the_day(
            state.library.theories, state.ballot, state.spoiler_filter, state.clock(), state.zone
        )

    def _all_called(self) -> list[Paragraph]:
        theories, ballot = self._state.library.theories, self._state.ballot
        if waiting_theories(theories, ballot, self._state.clock()):
            return [quiet("There's more to call: press 5.")]
        return [quiet("All called! Press 5, then c: your score.")]

    def _options(self, theory: Theory, indent: int) -> list[Paragraph]:
        state, vote = self._state, self._state.ballot.vote(theory.id)
        waiting = waiting_theories(state.library.theories, state.ballot, state.clock())
        told = f" · {len(waiting)} left"
        what = " changes it" if vote else " votes"
        key = Content.assemble(("v", _KEY), what, (told, "$text-muted"))
        rows = [_option(option, vote, indent) for option in theory.options]
        return [*rows, Paragraph(key, indent)]

    # Something to read.

    def pick(self, *, whole: bool) -> list[Paragraph]:
        """Return one thing to read under a heading, with its text or with a line on it."""
        address = self._to_read
        if address is None:
            return []
        item = self._state.index[address]
        title = Paragraph(self._title_to_read(address, item))
        pick = [*heading("One to read"), title, quiet(item.summary)]
        if whole:
            pick += [GAP, *to_paragraphs(item.body)]
            pick += [GAP, crisis_line()] if item.sensitive else []
        return pick

    def pick_row(self) -> list[Paragraph]:
        """Return one thing to read in a row."""
        address = self._to_read
        if address is None:
            return []
        title = self._title_to_read(address, self._state.index[address])
        return [Paragraph(title, _LEAD_WIDTH, "Read")]

    def _title_to_read(self, address: Address, item: Item) -> Content:
        """Return a title with its sign, where it isn't simply so."""
        title = self._title(address.section, item)
        if item.status is Status.CONFIRMED:
            return title
        return Content.assemble(title, "  ", badge(item.status))

    @property
    def _to_read(self) -> Address | None:
        state = self._state
        return one_to_read(state.index, state.marks, state.spoiler_filter, state.today)

    # A song.

    def song(self) -> list[Block]:
        """Return a song of the album beside the sleeve, and where the film plays it."""
        song = song_of_the_day(self._state.library.tracks, self._state.today)
        if song is None:
            return []
        address = Address(Section.TRACKS, song.id)
        facts = " · ".join(filter(None, (f"Track {song.number}", song.length)))
        beside = [quiet(facts), quiet(self._summary(Section.TRACKS, song))]
        if song.scene and not self._state.spoiler_filter.hides(Spoiler.FILM, address):
            beside += [GAP, quiet("In the film"), Paragraph(Content(song.scene))]
        title = Paragraph(self._title(Section.TRACKS, song))
        return [*heading("Song of the day"), title, Figure(self._art(_SLEEVE), beside)]

    def song_row(self) -> list[Paragraph]:
        """Return a song of the album in a row."""
        song = song_of_the_day(self._state.library.tracks, self._state.today)
        title = self._title(Section.TRACKS, song) if song else None
        return [Paragraph(title, _LEAD_WIDTH, "Song")] if title else []

    # Parts of all of them.

    def _art(self, name: str) -> Sequence[Content]:
        found = self._state.picture(name).value
        return picture_lines(found, has_pixels=self._state.has_pixels) if found else []

    def _title(self, section: Section, item: Item) -> Content:
        """Return the title of an item as a link."""
        address = Address(section, item.id)
        return link(
            self._state.spoiler_filter.cover_title(item.title, item.spoiler, address), address
        )

    def _summary(self, section: Section, item: Item) -> str:
        address = Address(section, item.id)
        return self._state.spoiler_filter.cover(item.summary, item.spoiler, address)


def _option(option: Option, vote: Vote | None, indent: int) -> Paragraph:
    """Return a row for an option, with the reader's mark where they voted for it."""
    if vote is None or vote.option != option.id:
        return Paragraph(Content(option.text), indent + 2, f"{' ' * indent}○ ")
    text = Content.styled(f"{option.text} {vote.confidence}%", YOURS)
    return Paragraph(text, indent + 2, f"{' ' * indent}◉ ", lead_style=YOURS)
