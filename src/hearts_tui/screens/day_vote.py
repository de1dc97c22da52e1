"""A vote on the theory of a page of the news, without a way to the board and back."""

from collections.abc import Callable

from hearts_tui.domain.closing import why_closed
from hearts_tui.domain.front_page import first_vote, theory_of_the_day
from hearts_tui.domain.item import Item
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.ballot_saver import BallotSaver, Change
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.saved_words import saved_words
from hearts_tui.screens.state import AppState
from hearts_tui.screens.voting import Voting

_NONE = "Nothing to vote on today. 5 shows all theories."


class DayVote:
    """Asks for a vote, keeps it and tells what became of it."""

    def __init__(self, state: AppState, screen: BaseScreen) -> None:
        self._state = state
        self._screen = screen
        self._saver = BallotSaver(state, screen, self, set())
        self._voting = Voting(state, self._saver, screen)

    def ask(self, about: Item | None, voted: Callable[[], None], *, is_first: bool) -> None:
        """Ask for a vote on the theory that an item is about, or else on that of the day.

        The first of all is the one that a new reader is led to. ``voted`` is called once an option
        was chosen. Tell where there is nothing to vote on, or nothing can be saved.
        """
        theory = self._theory_of(about) or self._theory(is_first=is_first)
        if theory is None:
            self._screen.tell(_NONE)
        elif error := self._state.stores.ballot.write_error:
            self._screen.notify(error, severity="warning")
        else:
            self._voting.ask(theory, voted)

    def _theory_of(self, about: Item | None) -> Theory | None:
        """Return the first theory that a page leads to and that can be voted on."""
        state = self._state
        for address in about.related if about else ():
            theory = state.index.get(address)
            if (
                isinstance(theory, Theory)
                and not state.spoiler_filter.hides_title(theory.spoiler, address)
                and why_closed(theory, state.ballot, state.clock()) is None
            ):
                return theory
        return None

    def _theory(self, *, is_first: bool) -> Theory | None:
        state = self._state
        if is_first:
            return first_vote(state.library.theories)
        return theory_of_the_day(
            state.library.theories, state.ballot, state.spoiler_filter, state.clock(), state.zone
        )

    def undo(self) -> None:
        """Undo the last vote from here."""
        self._voting.undo()

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
