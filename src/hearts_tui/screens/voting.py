"""Voting on theories: what a key does to the ballot, or why it does nothing."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from textual.app import App

from hearts_tui.domain.ballot import (
    CANT_BE_TOLD,
    Kind,
    Verdict,
    Vote,
    cast_vote,
    change_confidence,
    is_same_answer,
    with_note,
)
from hearts_tui.domain.board import all_theories
from hearts_tui.domain.closing import Closed, why_closed
from hearts_tui.domain.dates import on_day
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.ballot_saver import BallotSaver, Change
from hearts_tui.screens.dialogs import ChoiceDialog
from hearts_tui.screens.note_dialog import Note, NoteDialog
from hearts_tui.screens.state import AppState
from hearts_tui.screens.vote_dialog import VoteDialog

_NO_VERDICT = "no-verdict"
_CLOSED: Mapping[Closed, str] = {
    Closed.ARCHIVED: "Archived. Press r to reopen it.",
    Closed.DECIDED: "Decided, so votes are closed. V changes the verdict.",
    Closed.PAST_DATE: "Votes closed after {day}. Yours counts as it stood then.",
}


class Host(Protocol):
    """The screen that is voted on."""

    @property
    def app(self) -> App[Any]:
        """The app, which shows dialogs."""

    def tell(self, text: str) -> None:
        """Show a passing message."""


class Voting:
    """Votes, notes and verdicts, each given to a saver."""

    def __init__(self, state: AppState, saver: BallotSaver, host: Host) -> None:
        self._state = state
        self._saver = saver
        self._host = host

    def ask(self, theory: Theory, voted: Callable[[], None] = lambda: None) -> None:
        """Ask for a vote in a window, by number; ``voted`` is called once an option was chosen."""
        if self.is_closed(theory):
            return

        def chosen(option: str | None) -> None:
            if option is not None:
                self.vote(theory, option)
                voted()

        vote = self._state.ballot.vote(theory.id)
        self._host.app.push_screen(VoteDialog(theory, vote), chosen)

    def vote(self, theory: Theory, option: str) -> None:
        """Vote for an option."""
        before = self._state.ballot.vote(theory.id)
        if self.is_closed(theory):
            return
        if before is not None and before.option == option:
            self._host.tell("That's your vote already. + and - say how sure, w withdraws it.")
            return
        self._saver.change(Kind.VOTE, theory.id, cast_vote(before, option, self._state.clock()))

    def withdraw(self, theory: Theory) -> None:
        """Withdraw the vote on a theory."""
        if self._vote_on(theory) is not None and not self.is_closed(theory):
            self._saver.change(Kind.VOTE, theory.id, None)

    def move_confidence(self, theory: Theory, steps: int) -> None:
        """Make the vote on a theory surer, or less sure."""
        vote = self._vote_on(theory)
        if vote is None or self.is_closed(theory):
            return
        changed = change_confidence(vote, steps, self._state.clock(), len(theory.options))
        if changed != vote:
            self._saver.change(Kind.VOTE, theory.id, changed)
        elif steps > 0:
            self._host.tell(f"{vote.confidence}% is the most. Nobody knows for sure.")
        else:
            self._host.tell(
                f"{vote.confidence}% is the least. Less, and another option is your favorite."
            )

    def annotate(self, theory: Theory) -> None:
        """Ask for a note to the vote on a theory."""
        vote = self._vote_on(theory)
        if vote is None:
            return

        def noted(note: Note | None) -> None:
            if note is not None:
                changed = with_note(vote, sanitize(note.text), shares=note.shares)
                if changed != vote:
                    self._saver.change(Kind.VOTE, theory.id, changed)

        # Others know nothing of the user's own theories.
        is_own = self._state.ballot.own(theory.id) is not None
        has_board = self._state.stores.own_slip is not None and not is_own
        self._host.app.push_screen(NoteDialog(vote, has_board=has_board), noted)

    def settle(self, theory: Theory) -> None:
        """Ask how a theory turned out."""
        present = self._state.ballot.verdict(theory.id)
        choices = [(option.id, option.text) for option in theory.options]
        choices += [(CANT_BE_TOLD, "Can't be decided"), (_NO_VERDICT, "No verdict yet")]
        current = present.outcome if present else _NO_VERDICT

        def chosen(outcome: str | None) -> None:
            if outcome is not None and outcome != current:
                at = self._state.clock()
                verdict = None if outcome == _NO_VERDICT else Verdict(outcome, at)
                self._saver.change(Kind.VERDICT, theory.id, verdict)

        title = f"How did it turn out? {theory.title}"
        dialog = ChoiceDialog(title, choices, current, "Enter to set, Esc to cancel.")
        self._host.app.push_screen(dialog, chosen)

    def undo(self) -> Change | None:
        """Undo the last change of this session and return it; tell where there is none."""
        if self._is_last_closed():
            self._saver.forget_last()
            return None
        last = self._saver.undo()
        if last is None:
            self._host.tell("Nothing to undo.")
        return last

    def _vote_on(self, theory: Theory) -> Vote | None:
        """Return the vote on a theory; tell how to give one where there is none."""
        vote = self._state.ballot.vote(theory.id)
        if vote is None:
            self._host.tell("Vote first: press Enter on an option.")
        return vote

    def _is_last_closed(self) -> bool:
        """Return whether to undo the last change would change a closed vote, and tell why."""
        last = self._saver.last
        if last is None or last.kind is not Kind.VOTE or is_same_answer(last.before, last.after):
            return False
        theories = all_theories(self._state.library.theories, self._state.ballot)
        theory = next((each for each in theories if each.id == last.theory), None)
        return theory is not None and self.is_closed(theory)

    def is_closed(self, theory: Theory) -> bool:
        """Return whether the vote on a theory can't change any more, and tell why."""
        closed = why_closed(theory, self._state.ballot, self._state.clock())
        if closed is not None:
            self._host.tell(_CLOSED[closed].format(day=theory.closes and on_day(theory.closes)))
        return closed is not None
