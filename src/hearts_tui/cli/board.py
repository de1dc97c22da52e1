"""Find and open the board that a group shares, and the slips of friends."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hearts_tui.cli.clock import Clock
from hearts_tui.domain.library import Library
from hearts_tui.domain.settings import NO_BOARD, Settings
from hearts_tui.domain.storage import Loaded, SlipReader, StorageError, no_rest

if TYPE_CHECKING:
    from hearts_tui.domain.slips_read import SlipsRead
    from hearts_tui.store.friends import Friends
    from hearts_tui.store.own_slip import OwnSlip, Shares
    from hearts_tui.store.slip_file import SlipFile

BOARD_VARIABLE = "HEARTS_BOARD"
SIGNERS = "allowed_signers"
"""The file in the user's folder of the keys that a board with signed slips trusts."""


def find_board(environ: Mapping[str, str], settings: Settings) -> Loaded[Path | None]:
    """Return the folder of the board: HEARTS_BOARD names it, or the host, or else the user.

    Who has said 'off' stays off the host's board.

    Raises:
        ValueError: HEARTS_BOARD is no full path; the message says what one looks like.

    """
    if named := environ.get(BOARD_VARIABLE):
        if named == NO_BOARD:
            return Loaded(None)
        if not Path(named).is_absolute():
            raise ValueError(
                f"{BOARD_VARIABLE} is {named!r}; a full path such as /var/lib/hearts/board, or "
                f"{NO_BOARD}, is wanted."
            )
        return Loaded(Path(named))
    if settings.board == NO_BOARD:
        return Loaded(None)
    from hearts_tui.store.site_settings import site_board, site_folder

    site = site_board(site_folder())
    board = site.value or settings.board
    return Loaded(Path(board) if board not in ("", NO_BOARD) else None, site.notice)


@dataclass
class Board:
    """What is opened of a board: slips are read, and the user's own is written, if it can be.

    ``library`` is the content; ``folder`` is the user's. ``voter`` is the hex of the fingerprint of
    the key that the user has logged in with, where many share an account. ``path`` is the folder of
    the board, if there is one.
    """

    library: Library
    clock: Clock
    folder: Path
    path: Path | None
    key: str = ""
    voter: str = ""
    warnings: list[str] = field(default_factory=list)

    @property
    def is_signed(self) -> bool:
        """Whether slips count by their signatures, and not by who owns the files."""
        return self.key != "" and self.voter == ""

    @cached_property
    def options(self) -> Mapping[str, set[str]]:
        """The ids of the options of every theory."""
        theories = self.library.theories
        return {theory.id: {option.id for option in theory.options} for theory in theories}

    @property
    def slips(self) -> SlipReader | None:
        """What reads the board, if there is one."""
        return OpenedLater(self._open_slips) if self.path else None

    @property
    def friends(self) -> SlipReader:
        """What reads the slips that the user added."""
        return OpenedLater(self.open_friends)

    def open_friends(self) -> "Friends":
        """Open the slips that the user added."""
        from hearts_tui.store.friends import Friends

        return Friends(self.folder, self.options)

    def slip_path(self, path: Path, voter: str) -> Path:
        """Return the file of a voter in the board's folder."""
        from hearts_tui.store import signed_slips, slip_owner

        suffix = signed_slips.SUFFIX if self.is_signed else slip_owner.SUFFIX
        return path / f"{voter}{suffix}"

    def open_own_slip(self, queue: Executor, shares: "Shares | None" = None) -> "OwnSlip | None":
        """Open the user's slip on the board; None, with a warning, where it can't be written.

        It is written in ``queue``, for as long as ``shares`` says that the user shares the board.
        """
        if self.path is None:
            return None
        from hearts_tui.store.own_slip import OwnSlip

        try:
            file = self._open_file(self.path)
        except StorageError as error:
            self.warnings.append(f"{error} Your votes stay private.")
            return None
        more = () if shares is None else (shares,)
        return OwnSlip(self.folder, lambda: self.library.theories, file, queue, *more)

    def _open_file(self, path: Path) -> "SlipFile":
        if self.is_signed:
            from hearts_tui.store.signed_slips import signed_slip_file

            return signed_slip_file(path, Path(self.key), clock=self.clock)
        from hearts_tui.store.slip_file import SlipFile

        return SlipFile(path, self.voter)

    def _open_slips(self) -> SlipReader:
        if self.path is None:
            raise StorageError("You share no board.")
        if self.is_signed:
            from hearts_tui.store.newest_slips import NewestSlips
            from hearts_tui.store.signed_slips import SignedSlipFolder
            from hearts_tui.store.signing import Signers

            newest = NewestSlips(self.folder, self.clock)
            signers = Signers(self.folder / SIGNERS)
            return SignedSlipFolder(self.path, self.options, signers, newest)
        from hearts_tui.store.slips import SlipFolder

        return SlipFolder(self.path, self.options)


class OpenedLater:
    """A reader of slips that is made when it first reads, off the event loop."""

    def __init__(self, make: Callable[[], SlipReader]) -> None:
        self._make = make
        self._reader: SlipReader | None = None

    def read(self, rest: Callable[[], object] = no_rest) -> "SlipsRead":
        """Read what has changed since the last time, and return all that there is now.

        Raises:
            StorageError: it can't be read; the message says why in one sentence.

        """
        if self._reader is None:
            self._reader = self._make()
        return self._reader.read(rest)


class SaveQueue(ThreadPoolExecutor):
    """The queue of saves, and behind it one for what others see of them, which may take longer."""

    def __init__(self) -> None:
        super().__init__(max_workers=1, thread_name_prefix="saves")
        self.behind = ThreadPoolExecutor(max_workers=1, thread_name_prefix="slips")

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as its base has it
        """Let all that was asked for be done, and take nothing more."""
        super().shutdown(wait, cancel_futures=cancel_futures)
        self.behind.shutdown(wait, cancel_futures=cancel_futures)
