"""The theories of the board: how they are listed, and their pages."""

from collections.abc import Callable, Sequence

from textual.visual import Visual

from hearts_tui.domain.address import Section
from hearts_tui.domain.board import BoardTab
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.board_view import BoardView
from hearts_tui.screens.group import GroupPart
from hearts_tui.screens.listing import Listing
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.screens.theory_entries import theory_entry
from hearts_tui.screens.theory_page import theory_page
from hearts_tui.widgets.item_list import Heading, Row


class BoardListing(Listing[Theory]):
    """Questions with your answers to them, and those of your group.

    ``is_saving`` tells whether a change on a theory is still on its way to the disk.
    """

    def __init__(
        self,
        state: AppState,
        view: BoardView,
        group: GroupPart,
        is_saving: Callable[[str], bool],
    ) -> None:
        super().__init__(state, Section.THEORIES)
        self._view = view
        self._group = group
        self._is_saving = is_saving

    @property
    def items(self) -> Sequence[Theory]:
        """The theories of the tab in front, in the chosen order."""
        return self._view.items

    def caption(self, shown: Sequence[Theory]) -> str:
        """Return the tab in front, with how much is on it, and how much is voted on."""
        return self._view.caption(len(shown))

    @property
    def first_rows(self) -> Sequence[Row]:
        """What is told where a tab has none: in a narrow window nothing else is in sight."""
        return [] if self.items else [Heading(text) for text in self._view.empty_lines]

    @property
    def empty_text(self) -> str:
        """What is told where nothing is on a tab."""
        return " ".join(self._view.empty_lines)

    @property
    def help_text(self) -> str:
        """How the score is counted, too."""
        return f"{super().help_text}\n\n{self._group.formula}"

    def show_all(self) -> None:
        """Let the whole board in."""
        self._view.tab = BoardTab.ALL

    def entry(self, item: Theory) -> Visual:
        """Draw a question with your answer to it."""
        ballot, now, group = self.state.ballot, self.state.clock(), self._group.agreement(item)
        is_saving = self._is_saving(item.id)
        in_one = self.state.settings.is_read_aloud
        return theory_entry(item, ballot, now, is_saving=is_saving, group=group, compact=in_one)

    def page(self, item: Theory) -> Page:
        """Return the page below the options."""
        return theory_page(item, self.state, self.pages, self._group.results(item))

    def has_hidden_text(self, item: Theory) -> bool:
        """Return whether something on a theory's page is hidden, evidence included."""
        return super().has_hidden_text(item) or any(map(self.hidden.are_in_evidence, item.evidence))
