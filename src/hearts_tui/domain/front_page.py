"""What a reader finds on the front page of a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.ballot import Ballot, Vote
from hearts_tui.domain.cast import Person, PersonKind
from hearts_tui.domain.closing import why_closed
from hearts_tui.domain.daily_pick import daily_pick
from hearts_tui.domain.dates import day_of
from hearts_tui.domain.item import Item
from hearts_tui.domain.marks import Marks
from hearts_tui.domain.on_this_day import on_this_day
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.start_here import START_HERE
from hearts_tui.domain.theories import Theory
from hearts_tui.domain.tracks import Track
from hearts_tui.domain.whats_new import WhatsNew, whats_new

MOST_PREDICTIONS, MOST_ANNIVERSARIES, MOST_NEWS, MOST_COMING = 3, 4, 8, 3
"""How many lines each part has at most."""


def news_since(index: Mapping[Address, Item], last_visit: date, today: date) -> WhatsNew:
    """Find what is new since a visit, but for what is told of as on this day."""
    new = whats_new(index, last_visit, today)
    told = {one.address for one in on_this_day(index, today)}
    came = {address: found for address, found in new.came.items() if address not in told}
    return replace(new, came=came)


def one_to_read(
    index: Mapping[Address, Item], marks: Marks, spoilers: SpoilerFilter, today: date
) -> Address | None:
    """Choose one thing to read, which the reader has not read and may see."""
    unread = (
        address
        for address, item in index.items()
        if address.section in (Section.NEWS, Section.FILM)
        and str(address) not in marks.read
        and not spoilers.hides(item.spoiler, address)
    )
    return daily_pick(unread, today)


def song_of_the_day(tracks: Iterable[Track], today: date) -> Track | None:
    """Choose one of the album's songs."""
    album = {Address(Section.TRACKS, one.id): one for one in tracks if one.number is not None}
    address = daily_pick(album, today)
    return album[address] if address else None


def face_of_the_day(people: Iterable[Person], today: date) -> Person | None:
    """Choose one of the characters."""
    faces = {
        Address(Section.CAST, person.id): person
        for person in people
        if person.kind is PersonKind.CHARACTER
    }
    address = daily_pick(faces, today)
    return faces[address] if address else None


def waiting_theories(theories: Iterable[Theory], ballot: Ballot, now: datetime) -> Sequence[Theory]:
    """List the theories that wait for a vote."""
    return [
        one
        for one in theories
        if ballot.vote(one.id) is None and why_closed(one, ballot, now) is None
    ]


def theory_of_the_day(
    theories: Iterable[Theory],
    ballot: Ballot,
    spoilers: SpoilerFilter,
    now: datetime,
    zone: tzinfo,
) -> Theory | None:
    """Choose one of the theories that wait for a vote; it stays all day, voted on or not.

    One that touches on somebody's health isn't offered without its page, where the help stands,
    and none whose title is hidden.
    """
    today = day_of(now, zone)
    open_today = {
        Address(Section.THEORIES, one.id): one
        for one in theories
        if not one.sensitive
        and not spoilers.hides_title(one.spoiler, Address(Section.THEORIES, one.id))
        and why_closed(one, ballot, now) is None
        and _is_of_day(ballot.vote(one.id), today, zone)
    }
    address = daily_pick(open_today, today)
    return open_today[address] if address else None


def first_vote(theories: Iterable[Theory]) -> Theory | None:
    """Return the theory that a new reader is led to; None where it isn't there."""
    addresses = [address for _, address, _ in START_HERE]
    return next(
        (one for one in theories if str(Address(Section.THEORIES, one.id)) in addresses), None
    )


def _is_of_day(vote: Vote | None, today: date, zone: tzinfo) -> bool:
    """Return whether there is no vote, or one that was first given on a day."""
    if vote is None:
        return True
    first = vote.history[0].at if vote.history else vote.at
    return first is not None and day_of(first, zone) == today
