"""The theory board."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import ScreenResume
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import OptionList, Static

from hearts_tui.domain.address import Section
from hearts_tui.domain.board import BoardTab
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.ballot_saver import BallotSaver
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.board_changes import BoardChanges
from hearts_tui.screens.board_view import BoardView
from hearts_tui.screens.custom_theory_editor import CustomTheoryEditor
from hearts_tui.screens.group import SECONDS_BETWEEN_LOOKS, GroupPart
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.screens.theory_entries import theory_entry
from hearts_tui.screens.theory_options import Options
from hearts_tui.screens.theory_page import theory_page
from hearts_tui.screens.voting import Voting
from hearts_tui.widgets import keys
from hearts_tui.widgets.item_list import Heading, Row
from hearts_tui.widgets.reader import Reader
from hearts_tui.widgets.view_only import ViewOnlyBanner

_WATCH_SECONDS = 1.0


class TheoriesScreen(BaseScreen):
    """Questions, options with bars, and your vote."""

    SECTION = Section.THEORIES
    CSS_PATH = "theories.tcss"
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.VOTING, keys.BOARD)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.BOARD.bindings]

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._view = BoardView(state)
        changes = BoardChanges(state, self, self._view.find, self.is_view_only)
        self.saver = BallotSaver(state, self, changes, self._view.touched)
        self._voting = Voting(state, self.saver, self)
        self._group = GroupPart(state, self)
        self._editor = CustomTheoryEditor(state, self.saver, self)

    def compose_top(self) -> ComposeResult:
        """Yield the line that tells when nothing can be saved."""
        yield ViewOnlyBanner()

    def make_details(self) -> list[Widget]:
        """Make the question and the list of options."""
        return [
            Static(markup=False, classes="question"),
            Options(classes="options", compact=True, markup=False),
        ]

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
    def keys_in_use(self) -> Sequence[keys.KeyGroup]:
        """All keys that work here, those of a group only where there is one."""
        return self._group.keys(super().keys_in_use)

    @property
    def options(self) -> Options:
        """The list of options of the theory in front."""
        return self.query_one(Options)

    @property
    def panes(self) -> list[Widget]:
        """Questions, options, then the page."""
        first, *others = super().panes
        return [first, self.options, *others]

    @property
    def items(self) -> Sequence[Theory]:
        """The theories of the tab in front, in the chosen order."""
        return self._view.items

    @property
    def caption(self) -> str:
        """The tab in front, with how much is on it, and how much is voted on."""
        return self._view.caption(len(self.shown))

    @property
    def empty_text(self) -> str:
        """What is told where nothing is on a tab."""
        return " ".join(self._view.empty_lines)

    def rows(self, items: Sequence[Theory]) -> Sequence[Row]:
        """Return the ids of the theories; where a tab has none, say so in the list too.

        In a narrow window nothing else is in sight.
        """
        if items or self.query_text:
            return super().rows(items)
        return [Heading(text) for text in self._view.empty_lines]

    @property
    def help_text(self) -> str:
        """How the score is counted, too."""
        return f"{super().help_text}\n\n{self._group.formula}"

    def entry(self, item: Theory) -> Visual:
        """Draw a question with your answer to it."""
        is_saving = self.saver.is_saving(item.id)
        ballot, now, group = self.state.ballot, self.state.clock(), self._group.agreement(item)
        return theory_entry(item, ballot, now, is_saving=is_saving, group=group)

    def page(self, item: Theory) -> Page:
        """Return the page below the options."""
        return theory_page(item, self.state, self.pages, self._group.results(item))

    def has_hidden_text(self, item: Theory) -> bool:
        """Return whether something on a theory's page is hidden, evidence included."""
        return super().has_hidden_text(item) or any(map(self.hidden.are_in_evidence, item.evidence))

    def refresh_list(self) -> None:
        """Warn as well where nothing can be saved."""
        super().refresh_list()
        self.is_view_only()

    def show_current(self, *, from_top: bool = True) -> None:
        """Show question, options and page of the theory under the cursor."""
        item, question = self.item, self.query_one(".question", Static)
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
            self.focus_pane(self.options)

    def clear_filters(self) -> None:
        """Let the whole board in."""
        super().clear_filters()
        self._view.tab = BoardTab.ALL

    @on(Options.LeftAtEnd)
    async def _read_on(self, message: Options.LeftAtEnd) -> None:
        self.focus_pane(self.reader)
        await self.reader.run_action(message.action)

    @on(Reader.LeftAtTop)
    def _back_to_options(self) -> None:
        if self.item is not None and self.focused is self.reader:
            self.focus_pane(self.options)

    def is_view_only(self) -> bool:
        """Return whether nothing can be saved; if so, the banner says why."""
        return self.query_one(ViewOnlyBanner).show(self.state.stores.ballot.write_error)

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
