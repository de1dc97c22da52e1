"""The interface between the screens and the user's files.

Every ``save_`` method saves one change for good before it returns, and returns a sentence for the
user where there is something to tell (else an empty one). It blocks on the disk, so it is called
through ``Stores.queue``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from hearts_tui.domain.ballot import Ballot, Entry, Kind
    from hearts_tui.domain.marks import Marks
    from hearts_tui.domain.own_dates import OwnDate
    from hearts_tui.domain.settings import SequelNote, Settings
    from hearts_tui.domain.slips_read import SlipsRead

Value_co = TypeVar("Value_co", covariant=True)


class StorageError(Exception):
    """A change could not be kept; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Loaded(Generic[Value_co]):
    """What was read from a file, and what the user should be told about it."""

    value: Value_co
    notice: str = ""


@dataclass(frozen=True, slots=True)
class SavedBallot:
    """The ballot as it is on the disk after a save, other sessions' changes included."""

    ballot: "Ballot"
    notice: str = ""


class BallotStore(Protocol):
    """Keeps the votes and verdicts."""

    def load(self) -> "Loaded[Ballot]":
        """Read the ballot; a file that can't be read is kept aside and told of in the notice."""

    def save(self, kind: "Kind", theory: str, entry: "Entry | None") -> SavedBallot:
        """Keep one entry under the next revision; None takes it out.

        Raises:
            StorageError: it could not be saved.

        """

    def changes(self) -> "Loaded[Ballot] | None":
        """Read the ballot again if somebody else changed the file since; else None."""

    def last_good(self) -> "Ballot | None":
        """Return the last good ballot, where the present one is damaged or has lost something."""

    def restore(self) -> SavedBallot:
        """Put the last good ballot back in place; the notice tells where the present one is kept.

        Raises:
            StorageError: it could not be saved, or there is none.

        """

    def accept(self) -> str:
        """Go on with the present ballot; the notice tells where the last good one is kept.

        Raises:
            StorageError: it could not be saved.

        """

    @property
    def write_error(self) -> str:
        """Why nothing can be kept at all, in one sentence; empty when all is well."""


class MarksStore(Protocol):
    """Keeps what is read, starred and rated."""

    def load(self) -> "Loaded[Marks]":
        """Read the marks; a file that can't be read is kept aside and told of in the notice."""

    def save_read(self, addresses: Iterable[str], at: datetime | None) -> str:
        """Keep that items were read at a time; None makes them unread.

        Raises:
            StorageError: it could not be saved.

        """

    def save_rating(self, address: str, rating: int) -> str:
        """Keep a rating from 1 to 5; 0 takes it away.

        Raises:
            StorageError: it could not be saved.

        """

    def save_visit(self, at: datetime) -> str:
        """Keep that the user was here at a time.

        Raises:
            StorageError: it could not be saved.

        """

    def save_star(self, address: str, at: datetime | None) -> str:
        """Keep that an item got a star at a time; None takes the star away.

        Raises:
            StorageError: it could not be saved.

        """


class SettingsStore(Protocol):
    """Keeps the settings."""

    def load(self) -> "Loaded[Settings]":
        """Read the settings; a file that can't be read is kept aside and told of in the notice."""

    def save(self, name: str, value: str) -> str:
        """Keep one setting, by the name of its field in ``Settings``.

        Raises:
            StorageError: it could not be saved.

        """

    def save_key(self, action: str, key: str) -> str:
        """Keep a key of the user's own for an action, by its name; an empty one drops it.

        Raises:
            StorageError: it could not be saved.

        """

    def complaint(self, key: str, complaint: str) -> str:
        """Return a complaint about a setting with the file and the line that it is about."""

    def save_sequel(self, note: "SequelNote") -> str:
        """Keep the user's own word on the sequel.

        Raises:
            StorageError: it could not be saved.

        """

    def save_date(self, key: str, own: "OwnDate | None") -> str:
        """Keep a date of the user's own under a key; None takes it out.

        Raises:
            StorageError: it could not be saved.

        """


def no_rest() -> None:
    """Go on at once."""


class SlipReader(Protocol):
    """Reads the slips of a group; for one thread at a time, off the event loop."""

    def read(self, rest: Callable[[], object] = no_rest) -> "SlipsRead":
        """Read what has changed since the last time, and return all that there is now.

        ``rest`` is called before each file that is read, and may take its time.

        Raises:
            StorageError: it can't be read.

        """


class SlipWriter(Protocol):
    """Keeps the user's own slip where a group sees it: the ballot and the name as they are saved.

    It does so by itself, in the background, after each save.
    """

    @property
    def voter(self) -> str:
        """The id under which the group knows the user."""

    @property
    def notice(self) -> str:
        """What there is to tell of the last time, in one sentence; empty when all is well.

        It is that the group still sees the slip of before and why, or what was left out. It changes
        some time after a vote was saved, and may be read at any time.
        """

    def renew(self) -> None:
        """Have the slip written anew where it is not as it should be; don't wait for it."""

    def remove(self) -> None:
        """Take the slip away; to be called off the event loop.

        Raises:
            StorageError: the group still sees it.

        """


@dataclass(frozen=True)
class Stores:
    """The stores of all the user's files, and the queue in which they write one after another.

    The ballot's store is opened when it is first asked for: the first screen can do without.
    ``slips`` are those of the board that the user shares and ``own_slip`` is the user's there, None
    where there is no board or no right to vote on it. ``friends`` are the slips that the user added
    by hand.
    """

    open_ballot: Callable[[], BallotStore]
    marks: MarksStore
    settings: SettingsStore
    queue: "Executor"
    slips: SlipReader | None = None
    own_slip: SlipWriter | None = None
    friends: SlipReader | None = None

    @cached_property
    def ballot(self) -> BallotStore:
        """The store of the ballot."""
        return self.open_ballot()
