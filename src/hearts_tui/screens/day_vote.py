"""A vote on the theory of a front page, without a way to the board and back."""

from hearts_tui.domain.front_page import first_vote, theory_of_the_day
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.ballot_saver import BallotSaver, Change
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.saved_words import saved_words
from hearts_tui.screens.state import AppState
from hearts_tui.screens.vote_dialog import VoteDialog
from hearts_tui.screens.voting import Voting

_NONE = "Nothing to vote on today. 5 shows all theories."


class DayVote:
    """Asks for a vote, keeps it and tells what became of it."""

    def __init__(self, state: AppState, screen: BaseScreen) -> None:
        self._state = state
        self._screen = screen
        self._saver = BallotSaver(state, screen, self, set())
        self._voting = Voting(state, self._saver, screen)

    def ask(self, *, is_first: bool) -> None:
        """Ask for a vote on the theory of the day, or on the one that a new reader is led to.

        Tell where there is nothing to vote on, or nothing can be saved.
        """
        theory = self._theory(is_first=is_first)
        if theory is None:
            self._screen.tell(_NONE)
        elif error := self._state.stores.ballot.write_error:
            self._screen.notify(error, severity="warning")
        elif not self._voting.is_closed(theory):
            vote = self._state.ballot.vote(theory.id)

            def chosen(option: str | None) -> None:
                if option is not None:
                    self._voting.vote(theory, option)

            self._screen.app.push_screen(VoteDialog(theory, vote), chosen)

    def _theory(self, *, is_first: bool) -> Theory | None:
        state = self._state
        if is_first:
            return first_vote(state.library.theories)
        return theory_of_the_day(
            state.library.theories, state.ballot, state.spoiler_filter, state.clock(), state.zone
        )

    def undo(self) -> bool:
        """Undo the last vote from here; False where there is none."""
        if self._saver.last is None:
            return False
        self._voting.undo()
        return True

    # What the saver tells.

    def change_shown(self, theory: str) -> None:
        """Draw the page anew: a theory has another vote."""
        del theory
        self._screen.refresh_all()

    def change_saved(self, change: Change, notice: str) -> None:
        """Say what was saved, and how to take it back."""
        theory = next((t for t in self._state.library.theories if t.id == change.theory), None)
        undo = "" if change.undoes else " u undoes it."
        self._screen.tell(f"{saved_words(change, theory)}{undo}")
        self._screen.warn_once(notice)

    def change_failed(self, reason: str) -> None:
        """Say why a vote was not saved."""
        self._screen.notify(reason, severity="error")

    def ballot_changed(self) -> None:
        """Draw everything anew."""
        self._screen.refresh_all()
