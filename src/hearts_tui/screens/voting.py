"""A screen that changes the ballot: every change is shown at once, kept, and can be undone."""

from collections.abc import Iterable

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Static

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.storage import StorageError
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.ballot_messages import (
    BallotWorse,
    Change,
    ChangeBallot,
    ChangeNotSaved,
    ChangeSaved,
)
from hearts_tui.screens.list_detail import CatalogueScreen
from hearts_tui.screens.state import AppState

_WATCH_SECONDS = 1.0
_MOST_UNDOS = 100


class BallotScreen(CatalogueScreen[Theory]):
    """A list of theories, whose entries in the ballot are changed by messages."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._done: list[Change] = []
        self._pending: list[Change] = []
        self._stored = Ballot()
        self.touched: set[str] = set()
        """Theories that were changed here and stay in sight, wherever they belong now."""

    def compose_top(self) -> ComposeResult:
        """Yield the line that tells when nothing can be kept."""
        yield Static(markup=False, classes="banner")

    def on_mount(self) -> None:
        """Watch for what other sessions change."""
        self.set_interval(_WATCH_SECONDS, self._look_for_others)

    def refresh_list(self) -> None:
        """Tell as well when nothing can be kept."""
        super().refresh_list()
        self.is_view_only()

    def is_saving(self, theory: str) -> bool:
        """Tell whether a change on a theory is still on its way to the disk."""
        return any(change.theory == theory for change in self._pending)

    def is_view_only(self) -> bool:
        """Tell whether nothing can be kept, and show or hide the banner that says why."""
        reason = self.state.stores.ballot.write_error
        banner = self.query_one(".banner", Static)
        banner.display = bool(reason)
        banner.update(f"View only. {reason}")
        return bool(reason)

    @on(ChangeBallot)
    def _make(self, message: ChangeBallot) -> None:
        if self.is_view_only():
            return
        before = self.state.ballot.entry(message.kind, message.theory)
        change = Change(message.kind, message.theory, before, message.entry)
        self._done = [*self._done, change][-_MOST_UNDOS:]
        self._apply(change)

    def action_undo(self) -> None:
        """Undo the last change of this session."""
        if not self._done or self.is_view_only():
            return
        last = self._done.pop()
        self._apply(last.undone())
        if last.theory != self.current and last.theory in {item.id for item in self.shown}:
            self.item_list.go_to(last.theory)

    def _apply(self, change: Change) -> None:
        if not self._pending:
            self._stored = self.state.ballot
        self._pending.append(change)
        self.state.ballot = _with_changes(self.state.ballot, [change])
        self.touched.add(change.theory)
        self._show_entry(change.theory)
        self._save(change)

    @work
    async def _save(self, change: Change) -> None:
        save = self.state.stores.ballot.save
        try:
            saved = await self.state.keep(lambda: save(change.kind, change.theory, change.after))
        except StorageError as error:
            self.post_message(ChangeNotSaved(change, str(error)))
        else:
            self.post_message(ChangeSaved(change, saved))

    @on(ChangeSaved)
    def _saved(self, message: ChangeSaved) -> None:
        self._settle(message.change, message.saved.ballot)
        if message.saved.notice:
            self.notify(message.saved.notice, severity="warning", timeout=15, markup=False)

    @on(ChangeNotSaved)
    def _not_saved(self, message: ChangeNotSaved) -> None:
        change = message.change
        if change.undoes is None:
            self._done = [done for done in self._done if done is not change]
        else:
            self._done.insert(self._place_before_pending(), change.undoes)
        self._settle(change, self._stored)
        self.is_view_only()
        self.notify(message.reason, severity="error", timeout=15, markup=False)

    def _place_before_pending(self) -> int:
        """Return the place in the history before all that was changed after the present answer."""
        waiting = {id(change) for change in self._pending}
        places = (place for place, done in enumerate(self._done) if id(done) in waiting)
        return next(places, len(self._done))

    @work
    async def _look_for_others(self) -> None:
        """Show what another session changed, unless something of this one is still on its way."""
        if self.is_current and not self._pending:
            found = await self.state.keep(self.state.stores.ballot.changes)
            if found is not None and not self._pending:
                self.state.ballot = found.value
                self.refresh_all()
                self.warn_once(found.notice)
                self.state.offer = await self.state.keep(self.state.stores.ballot.last_good)
                if self.state.offer is not None:
                    self.post_message(BallotWorse())

    def _settle(self, change: Change, stored: Ballot) -> None:
        """Show what the disk holds after a change, with what is still on its way to it on top."""
        self._pending = [each for each in self._pending if each is not change]
        self._stored = stored
        ballot = _with_changes(stored, self._pending)
        others = ballot.changed_from(self.state.ballot) - {change.theory}
        self.state.ballot = ballot
        if others:
            self.refresh_all()
        else:
            self._show_entry(change.theory)

    def _show_entry(self, theory_id: str) -> None:
        """Draw a theory anew; all of the list where it came, went or has other words."""
        theory = next((theory for theory in self.shown if theory.id == theory_id), None)
        if (
            theory is None
            or theory_id not in self.item_list.ids
            or self.state.ballot.own(theory_id)
        ):
            self.refresh_all()
            return
        self.redraw(theory)
        if theory_id == self.current:
            self.show_current(from_top=False)


def _with_changes(ballot: Ballot, changes: Iterable[Change]) -> Ballot:
    for change in changes:
        ballot = ballot.with_entry(change.kind, change.theory, change.after)
    return ballot
