"""The user's own slip, as the ballot and the name are, kept up to date in the background."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from hearts_tui.domain.settings import Settings
from hearts_tui.domain.slip import Slip, make_slip
from hearts_tui.domain.storage import StorageError
from hearts_tui.domain.theories import Theory
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.locking import file_lock
from hearts_tui.store.settings import SettingsFile
from hearts_tui.store.slip_file import SlipFile

Theories = Callable[[], Iterable[Theory]]
"""Returns the theories of the content."""


Shares = Callable[[Settings], bool]
"""Returns whether a user with some settings shares a board."""

_LEFT = "You share another board now, or none. Start hearts again to see it."


def _always(settings: Settings) -> bool:
    del settings
    return True


class OwnSlip:
    """Writes the slip of the user whose files are in ``folder``, one time after another.

    A slip is made of what is on the disk then, while no other session does so: whoever writes last
    has seen all that was saved before. Asked for several times in a row, it is written once; and
    never once the user has left the board, be it in another session, as ``shares`` tells.
    """

    def __init__(
        self,
        folder: Path,
        theories: Theories,
        file: SlipFile,
        queue: Executor,
        shares: Shares = _always,
    ) -> None:
        self._folder = folder
        self._theories = theories
        self._file = file
        self._queue = queue
        self._shares = shares
        self._is_asked = False
        self._fault = ""

    @property
    def voter(self) -> str:
        """The id under which the group knows the user."""
        return self._file.voter

    @property
    def notice(self) -> str:
        """What there is to tell of the last time, in one sentence; empty when all is well."""
        return self._fault or self._file.notice

    def renew(self) -> None:
        """Have the slip written anew where it is not as it should be; don't wait for it."""
        if self._is_asked:
            return
        self._is_asked = True
        try:
            self._queue.submit(self._renew)
        except RuntimeError:
            # The queue is closed: hearts waits for this thread, and then ends.
            self._renew()

    def remove(self) -> None:
        """Take the slip away.

        Raises:
            StorageError: the group still sees it; the message says why in one sentence.

        """
        with self._alone():
            self._file.remove()

    def _renew(self) -> None:
        self._is_asked = False
        fault = ""
        try:
            with self._alone():
                if self._shares(SettingsFile(self._folder).examine().value):
                    self._file.write(current_slip(self._folder, self._theories()))
                else:
                    fault = _LEFT
        except StorageError as error:
            fault = str(error)
        self._fault = fault

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other sessions of the user from writing the slip meanwhile.

        Raises:
            StorageError: that can't be done; the message says why in one sentence.

        """
        try:
            with file_lock(self._folder / "slip", "Your slip"):
                yield
        except OSError as error:
            raise StorageError(f"Your slip was not saved ({error.strerror}).") from error


def current_slip(folder: Path, theories: Iterable[Theory]) -> Slip:
    """Make a slip of what is in a user's folder.

    Raises:
        StorageError: it can't be read; the message says why in one sentence.

    """
    name = SettingsFile(folder).examine().value.board_name
    return make_slip(BallotFile(folder).examine().value, theories, name)
