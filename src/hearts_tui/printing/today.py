"""The front page: the countdown, what is new, what to read and what to predict."""

from collections.abc import Iterable, Iterator
from datetime import date

from hearts_tui.domain.address import Address
from hearts_tui.domain.address import Section as Part
from hearts_tui.domain.crisis_line import CRISIS_LINE
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
    theory_of_the_day,
    waiting_theories,
)
from hearts_tui.domain.milestones import Milestone, occasion
from hearts_tui.domain.on_this_day import Anniversary, coming_up, on_this_day
from hearts_tui.domain.prose import parse_prose, plain_prose
from hearts_tui.printing.dates import in_words, target_fields
from hearts_tui.printing.document import Document, Entry, Field, Section
from hearts_tui.printing.noun import linked
from hearts_tui.printing.view import View


def front_page(view: View) -> Document:
    """Return the page of the day."""
    today, target = view.today, view.target
    return Document(
        kind="today",
        head=Entry(
            title=f"{today:%A, %B} {today.day}",
            says=in_words(target, view),
            fields=[
                Field("date", today.isoformat()),
                Field("target", target_fields(target, view)),
            ],
        ),
        sections=[
            *_since_last_visit(view),
            *_listed("On this day", _anniversaries(view)),
            *_pick(view),
            *_of_the_day(view),
            *_listed("Coming up", _coming(view)),
            *_predictions(view),
        ],
    )


def _listed(heading: str, entries: Iterable[Entry]) -> Iterator[Section]:
    """Yield a section, unless it would be empty."""
    listed = [*entries]
    if listed:
        yield Section(heading=heading, entries=listed)


def _since_last_visit(view: View) -> Iterator[Section]:
    visited = view.marks.visited
    if visited is None:
        return
    last = day_of(visited, view.zone)
    new = news_since(view.index, last, view.today)
    entries = [
        *(_marked(linked(view, address), "New:") for address in new.told),
        *(_day(view, one, day) for one, day in new.came.values()),
        *(_marked(linked(view, address), "Resolved:") for address in new.settled),
    ]
    if entries:
        heading = f"Since your last visit, {on_day(last)}"
        yield Section(heading=heading, entries=entries, most=MOST_NEWS)


def _marked(entry: Entry, mark: str) -> Entry:
    return Entry(title=entry.title, address=entry.address, status=entry.status, mark=mark)


def _day(view: View, milestone: Milestone, day: date) -> Entry:
    address = Address(Part.COUNTDOWN, milestone.id)
    name = occasion(milestone, day)
    hidden = view.spoilers.hides_title(milestone.spoiler, address)
    return Entry(
        title=view.spoilers.cover_title(name, milestone.spoiler, address),
        address="" if hidden else str(address),
        status=milestone.status,
        mark=f"{on_day(day)}:",
        fields=[Field("date", day.isoformat())],
    )


def _anniversaries(view: View) -> Iterator[Entry]:
    for one in on_this_day(view.index, view.today)[:MOST_ANNIVERSARIES]:
        yield _anniversary(view, one)


def _anniversary(view: View, one: Anniversary) -> Entry:
    ago = f"{one.years} year{'s' if one.years != 1 else ''} ago:" if one.years else "Today:"
    entry = linked(view, one.address)
    return Entry(
        title=entry.title,
        address=entry.address,
        status=entry.status,
        mark=ago,
        fields=[Field("years", one.years)],
    )


def _pick(view: View) -> Iterator[Section]:
    """Yield one thing to read, which the reader has not read and may see."""
    address = one_to_read(view.index, view.marks, view.spoilers, view.today)
    if address is None:
        return
    item = view.index[address]
    yield Section(heading="One to read", entries=[linked(view, address)])
    crisis = [plain_prose(CRISIS_LINE)] if item.sensitive else []
    yield Section(paragraphs=[*parse_prose(item.body), *crisis])


def _of_the_day(view: View) -> Iterator[Section]:
    song = song_of_the_day(view.library.tracks, view.today)
    face = face_of_the_day(view.library.people, view.today)
    for heading, section, item in (
        ("Song of the day", Part.TRACKS, song),
        ("Face of the day", Part.CAST, face),
    ):
        if item is not None:
            address = Address(section, item.id)
            summary = view.spoilers.cover(item.summary, item.spoiler, address)
            entry = Entry(title=item.title, address=str(address), says=summary)
            yield Section(heading=heading, entries=[entry])


def _coming(view: View) -> Iterator[Entry]:
    for day, one in coming_up(view.library.milestones, view.today)[:MOST_COMING]:
        yield _day(view, one, day)


def _predictions(view: View) -> Iterator[Section]:
    """Yield theories that wait for a vote, that of the day first, and how many do."""
    theories = view.library.theories
    of_the_day = theory_of_the_day(theories, view.ballot, view.spoilers, view.now, view.zone)
    waiting = waiting_theories(theories, view.ballot, view.now)
    waiting = sorted(waiting, key=lambda theory: theory is not of_the_day)
    if waiting:
        entries = [linked(view, Address(Part.THEORIES, each.id)) for each in waiting]
        yield Section(
            heading=f"What's your call? {len(waiting)} of {len(theories)} still to go",
            entries=[_marked(entry, "○") for entry in entries[:MOST_PREDICTIONS]],
        )
