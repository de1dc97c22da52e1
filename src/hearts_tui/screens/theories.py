"""The board of theories, where one votes."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.events import ScreenResume
from textual.widgets import OptionList, Static

from hearts_tui.domain.theories import Theory
from hearts_tui.screens.ballot_saver import BallotSaver
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.board_changes import BoardChanges
from hearts_tui.screens.board_listing import BoardListing
from hearts_tui.screens.board_view import BoardView
from hearts_tui.screens.custom_theory_editor import CustomTheoryEditor
from hearts_tui.screens.group import SECONDS_BETWEEN_LOOKS, GroupPart
from hearts_tui.screens.state import AppState
from hearts_tui.screens.theory_options import Options
from hearts_tui.screens.voting import Voting
from hearts_tui.widgets import keys
from hearts_tui.widgets.key_group import KeyGroup
from hearts_tui.widgets.reader import Reader
from hearts_tui.widgets.view_only import ViewOnlyBanner

_WATCH_SECONDS = 1.0


class TheoriesScreen(BaseScreen):
    """Questions, options with bars, and your vote."""

    CSS_PATH = "theories.tcss"
    KEYS: ClassVar[tuple[KeyGroup, ...]] = (keys.VOTING, keys.BOARD)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.BOARD.bindings]

    def __init__(self, state: AppState) -> None:
        self._view = BoardView(state)
        changes = BoardChanges(state, self, self._view.find, self.is_view_only)
        self.saver = BallotSaver(state, self, changes, self._view.touched)
        self._group = GroupPart(state, self)
        self._banner = ViewOnlyBanner()
        self._question = Static(markup=False, classes="question")
        self.options = Options()
        super().__init__(
            state,
            BoardListing(state, self._view, self._group, self.saver.is_saving),
            top=[self._banner],
            details=[self._question, self.options],
        )
        self._voting = Voting(state, self.saver, self)
        self._editor = CustomTheoryEditor(state, self.saver, self)

    def on_mount(self) -> None:
        """Watch for what other sessions change."""
        self.set_interval(_WATCH_SECONDS, self.saver.watch)
        self.set_interval(SECONDS_BETWEEN_LOOKS, self._group.watch)

    @on(ScreenResume)
    def _look_at_group(self) -> None:
        self._group.look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys of a group where there is one; part of Textual's DOM nodes."""
        if action == "group":
            return self._group.offers(*parameters)
        return super().check_action(action, parameters)

    @property
    def keys_in_use(self) -> Sequence[KeyGroup]:
        """All keys that work here, those of a group only where there is one."""
        return self._group.keys(super().keys_in_use)

    def refresh_list(self) -> None:
        """Warn as well where nothing can be saved."""
        super().refresh_list()
        self.is_view_only()

    def show_current(self, *, from_top: bool = True) -> None:
        """Show question, options and page of the theory under the cursor."""
        item, question = self.item, self._question
        question.display = self.options.display = item is not None
        if item is not None:
            question.update(item.title)
            is_saving = self.saver.is_saving(item.id)
            self.options.show(item, self.state.ballot, is_saving=is_saving, from_top=from_top)
        super().show_current(from_top=from_top)

    def open_current(self) -> None:
        """Go from a question to its options, and there to the vote."""
        if self.item is not None:
            self.show_current()
            self.split_view.focus_pane(self.options)

    @on(Options.LeftAtEnd)
    async def _read_on(self, message: Options.LeftAtEnd) -> None:
        self.split_view.focus_pane(self.reader)
        await self.reader.run_action(message.action)

    @on(Reader.LeftAtTop)
    def _back_to_options(self) -> None:
        if self.item is not None and self.focused is self.reader:
            self.split_view.focus_pane(self.options)

    def is_view_only(self) -> bool:
        """Return whether nothing can be saved; if so, the banner says why."""
        return self._banner.show(self.state.stores.ballot.write_error)

    # Voting.

    @on(Options.ClickedOnce)
    def _say_how_to_vote(self) -> None:
        self.tell("Click again to vote for it, or press Enter.")

    @on(OptionList.OptionSelected, ".options")
    def _option_chosen(self, event: OptionList.OptionSelected) -> None:
        if (option := event.option_id) is not None:
            self._change(lambda theory: self._voting.vote(theory, option))

    def _change(self, change: Callable[[Theory], object]) -> None:
        """Change something about the theory under the cursor, where anything can be saved."""
        if not self.is_view_only() and self.item is not None:
            change(self.item)

    def action_vote(self) -> None:
        """Ask for a vote on the theory under the cursor, by number."""
        self._change(self._voting.ask)

    def action_withdraw(self) -> None:
        """Withdraw the vote under the cursor."""
        self._change(self._voting.withdraw)

    def action_move_confidence(self, steps: int) -> None:
        """Make the vote under the cursor surer by some steps, or less sure."""
        self._change(lambda theory: self._voting.move_confidence(theory, steps))

    def action_annotate(self) -> None:
        """Write a note to the vote under the cursor."""
        self._change(self._voting.annotate)

    def action_settle(self) -> None:
        """Say how the theory under the cursor turned out."""
        self._change(self._voting.settle)

    def action_undo(self) -> None:
        """Undo the last change of this session."""
        last = None if self.is_view_only() else self._voting.undo()
        if last is not None and last.theory in self.listed:
            self.item_list.go_to(last.theory)

    def action_add(self) -> None:
        """Add a theory of one's own."""
        if not self.is_view_only():
            self._editor.add(lambda theory: self.call_later(self.go_to, theory))

    def action_edit(self) -> None:
        """Change the theory under the cursor, where it is the user's own."""
        self._change(self._editor.edit)

    def action_archive(self) -> None:
        """Archive the theory under the cursor or reopen it, where it is the user's own."""
        self._change(self._editor.archive)

    def action_score(self) -> None:
        """Show how good the votes were."""
        self._group.show_score(self._view.board)

    def action_group(self, action: str) -> None:
        """Do something with the group."""
        self._group.do(action)

    def action_next_tab(self) -> None:
        """Go to the next tab of the board."""
        self._view.tab = self._view.tab.next()
        self._view.touched.clear()
        self.refresh_list()
        self.show_current()

    def action_next_order(self) -> None:
        """Sort by the next thing that can be sorted by."""
        self._view.order = self._view.order.next()
        self.refresh_all()
        self.tell(f"Sorted by {self._view.order}.", 2)
