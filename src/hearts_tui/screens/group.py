"""The group beside the user's own votes: looked at while the board is in front, and its pages."""

import asyncio
from collections.abc import Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.widget import Widget
from textual.widgets import Input

from hearts_tui.domain.closing import why_closed
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.group_actions import offered
from hearts_tui.screens.group_pages import GroupPages, PageHost
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.document import Paragraph
from hearts_tui.widgets.group_keys import with_group
from hearts_tui.widgets.key_group import KeyGroup

if TYPE_CHECKING:
    from hearts_tui.domain.group import Group
    from hearts_tui.domain.group_reader import GroupReader

SECONDS_BETWEEN_LOOKS = 5.0


class Host(PageHost, Protocol):
    """The screen that shows the group."""

    @property
    def is_current(self) -> bool:
        """Whether the screen is in front."""

    @property
    def focused(self) -> Widget | None:
        """What has the focus."""

    def run_worker(self, work: Coroutine[None, None, None]) -> object:
        """Run a coroutine in the background."""

    def refresh_all(self) -> None:
        """Draw everything anew."""

    def refresh_bindings(self) -> None:
        """Offer other keys."""

    def tell(self, text: str, seconds: float) -> None:
        """Show a passing message."""

    def warn_once(self, notice: str) -> None:
        """Show a warning, unless it was shown before."""


class GroupPart:
    """Reads the slips of others, off the screen's thread, and shows them beside the user's own."""

    def __init__(self, state: AppState, host: Host) -> None:
        self._state = state
        self._host = host
        self._reader: GroupReader | None = None
        self._pages = GroupPages(state, host)
        self._is_shown = True
        self._is_looking = False
        self._drawn: Group | None = None

    @property
    def _shown(self) -> "Group | None":
        """The group, where there is one and it is to be seen."""
        return self._state.group if self._is_shown and self._state.has_group else None

    def results(self, theory: Theory) -> Sequence[Paragraph]:
        """Return what the page of a theory tells of the group's votes."""
        if (group := self._shown) is None:
            return []
        from hearts_tui.screens.group_results import group_results

        ballot, now = self._state.ballot, self._state.clock()
        is_closed = why_closed(theory, ballot, now) is not None
        name = self._state.settings.board_name
        return group_results(theory, group, ballot, name, is_closed=is_closed)

    def agreement(self, theory: Theory) -> str:
        """Return what the line of a theory in the list tells of them."""
        if (group := self._shown) is None:
            return ""
        from hearts_tui.screens.group_results import agreement

        return agreement(theory, group, self._state.ballot)

    def watch(self) -> None:
        """Look again, while the screen is in front."""
        if self._host.is_current:
            self.look()

    def look(self) -> None:
        """Read what changed, and draw anew where that is something else than before."""
        self._draw()
        stores = self._state.stores
        if not self._is_looking and (stores.slips is not None or stores.friends is not None):
            self._is_looking = True
            self._host.run_worker(self._look())

    async def _look(self) -> None:
        if self._reader is None:
            from hearts_tui.domain.group_reader import GroupReader

            self._reader = GroupReader(self._state.stores)
        state = self._state
        rest = state.typing.give_way
        read = partial(self._reader.read, state.library.theories, state.ballot, rest)
        try:
            found = await asyncio.get_running_loop().run_in_executor(None, read)
        finally:
            self._is_looking = False
        for notice in found.notices:
            self._host.warn_once(notice)
        if found.group is not None:
            self._state.group = found.group
            self._draw()

    def _draw(self) -> None:
        """Draw anew, where the screen is in front and shows another group."""
        if self._host.is_current and self._drawn is not self._state.group:
            self._drawn = self._state.group
            self._host.refresh_all()
            self._host.refresh_bindings()

    def offers(self, action: object) -> bool:
        """Return whether there is anything that one of the actions of ``do`` could act on."""
        # The key that switches goes before those of what has the focus; a list gives way to it.
        is_typed = action == "switch" and isinstance(self._host.focused, Input)
        return action in offered(self._state) and not is_typed

    def show_score(self, board: Sequence[Theory]) -> None:
        """Show how good the user's votes on the board were."""
        self._pages.show_score(board)

    @property
    def formula(self) -> str:
        """How scores are counted."""
        from hearts_tui.domain.relative_words import RELATIVE_FORMULA
        from hearts_tui.domain.score_words import FORMULA

        return f"{FORMULA}\n{RELATIVE_FORMULA}" if self._state.has_group else FORMULA

    def do(self, action: str) -> None:
        """Switch between the group's votes and the user's alone, or show a page."""
        match action:
            case "switch":
                self._is_shown = not self._is_shown
                self._host.refresh_all()
                self._host.tell("With your group." if self._is_shown else "Just your own votes.", 2)
            case "voters":
                self._pages.show_voters()
            case "compare":
                self._pages.compare()

    def keys(self, groups: Sequence[KeyGroup]) -> Sequence[KeyGroup]:
        """Return some keys as they are with this group, or without one."""
        return with_group(groups, offered(self._state))
