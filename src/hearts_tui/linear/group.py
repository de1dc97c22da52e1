"""The group of the user, where there is one: what it votes, who is in it, and how one compares."""

from collections.abc import Iterator, Sequence

from hearts_tui.domain.comparison import Pair, compare
from hearts_tui.domain.group import Group, is_friend
from hearts_tui.domain.slip import Slip, SlipVote, make_slip
from hearts_tui.domain.spoilers import HIDDEN
from hearts_tui.domain.storage import SlipReader, StorageError
from hearts_tui.domain.tally import FEWEST_VOTERS, Hidden, Tally
from hearts_tui.domain.theories import Theory
from hearts_tui.domain.voters import Record, display_names, record_of
from hearts_tui.linear.session import Session
from hearts_tui.printing.document import Document, Entry, Field, Section

_NO_GROUP = "Nobody here yet. hearts board --help says how to share votes with a group."


class GroupDocuments:
    """Reads the slips of others, and makes documents of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def results(self) -> Document:
        """Return what the group votes on each theory."""
        group, state = self._read(), self._session.state
        sections = [
            Section(
                heading=theory.title, entries=[*_tally(theory, group.tally(theory, state.ballot))]
            )
            for theory in state.library.theories
        ]
        return self._page("Your group's votes", group, sections)

    def voters(self) -> Document:
        """Return who votes, the best score first."""
        group, theories = self._read(), self._session.state.library.theories
        records = [("", record_of(self._mine, theories))]
        names = display_names(group.voters, self._mine.name or "you")
        records += [(voter, record_of(slip, theories)) for voter, slip in group.voters.items()]
        records.sort(key=lambda each: (each[1].score is None, each[1].score or 0, -each[1].votes))
        entries = [_record(voter, record, names.get(voter, "you")) for voter, record in records]
        return self._page(f"The voters: {len(entries):,}", group, [Section(entries=entries)])

    def friends(self) -> dict[str, str]:
        """Return the names of the friends, by their ids."""
        voters = self._read().voters
        names = display_names(voters, self._mine.name or "you")
        return {voter: name for voter, name in names.items() if is_friend(voter)}

    def comparison(self, voter: str, name: str) -> Document:
        """Return the user's votes beside those of a friend."""
        group, theories = self._read(), self._session.state.library.theories
        theirs = group.voters.get(voter, Slip())
        found = compare(self._mine, theirs, theories)
        titles = {theory.id: theory for theory in theories}
        entries = [self._pair(titles[pair.theory], pair, name) for pair in found.pairs]
        says = f"You agree on {found.agreed:,} of {len(entries):,}."
        if not entries:
            says = f"You and {name} haven't voted on the same theory yet."
        head = Entry(title=f"You and {name}", says=says)
        return Document(kind="comparison", head=head, sections=[Section(entries=entries)])

    @property
    def _mine(self) -> Slip:
        state = self._session.state
        return make_slip(state.ballot, state.library.theories, state.settings.board_name)

    def _read(self) -> Group:
        stores = self._session.state.stores
        own = stores.own_slip.voter if stores.own_slip is not None else ""
        board, rejected = self._slips(stores.slips)
        friends, _ = self._slips(stores.friends)
        others = {voter: slip for voter, slip in board.items() if voter != own}
        return Group(others, friends, rejected)

    def _slips(self, reader: SlipReader | None) -> tuple[dict[str, Slip], int]:
        if reader is None:
            return {}, 0
        try:
            read = reader.read()
        except StorageError as error:
            self._session.warn(str(error))
            return {}, 0
        self._session.warn(read.notice)
        return dict(read.slips), read.rejected_count

    def _page(self, title: str, group: Group, sections: Sequence[Section]) -> Document:
        says = "" if group.voters else _NO_GROUP
        slips = "slip doesn't" if group.rejected == 1 else "slips don't"
        told = f"{group.rejected:,} {slips} count" if group.rejected else ""
        head = Entry(title=title, says=says, fields=[Field("slips", group.rejected, told)])
        return Document(kind="group", head=head, sections=sections if group.voters else ())

    def _pair(self, theory: Theory, pair: Pair, name: str) -> Entry:
        hides = self._session.state.spoilers.hides(theory.spoiler, f"theories/{theory.id}")
        note = HIDDEN if hides and pair.theirs.note else pair.theirs.note
        mine, theirs = _stake(theory, pair.mine), _stake(theory, pair.theirs)
        return Entry(
            mark="Agreed:" if pair.agrees else "Not agreed:",
            title=theory.title,
            address=f"theories/{theory.id}",
            fields=[
                Field("mine", pair.mine.option, f"you say {mine}"),
                Field("theirs", pair.theirs.option, f"{name} says {theirs}"),
                Field("note", note or None, f"{name} notes {note}" if note else ""),
            ],
        )


def _stake(theory: Theory, vote: SlipVote) -> str:
    option = theory.option(vote.option)
    return f"{option.text if option else vote.option} {vote.confidence}%"


def _tally(theory: Theory, told: Tally) -> Iterator[Entry]:
    if told.hidden is Hidden.UNTIL_YOU_VOTE:
        yield Entry(title=f"{told.voters:,} voted. Vote to see what the others think.")
    elif told.hidden is not None:
        missing = FEWEST_VOTERS - told.voters
        yield Entry(title=f"{missing} more {'vote' if missing == 1 else 'votes'}, and it opens.")
    for each in told.options:
        option = theory.option(each.option)
        votes = f"{each.voters:,} {'vote' if each.voters == 1 else 'votes'}"
        sure = f"{each.confidence:.0f}% sure" if each.confidence is not None else ""
        yield Entry(
            title=option.text if option else each.option,
            fields=[
                Field("voters", each.voters, votes),
                Field("confidence", each.confidence, sure),
                Field("is_mine", each.is_mine, "you too" if each.is_mine else ""),
            ],
        )


def _record(voter: str, record: Record, name: str) -> Entry:
    who = "you" if not voter else "a friend" if is_friend(voter) else ""
    sure = "" if record.sure is None else f"{record.sure * 100:.0f}% sure"
    score = "" if record.score is None else f"score {record.score:.2f}"
    right = "" if record.right is None else f"{record.right * 100:.0f}% right"
    votes = f"{record.votes:,} {'vote' if record.votes == 1 else 'votes'}"
    return Entry(
        title=record.name or name if not voter else name,
        fields=[
            Field("who", who, who),
            Field("votes", record.votes, votes),
            Field("score", record.score, score),
            Field("sure", record.sure, sure),
            Field("right", record.right, right),
        ],
    )
