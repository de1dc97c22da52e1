"""Who is on the board that a user shares, and who was added by file."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click

from hearts_tui.cli.board import SIGNERS, Board, find_board
from hearts_tui.cli.failures import UNCHANGED, NotDoneError
from hearts_tui.cli.stdout import INCOMPLETE
from hearts_tui.cli.workspace import Workspace
from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.slip import Slip, is_made_of
from hearts_tui.domain.slips_read import Rejected, SlipsRead
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.storage import StorageError
from hearts_tui.store.own_slip import current_slip
from hearts_tui.store.settings import SettingsFile
from hearts_tui.store.signing import Signers
from hearts_tui.store.slip_owner import own_voter


@dataclass(frozen=True, slots=True)
class Member:
    """A voter on the board, or a friend, and what they let others see."""

    voter: str
    slip: Slip
    is_friend: bool = False
    is_you: bool = False


class BoardGroup:
    """The board and the friends of whoever runs a command."""

    def __init__(self, work: Workspace) -> None:
        self._work = work
        self.exit_code = 0
        """That of a command which tells what could be read."""

    @cached_property
    def settings(self) -> Settings:
        """The user's settings, whose file stays as it is.

        Raises:
            NotDoneError: they can't be used.

        """
        try:
            return SettingsFile(self._work.folder).examine().value
        except StorageError as error:
            raise NotDoneError(f"{error} {UNCHANGED}") from error

    @cached_property
    def path(self) -> Path | None:
        """The folder of the board, if there is one.

        Raises:
            click.UsageError: HEARTS_BOARD names none.

        """
        try:
            found = find_board(self._work.environ, self.settings)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
        self._work.notices.append(found.notice)
        return found.value

    @cached_property
    def board(self) -> Board:
        """What opens the board and the friends."""
        work = self._work
        return Board(work.library, work.clock, work.folder, self.path, self.settings.board_key)

    @property
    def signers(self) -> Signers:
        """The keys that the user trusts."""
        return Signers(self._work.folder / SIGNERS)

    @property
    def spoilers(self) -> SpoilerFilter:
        """What the user is ready for."""
        return SpoilerFilter(self.settings.seen_film, self.settings.sequel_rumors)

    @cached_property
    def mine(self) -> Slip:
        """The user's own slip, as their ballot is now.

        Raises:
            NotDoneError: the ballot can't be used.

        """
        try:
            return current_slip(self._work.folder, self._work.library.theories)
        except StorageError as error:
            raise NotDoneError(f"{error} {UNCHANGED}") from error

    def is_mine(self, slip: Slip) -> bool:
        """Return whether a slip was made of the user's own ballot, whoever it says it is of."""
        return is_made_of(slip, self._ballot)

    @cached_property
    def _ballot(self) -> Ballot:
        """The user's ballot; an empty one, with a notice, where it can't be used."""
        try:
            return self._work.ballot
        except NotDoneError as error:
            self._work.notices.append(str(error))
            self.exit_code = INCOMPLETE
            return Ballot()

    @cached_property
    def on_board(self) -> SlipsRead:
        """What is on the board; nothing where there is none, or it can't be read."""
        reader = self.board.slips
        try:
            return reader.read() if reader is not None else SlipsRead({})
        except StorageError as error:
            self._work.notices.append(str(error))
            self.exit_code = INCOMPLETE
            return SlipsRead({})

    @cached_property
    def friends(self) -> SlipsRead:
        """The slips that the user added.

        Raises:
            NotDoneError: they can't be read.

        """
        try:
            return self.board.friends.read()
        except StorageError as error:
            raise NotDoneError(str(error)) from error

    @property
    def rejected(self) -> list[Rejected]:
        """The files that don't count, or the first of them."""
        return [*self.on_board.rejected, *self.friends.rejected]

    @property
    def rejected_count(self) -> int:
        """How many files don't count."""
        return self.on_board.rejected_count + self.friends.rejected_count

    @property
    def members(self) -> list[Member]:
        """Everybody on the board by name, then the friends."""
        you = self._own_voter
        on_board = [
            Member(voter, slip, is_you=voter == you) for voter, slip in self.on_board.slips.items()
        ]
        friends = [
            Member(friend, slip, is_friend=True, is_you=self.is_mine(slip))
            for friend, slip in self.friends.slips.items()
        ]
        return [*sorted(on_board, key=_by_name), *sorted(friends, key=_by_name)]

    @property
    def _own_voter(self) -> str:
        if not self.board.is_signed:
            return own_voter()
        from hearts_tui.store.signing import voter_of_key
        from hearts_tui.store.ssh_keygen import SshKeygenError

        try:
            return voter_of_key(Path(self.settings.board_key))
        except SshKeygenError:
            return ""


def _by_name(member: Member) -> tuple[str, str]:
    return member.slip.name.casefold(), member.voter
