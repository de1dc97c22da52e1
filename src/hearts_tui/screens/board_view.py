"""Which theories of the board are in front, and in which order."""

from collections.abc import Sequence

from hearts_tui.domain.board import BoardTab, Order, all_theories, in_order, is_on_tab
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.state import AppState

_EMPTY = {
    BoardTab.ALL: ("Nothing here yet.", "a adds a theory of your own."),
    BoardTab.OPEN: ("Nothing is left to vote on.", "t goes on to your votes."),
    BoardTab.VOTED: ("No votes yet.", "t goes on. Enter on a question, then on an option, votes."),
    BoardTab.DONE: ("Nothing is decided yet.", "t goes back to the whole board."),
}
"""What is told where nothing is on a tab, and what to do then."""


class BoardView:
    """The board as one of its tabs and one of its orders show it.

    Theories in ``touched`` stay in sight, wherever they belong now.
    """

    def __init__(self, state: AppState) -> None:
        self._state = state
        self.touched: set[str] = set()
        self.tab = BoardTab.ALL
        self.order = Order.BOARD

    @property
    def board(self) -> Sequence[Theory]:
        """All theories, the user's own last."""
        return all_theories(self._state.library.theories, self._state.ballot)

    @property
    def items(self) -> Sequence[Theory]:
        """The theories of the tab in front, in the chosen order."""
        ballot, now = self._state.ballot, self._state.clock()
        in_front = [
            theory
            for theory in self.board
            if is_on_tab(theory, self.tab, ballot, now) or theory.id in self.touched
        ]
        return in_order(in_front, self.order, ballot)

    def caption(self, shown: int) -> str:
        """Name the tab in front with how many it shows, and tell how many votes there are."""
        board, ballot = self.board, self._state.ballot
        voted = sum(ballot.vote(theory.id) is not None for theory in board)
        return f"{self.tab} {shown} · you voted on {voted} of {len(board)}"

    @property
    def empty_lines(self) -> Sequence[str]:
        """What is told where nothing is on the tab in front."""
        return _EMPTY[self.tab]

    def find(self, theory_id: str) -> Theory | None:
        """Find a theory of the board by its id."""
        return next((theory for theory in self.board if theory.id == theory_id), None)
