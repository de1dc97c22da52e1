"""The pages of a group: its voters, and a friend's votes beside the user's own."""

import asyncio
from collections.abc import Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from textual.app import App

from hearts_tui.screens.state import AppState

if TYPE_CHECKING:
    from hearts_tui.domain.group import Group
    from hearts_tui.domain.slip import Slip
    from hearts_tui.domain.theories import Theory


class PageHost(Protocol):
    """The screen that pages open over."""

    @property
    def app(self) -> App[Any]:
        """The app, which shows pages."""

    def run_worker(self, work: Coroutine[None, None, None]) -> object:
        """Run a coroutine in the background."""


class GroupPages:
    """Opens the pages over whatever is in front."""

    def __init__(self, state: AppState, host: PageHost) -> None:
        self._state = state
        self._host = host

    @property
    def _mine(self) -> "Slip":
        from hearts_tui.domain.slip import make_slip

        name = self._state.settings.board_name
        return make_slip(self._state.ballot, self._state.library.theories, name)

    def show_voters(self) -> None:
        """Show who votes, and how well."""
        if self._state.group is not None:
            self._host.run_worker(self._open_voters(self._state.group))

    async def _open_voters(self, group: "Group") -> None:
        from hearts_tui.screens.voters import records_of, voters_page

        front = self._host.app.screen
        count = partial(records_of, group, self._mine, self._state.library.theories)
        records = await asyncio.get_running_loop().run_in_executor(None, count)
        if self._host.app.screen is front:
            page = voters_page(records, group.rejected, self._compare_with)
            self._host.app.push_screen(page)

    def show_score(self, board: "Sequence[Theory]") -> None:
        """Show how good the user's votes were, and against the group where there is one."""
        from hearts_tui.screens.score import score_page

        state = self._state
        if (group := state.group) is None or not state.has_group:
            page = score_page(board, state.ballot)
        else:
            relative = group.relative_scores(state.library.theories, state.ballot)
            page = score_page(board, state.ballot, relative, self.show_voters)
        self._host.app.push_screen(page)

    def compare(self) -> None:
        """Compare with the one friend that there is, or show all voters to choose one."""
        from hearts_tui.domain.group import is_friend

        group = self._state.group
        friends = [voter for voter in group.voters if is_friend(voter)] if group else []
        if len(friends) == 1:
            self._compare_with(friends[0])
        else:
            self.show_voters()

    def _compare_with(self, friend: str) -> None:
        from hearts_tui.screens.comparison import comparison_page

        group, state = self._state.group, self._state
        if group is not None and friend in group.voters:
            name = group.names(state.settings.board_name)[friend]
            page = comparison_page(
                self._mine,
                group.voters[friend],
                name,
                state.library.theories,
                state.spoiler_filter,
            )
            self._host.app.push_screen(page)
