"""The group of the user, where there is one: what it votes, who is in it, and how one compares."""

from collections.abc import Mapping

from hearts_tui.domain.address import Address
from hearts_tui.domain.address import Section as Part
from hearts_tui.domain.comparison import Pair, compare
from hearts_tui.domain.group import Group, is_friend
from hearts_tui.domain.slip import Slip, SlipVote, make_slip
from hearts_tui.domain.spoilers import HIDDEN
from hearts_tui.domain.theories import Theory
from hearts_tui.domain.voters import Record, record_of
from hearts_tui.linear.session import Session
from hearts_tui.printing.document import Document, Entry, Field, Section
from hearts_tui.printing.group import NO_GROUP, group_document
from hearts_tui.printing.score import score_document


class GroupDocuments:
    """Looks at the slips of others, and makes documents of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def results(self) -> Document:
        """Return what the group votes on each theory."""
        self._session.state.look_at_group()
        return group_document(self._session.state.view)

    def score(self) -> Document:
        """Return how good the user's votes were, and against the group where there is one."""
        self._session.state.look_at_group()
        return score_document(self._session.state.view)

    def voters(self) -> Document:
        """Return who votes, the best score first."""
        group, theories = self._look(), self._session.state.library.theories
        if not group.voters:
            return Document(kind="group", head=Entry(title="The voters", says=NO_GROUP))
        names = group.names(self._mine.name)
        records = [("", record_of(self._mine, theories))]
        records += [(voter, record_of(slip, theories)) for voter, slip in group.voters.items()]
        records.sort(key=lambda each: (each[1].score is None, each[1].score or 0, -each[1].votes))
        entries = [_record(voter, record, names) for voter, record in records]
        head = Entry(title=f"The voters: {len(entries):,}")
        return Document(kind="group", head=head, sections=[Section(entries=entries)])

    def friends(self) -> dict[str, str]:
        """Return the names of the friends, by their ids."""
        names = self._look().names(self._mine.name)
        return {voter: name for voter, name in names.items() if is_friend(voter)}

    def comparison(self, voter: str, name: str) -> Document:
        """Return the user's votes beside those of a friend."""
        theirs = self._look().voters.get(voter, Slip())
        theories = self._session.state.library.theories
        found = compare(self._mine, theirs, theories)
        by_id = {theory.id: theory for theory in theories}
        entries = [self._pair(by_id[pair.theory], pair, name) for pair in found.pairs]
        says = f"You agree on {found.agreed:,} of {len(entries):,}."
        if not entries:
            says = f"You and {name} haven't voted on the same theory yet."
        head = Entry(title=f"You and {name}", says=says)
        return Document(kind="comparison", head=head, sections=[Section(entries=entries)])

    @property
    def _mine(self) -> Slip:
        state = self._session.state
        return make_slip(state.ballot, state.library.theories, state.settings.board_name)

    def _look(self) -> Group:
        self._session.state.look_at_group()
        return self._session.state.group or Group()

    def _pair(self, theory: Theory, pair: Pair, name: str) -> Entry:
        view, address = self._session.state.view, Address(Part.THEORIES, theory.id)
        mark = "Agreed:" if pair.agrees else "Not agreed:"
        if view.spoilers.hides_title(theory.spoiler, address):
            return Entry(mark=mark, title=view.title_of(theory, address))
        note = HIDDEN if view.hides(theory, address) and pair.theirs.note else pair.theirs.note
        mine, theirs = _stake(theory, pair.mine), _stake(theory, pair.theirs)
        return Entry(
            mark=mark,
            title=theory.title,
            address=str(address),
            fields=[
                Field("mine", pair.mine.option, f"you say {mine}"),
                Field("theirs", pair.theirs.option, f"{name} says {theirs}"),
                Field("note", note or None, f"{name} notes {note}" if note else ""),
            ],
        )


def _stake(theory: Theory, vote: SlipVote) -> str:
    option = theory.option(vote.option)
    return f"{option.text if option else vote.option} {vote.confidence}%"


def _record(voter: str, record: Record, names: Mapping[str, str]) -> Entry:
    who = "you" if not voter else "a friend" if is_friend(voter) else ""
    sure = "" if record.sure is None else f"{record.sure * 100:.0f}% sure"
    score = "" if record.score is None else f"score {record.score:.2f}"
    right = "" if record.right is None else f"{record.right * 100:.0f}% right"
    votes = f"{record.votes:,} {'vote' if record.votes == 1 else 'votes'}"
    return Entry(
        title=names[voter] if voter else record.name or "you",
        fields=[
            Field("who", who, who if voter or record.name else ""),
            Field("votes", record.votes, votes),
            Field("score", record.score, score),
            Field("sure", record.sure, sure),
            Field("right", record.right, right),
        ],
    )
