"""What a group votes: on the page of a theory, and on all theories at once."""

from collections.abc import Iterator, Sequence

from hearts_tui.domain.address import Address
from hearts_tui.domain.address import Section as Part
from hearts_tui.domain.closing import why_closed
from hearts_tui.domain.group import Group
from hearts_tui.domain.group_words import MOST_NOTES, count_and_confidence, why_hidden
from hearts_tui.domain.plural import count
from hearts_tui.domain.prose import plain_prose
from hearts_tui.domain.tally import Hidden, OptionTally, Tally
from hearts_tui.domain.theories import Theory
from hearts_tui.printing.document import Document, Entry, Field, Section
from hearts_tui.printing.view import View

NO_GROUP = "Nobody here yet. hearts board --help says how to share votes with a group."

_HIDDEN = "Hidden, as the theory's page is."
_MEDIAN = "How sure they are is the median."
_VOTE_FIRST, _MORE_VOTES, _NEVER = "Vote first", "More votes needed", "Closed and still hidden"


def group_sections(view: View, theory: Theory) -> Iterator[Section]:
    """Yield what the group votes on a theory, or why that is hidden; nothing without a group.

    Of the reader's own theories others know nothing.
    """
    group = view.group
    if group is None or view.ballot.own(theory.id) is not None:
        return
    told = group.tally(theory, view.ballot)
    if told.hidden is None:
        yield _results(theory, told, f"Your group, {count(told.voters, 'vote')}")
        yield from _notes(view, group, theory)
        return
    why = why_hidden(told, is_closed=_is_closed(view, theory))
    if told.hidden is Hidden.UNTIL_THREE_HAVE and group.friends:
        why = f"{why} {view.hints.compare} puts you and a friend side by side."
    yield Section(heading="Your group", paragraphs=[plain_prose(why)])


def group_document(view: View) -> Document:
    """Return what the group votes on each theory, those that are open first."""
    group = view.group or Group()
    rejected = count(group.rejected, "slip")
    doesnt = "doesn't" if group.rejected == 1 else "don't"
    told = f"{rejected} {doesnt} count" if group.rejected else ""
    head = Entry(
        title="Your group's votes",
        says="" if group.voters else NO_GROUP,
        fields=[Field("slips", group.rejected, told)],
    )
    sections = [*_open(view, group), *_hidden(view, group)] if group.voters else []
    return Document(kind="group", head=head, sections=sections)


def _open(view: View, group: Group) -> Iterator[Section]:
    for theory in view.library.theories:
        told = group.tally(theory, view.ballot)
        if told.hidden is None:
            address = _address(theory)
            title = view.title_of(theory, address)
            if view.hides(theory, address):
                yield Section(heading=title, paragraphs=[plain_prose(_HIDDEN)])
            else:
                yield _results(theory, told, title)


def _hidden(view: View, group: Group) -> Iterator[Section]:
    """Yield the theories that the group's votes are hidden on, by what would open them."""
    entries: dict[str, list[Entry]] = {_VOTE_FIRST: [], _MORE_VOTES: [], _NEVER: []}
    without_votes = 0
    for theory in view.library.theories:
        told = group.tally(theory, view.ballot)
        if told.voters == 0:
            without_votes += 1
        elif told.hidden is not None:
            entries[_opened_by(view, theory, told)].append(_line(view, theory, told))
    yield from (Section(heading=each, entries=found) for each, found in entries.items() if found)
    if without_votes:
        theories = "theory has" if without_votes == 1 else "theories have"
        yield Section(paragraphs=[plain_prose(f"{without_votes:,} {theories} no votes yet.")])


def _opened_by(view: View, theory: Theory, told: Tally) -> str:
    if _is_closed(view, theory):
        return _NEVER
    return _VOTE_FIRST if told.hidden is Hidden.UNTIL_YOU_VOTE else _MORE_VOTES


def _line(view: View, theory: Theory, told: Tally) -> Entry:
    address = _address(theory)
    title = view.title_of(theory, address)
    # An id tells as much as a title does.
    leads = "" if view.spoilers.hides_title(theory.spoiler, address) else str(address)
    voters = Field("voters", told.voters, f"{count(told.voters, 'vote')} so far")
    return Entry(title=title, address=leads, fields=[voters])


def _results(theory: Theory, told: Tally, heading: str) -> Section:
    entries = [_option(theory, option) for option in told.options]
    return Section(heading=heading, paragraphs=[plain_prose(_MEDIAN)], entries=entries)


def _option(theory: Theory, told: OptionTally) -> Entry:
    option = theory.option(told.option)
    you = "you too" if told.voters > 1 else "just you"
    return Entry(
        title=option.text if option else told.option,
        fields=[
            Field("voters", told.voters, count_and_confidence(told)),
            Field("confidence", told.confidence),
            Field("is_mine", told.is_mine, you if told.is_mine else ""),
        ],
    )


def _notes(view: View, group: Group, theory: Theory) -> Sequence[Section]:
    """Return the latest of the notes that voters share, with their names."""
    names = group.names(view.settings.board_name)
    entries = [Entry(title=names[voter], says=note) for voter, note in group.notes(theory.id)]
    return [Section(heading="Their notes", entries=entries, most=MOST_NOTES)] if entries else []


def _is_closed(view: View, theory: Theory) -> bool:
    return why_closed(theory, view.ballot, view.now) is not None


def _address(theory: Theory) -> Address:
    return Address(Part.THEORIES, theory.id)
