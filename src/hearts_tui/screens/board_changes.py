"""What the board shows and says of a change, until it is saved and after."""

from collections.abc import Callable

from hearts_tui.domain.ballot import Kind
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.ballot_saver import Change
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.saved_words import saved_words
from hearts_tui.screens.state import AppState


class BoardChanges:
    """Draws what changes of the ballot change on the board, and tells what became of them.

    ``find`` finds a theory by its id; ``show_view_only`` says so where nothing can be saved.
    """

    def __init__(
        self,
        state: AppState,
        screen: BaseScreen,
        find: Callable[[str], Theory | None],
        show_view_only: Callable[[], object],
    ) -> None:
        self._state = state
        self._screen = screen
        self._find = find
        self._show_view_only = show_view_only

    def change_shown(self, theory: str) -> None:
        """Draw a theory anew; all of the list where it came, went or has other words."""
        screen = self._screen
        item = next((item for item in screen.list_pane.shown if item.id == theory), None)
        if item is None or theory not in screen.listed or self._state.ballot.own(theory):
            screen.refresh_all()
            return
        screen.redraw(item)
        if theory == screen.current:
            screen.show_current(from_top=False)

    def change_saved(self, change: Change, notice: str) -> None:
        """Say in a word what was saved."""
        words = saved_words(change, self._find(change.theory))
        closes = change.kind is Kind.VERDICT and change.undoes is None
        self._screen.tell(f"{words} u undoes it." if closes else words, 4 if closes else 2)
        if notice:
            self._screen.notify(notice, severity="warning")

    def change_failed(self, reason: str) -> None:
        """Say why a change was not saved."""
        self._show_view_only()
        self._screen.notify(reason, severity="error")

    def ballot_changed(self) -> None:
        """Draw everything anew."""
        self._screen.refresh_all()
