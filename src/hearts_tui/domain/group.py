"""The group of a user: those who vote on a shared board, and friends whose slips were added."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import TypeVar

from hearts_tui.domain.ballot import Answer, Ballot
from hearts_tui.domain.closing import standing_vote
from hearts_tui.domain.slip import Slip
from hearts_tui.domain.tally import RelativeScore, Tally, relative_score, tally
from hearts_tui.domain.theories import Theory
from hearts_tui.domain.voters import display_names

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_NOTHING = Slip()

_FRIEND = "friend "
"""What stands before the id of a friend."""

Result = TypeVar("Result")
_Known = dict[str, tuple[Answer | None, Result]]
"""What was counted on a theory, by its id, and the user's vote at that time."""


@dataclass(frozen=True)
class Group:
    """All voters but the user, those of a board and friends, by their ids.

    ``rejected`` is how many files on the board don't count.
    """

    board: Mapping[str, Slip] = field(default_factory=dict)
    friends: Mapping[str, Slip] = field(default_factory=dict)
    rejected: int = 0
    _tallies: _Known[Tally] = field(default_factory=dict, init=False, repr=False, compare=False)
    _scores: _Known[RelativeScore | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _names: dict[str, Mapping[str, str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _notes: dict[str, Sequence[tuple[str, str]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def voters(self) -> Mapping[str, Slip]:
        """The slips of all by an id of theirs, friends first; who is both counts once, as a friend.

        What the board has of a friend is newer than what was added by hand, or the same.
        """
        twins = {friend: self._on_board(friend) for friend in self.friends}
        friends = {
            f"{_FRIEND}{friend}": self.board[twin] if twin else self.friends[friend]
            for friend, twin in twins.items()
        }
        both = set(twins.values())
        return friends | {voter: slip for voter, slip in self.board.items() if voter not in both}

    def _on_board(self, friend: str) -> str:
        """Return the id under which a friend votes on the board; empty where they don't.

        The id of a key is the same everywhere; by-name ids of friends are no ids of a board.
        """
        if friend in self.board:
            return friend
        slip = self.friends[friend]
        return next((voter for voter, other in self.board.items() if _is_same(slip, other)), "")

    def names(self, own: str) -> Mapping[str, str]:
        """Return the name to show for each voter, by id; ``own`` is the user's own name."""
        if own not in self._names:
            self._names[own] = display_names(self.voters, own)
        return self._names[own]

    def notes(self, theory: str) -> Sequence[tuple[str, str]]:
        """List the notes that others share on a theory, the latest first, with who shares them."""
        if theory not in self._notes:
            votes = ((voter, slip.vote(theory)) for voter, slip in self.voters.items())
            noted = [(vote.at or _LONG_AGO, voter, vote.note) for voter, vote in votes if vote]
            latest = sorted((each for each in noted if each[2]), reverse=True)
            self._notes[theory] = [(voter, note) for _, voter, note in latest]
        return self._notes[theory]

    def take_over(self, before: "Group") -> None:
        """Keep what was counted of an earlier group on theories on which the votes are the same."""
        changed = _changed_theories(before.voters, self.voters)
        self._tallies.update(_but(changed, before._tallies))
        self._scores.update(_but(changed, before._scores))
        self._notes.update(_but(changed, before._notes))

    def tally(self, theory: Theory, ballot: Ballot) -> Tally:
        """Count the votes on a theory."""
        return self._counted(self._tallies, tally, theory, ballot)

    def relative_scores(
        self, theories: Iterable[Theory], ballot: Ballot
    ) -> Sequence[RelativeScore]:
        """Compare the user's scores to those of the group, wherever both have one."""
        scores = (
            self._counted(self._scores, relative_score, theory, ballot) for theory in theories
        )
        return [score for score in scores if score is not None]

    def _counted(
        self,
        known: _Known[Result],
        count: Callable[[Theory, Iterable[Slip], Answer | None], Result],
        theory: Theory,
        ballot: Ballot,
    ) -> Result:
        """Count something on a theory, once for each vote of the user's: groups can be large."""
        mine = standing_vote(theory, ballot)
        if theory.id not in known or known[theory.id][0] != mine:
            known[theory.id] = mine, count(theory, self.voters.values(), mine)
        return known[theory.id][1]


def _changed_theories(before: Mapping[str, Slip], after: Mapping[str, Slip]) -> set[str]:
    """Name the theories on which somebody votes otherwise than before."""
    changed: set[str] = set()
    for voter in before.keys() | after.keys():
        old, new = before.get(voter, _NOTHING), after.get(voter, _NOTHING)
        # A reader hands out what did not change as the same object.
        if old is not new:
            theories = old.votes.keys() | new.votes.keys()
            changed |= {theory for theory in theories if old.vote(theory) != new.vote(theory)}
    return changed


def _but(left_out: Collection[str], known: Mapping[str, Result]) -> dict[str, Result]:
    return {theory: value for theory, value in known.items() if theory not in left_out}


def is_friend(voter: str) -> bool:
    """Return whether the id of a voter is that of a friend."""
    return voter.startswith(_FRIEND)


def _is_same(slip: Slip, other: Slip) -> bool:
    """Return whether two slips are of one voter, of different times maybe.

    Nobody else of that name has cast the same vote in the same second, as their change of the same
    number.
    """
    return slip.name == other.name and any(
        vote == other.vote(theory) for theory, vote in slip.votes.items() if vote.at is not None
    )
