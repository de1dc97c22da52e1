"""Changes of the ballot: each is shown at once, saved in the background, and can be undone."""

from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from typing import Protocol

from textual.message import Message

from hearts_tui.domain.ballot import Ballot, Entry, Kind
from hearts_tui.domain.storage import StorageError
from hearts_tui.screens.state import AppState

_MOST_UNDOS = 100


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """A change of one entry of the ballot; None where there was or is none.

    ``undoes`` is the change that this one takes back.
    """

    kind: Kind
    theory: str
    before: Entry | None
    after: Entry | None
    undoes: "Change | None" = None

    def undone(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.kind, self.theory, self.after, self.before, self)


class BallotWorse(Message):
    """The ballot on the disk was damaged or lost something; a better copy can be offered."""


class Host(Protocol):
    """The screen that a saver works for."""

    @property
    def is_current(self) -> bool:
        """Whether the screen is in front."""

    def run_worker(self, work: Coroutine[None, None, None]) -> object:
        """Run a coroutine in the background."""

    def post_message(self, message: Message) -> bool:
        """Post a message to the screen."""

    def warn_once(self, notice: str) -> None:
        """Show a message once."""


class Listener(Protocol):
    """What hears of changes and draws them."""

    def change_shown(self, theory: str) -> None:
        """Draw what shows a theory anew."""

    def change_saved(self, change: Change, notice: str) -> None:
        """Hear that a change is on the disk."""

    def change_failed(self, reason: str) -> None:
        """Hear that a change could not be saved, and is shown no longer."""

    def ballot_changed(self) -> None:
        """Draw everything anew: another session changed the ballot."""


class BallotSaver:
    """Applies changes to the ballot that the screens share, and saves one after the other.

    What is shown is the ballot on the disk with the changes on top that are still on their way.
    The theories that were changed here are added to ``touched``.
    """

    def __init__(self, state: AppState, host: Host, listener: Listener, touched: set[str]) -> None:
        self._state = state
        self._host = host
        self._listener = listener
        self._touched = touched
        self._done: list[Change] = []
        self._pending: list[Change] = []
        self._stored = Ballot()

    def is_saving(self, theory: str) -> bool:
        """Return whether a change on a theory is still on its way to the disk."""
        return any(change.theory == theory for change in self._pending)

    def change(self, kind: Kind, theory: str, entry: Entry | None) -> None:
        """Change an entry of the ballot; None takes it out."""
        before = self._state.ballot.entry(kind, theory)
        change = Change(kind, theory, before, entry)
        self._done = [*self._done, change][-_MOST_UNDOS:]
        self._apply(change)

    @property
    def last(self) -> Change | None:
        """The change that undo would take back, if there is one."""
        return self._done[-1] if self._done else None

    def forget_last(self) -> None:
        """Let the last change stand for good."""
        self._done = self._done[:-1]

    def undo(self) -> Change | None:
        """Undo the last change of this session; return it, or None where there is none."""
        if not self._done:
            return None
        last = self._done.pop()
        self._apply(last.undone())
        return last

    def _apply(self, change: Change) -> None:
        if not self._pending:
            self._stored = self._state.ballot
        self._pending.append(change)
        self._state.ballot = _with_changes(self._state.ballot, [change])
        self._touched.add(change.theory)
        self._listener.change_shown(change.theory)
        self._host.run_worker(self._save(change))

    async def _save(self, change: Change) -> None:
        save = self._state.stores.ballot.save
        try:
            saved = await self._state.save(lambda: save(change.kind, change.theory, change.after))
        except StorageError as error:
            self._take_back(change)
            self._settle(change, self._stored)
            self._listener.change_failed(str(error))
        else:
            self._settle(change, saved.ballot)
            self._listener.change_saved(change, saved.notice)

    def _take_back(self, change: Change) -> None:
        """Let undo know that a change came to nothing."""
        if change.undoes is None:
            self._done = [done for done in self._done if done is not change]
        else:
            self._done.insert(self._place_before_pending(), change.undoes)

    def _place_before_pending(self) -> int:
        """Return the place in the history before all that was changed after the present answer."""
        waiting = {id(change) for change in self._pending}
        places = (place for place, done in enumerate(self._done) if id(done) in waiting)
        return next(places, len(self._done))

    def _settle(self, change: Change, stored: Ballot) -> None:
        """Show what the disk holds after a change."""
        self._pending = [each for each in self._pending if each is not change]
        others = self._show(stored) - {change.theory}
        if others:
            self._listener.ballot_changed()
        else:
            self._listener.change_shown(change.theory)

    def _show(self, stored: Ballot) -> set[str]:
        """Take up what the disk holds, with what is still on its way to it on top.

        Return the theories on which that changes what is shown.
        """
        before, self._stored = self._state.ballot, stored
        self._state.ballot = _with_changes(stored, self._pending)
        return self._state.ballot.changed_from(before)

    def watch(self) -> None:
        """Look for what other sessions changed, while the screen is in front."""
        if self._host.is_current and not self._pending:
            self._host.run_worker(self._look_for_others())

    async def _look_for_others(self) -> None:
        """Show what another session changed, and offer the last good ballot if that lost any."""
        store = self._state.stores.ballot
        found = await self._state.save(store.changes)
        if found is None:
            return
        self._show(found.value)
        self._listener.ballot_changed()
        self._host.warn_once(found.notice)
        self._state.offer = await self._state.save(store.last_good)
        if self._state.offer is not None:
            self._host.post_message(BallotWorse())


def _with_changes(ballot: Ballot, changes: Iterable[Change]) -> Ballot:
    for change in changes:
        ballot = ballot.with_entry(change.kind, change.theory, change.after)
    return ballot
