"""Read the slips of a group, and count what is shown of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.group import Group
from hearts_tui.domain.slip import Slip, is_made_of
from hearts_tui.domain.slips_read import SlipsRead
from hearts_tui.domain.storage import SlipReader, StorageError, Stores, no_rest
from hearts_tui.domain.theories import Theory


@dataclass(frozen=True, slots=True)
class GroupRead:
    """The group, None where it is what it was or unknown; and sentences, which may be empty."""

    group: Group | None
    notices: Sequence[str]


class GroupReader:
    """Reads a board and the slips of friends; to be called off the event loop, by one thread.

    Where one of them can't be read, what it held before stays.
    """

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._board: SlipsRead | None = None
        self._friends: SlipsRead | None = None
        # Without a board, that there are no friends is nothing new.
        self._group = Group() if stores.slips is None else None

    def read(
        self, theories: Sequence[Theory], ballot: Ballot, rest: Callable[[], object] = no_rest
    ) -> GroupRead:
        """Read what changed, and count the votes on some theories, so that no key waits for it.

        ``rest`` is called between two slips and two theories, and may take its time.
        """
        notices: list[str] = []
        self._board = _read(self._stores.slips, self._board, notices, rest)
        self._friends = _read(self._stores.friends, self._friends, notices, rest)
        own = self._stores.own_slip
        if own is not None:
            notices.append(own.notice)
        group = _group(self._board, self._friends, own.voter if own is not None else "", ballot)
        was_read = self._board is not None or bool(group.friends)
        if group == self._group or (self._stores.slips is not None and not was_read):
            return GroupRead(None, notices)
        if self._group is not None:
            group.take_over(self._group)
        for theory in theories:
            rest()
            group.tally(theory, ballot)
        group.relative_scores(theories, ballot)
        self._group = group
        return GroupRead(group, notices)


def _read(
    reader: SlipReader | None,
    before: SlipsRead | None,
    notices: list[str],
    rest: Callable[[], object],
) -> SlipsRead | None:
    if reader is None:
        return None
    try:
        read = reader.read(rest)
    except StorageError as error:
        notices.append(str(error))
        return before
    notices.append(read.notice)
    return read


def _group(board: SlipsRead | None, friends: SlipsRead | None, own: str, ballot: Ballot) -> Group:
    """Put a group together, without the user's own slip, which may be among those of friends."""
    rejected = 0 if board is None else board.rejected_count
    others = _but(own, friends)
    others = {each: slip for each, slip in others.items() if not is_made_of(slip, ballot)}
    return Group(_but(own, board), others, rejected)


def _but(own: str, read: SlipsRead | None) -> Mapping[str, Slip]:
    """Return all slips that were read but one."""
    slips = {} if read is None else read.slips
    return {voter: slip for voter, slip in slips.items() if voter != own}
