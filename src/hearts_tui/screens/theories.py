"""The theory board."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import OptionList, Static

from hearts_tui.domain.address import Section
from hearts_tui.domain.ballot import (
    CANT_BE_TOLD,
    LONGEST_NOTE,
    Kind,
    OwnTheory,
    Verdict,
    Vote,
    cast_vote,
    change_confidence,
)
from hearts_tui.domain.board import BoardTab, Order, all_theories, in_order, is_on_tab
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.score import is_settled, outcome_of
from hearts_tui.domain.theories import Option, Theory
from hearts_tui.screens.ballot_saver import BallotSaver, Change
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.custom_theory_editor import CustomTheoryEditor
from hearts_tui.screens.dialogs import ChoiceDialog, LineDialog
from hearts_tui.screens.page_builder import Page
from hearts_tui.screens.state import AppState
from hearts_tui.screens.theory_page import theory_page
from hearts_tui.widgets import keys
from hearts_tui.widgets.charts import bar
from hearts_tui.widgets.item_list import ItemList
from hearts_tui.widgets.list_item import Entry
from hearts_tui.widgets.reader import Reader

_BAR_WIDTH = 10
_WATCH_SECONDS = 1.0
_NO_VERDICT = "no-verdict"


class Options(ItemList, inherit_bindings=False):
    """The options of a theory. Below the last of them the page goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.OPTIONS]

    class LeftAtEnd(Message):
        """The user went down from the last option, by a line or by a page."""

    def action_cursor_down(self) -> None:
        """Go to the next option; from the last, on to the page."""
        if self.current == next(reversed(self.ids), None):
            self.post_message(self.LeftAtEnd())
        else:
            super().action_cursor_down()

    def action_page_down(self) -> None:
        """Go on to the page."""
        self.post_message(self.LeftAtEnd())


class TheoriesScreen(BaseScreen):
    """Questions, options with bars, and your vote."""

    SECTION = Section.THEORIES
    CSS_PATH = "theories.tcss"
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.VOTING, keys.BOARD)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.BOARD.bindings]

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._tab = BoardTab.ALL
        self._order = Order.BOARD
        self.saver = BallotSaver(state, self)
        self._editor = CustomTheoryEditor(lambda: self.app, state, self.saver)

    def compose_top(self) -> ComposeResult:
        """Yield the line that tells when nothing can be saved."""
        yield Static(markup=False, classes="banner")

    def make_details(self) -> list[Widget]:
        """Make the question and the list of options."""
        return [
            Static(markup=False, classes="question"),
            Options(classes="options", compact=True, markup=False),
        ]

    def on_mount(self) -> None:
        """Watch for what other sessions change."""
        self.set_interval(_WATCH_SECONDS, self._look_for_others)

    @work
    async def _look_for_others(self) -> None:
        if self.is_current:
            await self.saver.look_for_others()

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
    def board(self) -> Sequence[Theory]:
        """All theories, the user's own last."""
        return all_theories(self.state.library.theories, self.state.ballot)

    @property
    def items(self) -> Sequence[Theory]:
        """The theories of the tab in front, in the chosen order."""
        ballot, touched = self.state.ballot, self.saver.touched
        in_front = [t for t in self.board if is_on_tab(t, self._tab, ballot) or t.id in touched]
        return in_order(in_front, self._order, ballot)

    @property
    def caption(self) -> str:
        """The tab in front, with how much is on it, and how much is voted on."""
        board, ballot = self.board, self.state.ballot
        voted = sum(ballot.vote(theory.id) is not None for theory in board)
        return f"{self._tab} {len(self.shown)} · you voted on {voted} of {len(board)}"

    @property
    def empty_text(self) -> str:
        """What is told where nothing is on a tab."""
        return {
            BoardTab.ALL: "Nothing here yet. a adds a theory of your own.",
            BoardTab.OPEN: "You've voted on everything. t shows the rest of the board.",
            BoardTab.VOTED: "No votes yet. Press t for the whole board, then Enter to vote.",
            BoardTab.DONE: "Nothing is decided yet. Press t for the whole board.",
        }[self._tab]

    @property
    def help_text(self) -> str:
        """How the score is counted."""
        from hearts_tui.screens.score import FORMULA

        return FORMULA

    def entry(self, item: Theory) -> Visual:
        """Draw a question over your answer to it."""
        vote = self._vote(item)
        return Entry("◉" if vote else "○", item.title, detail=self._answer(item, vote))

    def page(self, item: Theory) -> Page:
        """Return the page below the options."""
        return theory_page(item, self.state, self.pages)

    def refresh_list(self) -> None:
        """Tell as well when nothing can be saved."""
        super().refresh_list()
        self.is_view_only()

    def show_current(self, *, from_top: bool = True) -> None:
        """Show question, options and page of the theory under the cursor."""
        item = self.item
        question = self.query_one(".question", Static)
        question.display = self.options.display = item is not None
        if item is not None:
            question.update(item.title)
            vote = self._vote(item)
            rows = {option.id: self._row(item, option, vote) for option in item.options}
            first = (vote.option if vote else item.options[0].id) if from_top else None
            self.options.fill(list(rows), rows.__getitem__, first)
        super().show_current(from_top=from_top)

    def open_current(self) -> None:
        """Go from a question to its options."""
        if self.current is not None:
            self.focus_pane(self.options)

    def clear_filters(self) -> None:
        """Let the whole board in."""
        super().clear_filters()
        self._tab = BoardTab.ALL

    @on(Options.LeftAtEnd)
    def _read_on(self) -> None:
        self.focus_pane(self.reader)

    @on(Reader.LeftAtTop)
    def _back_to_options(self) -> None:
        if self.item is not None and self.focused is self.reader:
            self.focus_pane(self.options)

    # What a saver's host hears.

    def change_shown(self, theory: str) -> None:
        """Draw a theory anew; all of the list where it came, went or has other words."""
        item = next((item for item in self.shown if item.id == theory), None)
        if item is None or theory not in self.listed or self.state.ballot.own(theory):
            self.refresh_all()
            return
        self.redraw(item)
        if theory == self.current:
            self.show_current(from_top=False)

    def change_saved(self, change: Change, notice: str) -> None:
        """Say in a word what was saved."""
        self.tell(self._told(change), 2)
        if notice:
            self.notify(notice, severity="warning", timeout=15, markup=False)

    def change_failed(self, change: Change, reason: str) -> None:
        """Say why a change was not saved."""
        del change
        self.is_view_only()
        self.notify(reason, severity="error", timeout=15, markup=False)

    def ballot_changed(self) -> None:
        """Draw everything anew."""
        self.refresh_all()

    def _told(self, change: Change) -> str:
        word = "Undone" if change.undoes else "Saved"
        theory = next((t for t in self.board if t.id == change.theory), None)
        match change.after:
            case None:
                gone = {
                    Kind.VOTE: "vote withdrawn",
                    Kind.VERDICT: "no verdict",
                    Kind.OWN: "deleted",
                }
                return f"{word}: {gone[change.kind]}."
            case Vote(option=option_id, confidence=confidence):
                option = theory.option(option_id) if theory else None
                return f"{word}: {option.text if option else option_id}, {confidence} %."
            case Verdict():
                return f"{word}: your verdict."
            case OwnTheory():
                return f"{word}: your theory."

    def is_view_only(self) -> bool:
        """Return whether nothing can be saved, and show or hide the banner that says why."""
        reason = self.state.stores.ballot.write_error
        banner = self.query_one(".banner", Static)
        banner.display = bool(reason)
        banner.update(f"View only. {reason}")
        return bool(reason)

    # Voting.

    @on(OptionList.OptionSelected, ".options")
    def _option_chosen(self, event: OptionList.OptionSelected) -> None:
        item = self.item
        if item is None or event.option_id is None or self._is_closed(item):
            return
        before = self._vote(item)
        if before is not None and before.option == event.option_id:
            self.tell("That's your vote already. w withdraws it, + and - say how sure you are.")
            return
        vote = cast_vote(before, event.option_id, self.state.clock())
        self.saver.change(Kind.VOTE, item.id, vote)

    def _is_closed(self, theory: Theory) -> bool:
        """Return whether a theory takes no votes, and say why."""
        own = self.state.ballot.own(theory.id)
        if own is not None and own.retired:
            self.tell("Archived. Press r to reopen it.")
            return True
        return self.is_view_only()

    def action_withdraw(self) -> None:
        """Withdraw the vote under the cursor."""
        if self._vote_under_cursor() is not None and self.item is not None:
            self.saver.change(Kind.VOTE, self.item.id, None)

    def action_more_sure(self) -> None:
        """Raise the confidence of the vote under the cursor."""
        self._move_confidence(1)

    def action_less_sure(self) -> None:
        """Lower the confidence of the vote under the cursor."""
        self._move_confidence(-1)

    def _move_confidence(self, steps: int) -> None:
        vote, item = self._vote_under_cursor(), self.item
        if vote is None or item is None:
            return
        changed = change_confidence(vote, steps, self.state.clock(), len(item.options))
        if changed == vote:
            most = "the most" if steps > 0 else "the least: below that, another is your favorite"
            self.tell(f"{vote.confidence} % is {most}.")
        else:
            self.saver.change(Kind.VOTE, item.id, changed)

    def action_annotate(self) -> None:
        """Write a note to the vote under the cursor."""
        vote, item = self._vote_under_cursor(), self.item
        if vote is None or item is None:
            return

        def noted(text: str | None) -> None:
            if text is not None and sanitize(text) != vote.note:
                self.saver.change(Kind.VOTE, item.id, replace(vote, note=sanitize(text)))

        hint = "Enter saves, empty deletes, Esc cancels."
        self.app.push_screen(LineDialog("Add a note", vote.note, LONGEST_NOTE, hint), noted)

    def action_settle(self) -> None:
        """Say how the theory under the cursor turned out."""
        item = self.item
        if item is None or self.is_view_only():
            return
        present = self.state.ballot.verdict(item.id)
        choices = [(option.id, option.text) for option in item.options]
        choices += [(CANT_BE_TOLD, "Can't be decided"), (_NO_VERDICT, "No verdict yet")]

        def chosen(outcome: str | None) -> None:
            if outcome is None or outcome == (present.outcome if present else _NO_VERDICT):
                return
            verdict = None if outcome == _NO_VERDICT else Verdict(outcome, self.state.clock())
            self.saver.change(Kind.VERDICT, item.id, verdict)

        current = present.outcome if present else _NO_VERDICT
        title = f"How did it turn out? {item.title}"
        dialog = ChoiceDialog(title, choices, current, "Enter to set, Esc to cancel.")
        self.app.push_screen(dialog, chosen)

    def action_undo(self) -> None:
        """Undo the last change of this session."""
        if self.is_view_only():
            return
        last = self.saver.undo()
        if last is None:
            self.tell("Nothing to undo.")
        elif last.theory != self.current and last.theory in self.listed:
            self.item_list.go_to(last.theory)

    def action_add(self) -> None:
        """Add a theory of one's own."""
        if not self.is_view_only():
            self._editor.add(lambda theory: self.call_later(self._go_to_own, theory))

    def _go_to_own(self, theory: str) -> None:
        if theory in self.listed:
            self.item_list.go_to(theory)

    def action_edit(self) -> None:
        """Change the theory under the cursor, where it is the user's own."""
        own = self._own_under_cursor()
        if own is not None and self.item is not None:
            self._editor.edit(self.item.id, own)

    def action_archive(self) -> None:
        """Archive the theory under the cursor or reopen it, where it is the user's own."""
        own = self._own_under_cursor()
        if own is not None and self.item is not None:
            self._editor.archive(self.item.id, own)

    def _own_under_cursor(self) -> OwnTheory | None:
        if self.item is None or self.is_view_only():
            return None
        own = self.state.ballot.own(self.item.id)
        if own is None:
            self.tell("You can only edit your own theories. Press a to add one.")
        return own

    def action_score(self) -> None:
        """Show how good the votes were."""
        from hearts_tui.screens.score import score_page

        titles = {theory.id: theory.title for theory in self.board}
        self.app.push_screen(score_page(self.board, self.state.ballot, titles))

    def action_next_tab(self) -> None:
        """Go to the next tab of the board."""
        self._tab = self._tab.next()
        self.saver.touched.clear()
        self.refresh_list()
        self.show_current()

    def action_next_order(self) -> None:
        """Sort by the next thing that can be sorted by."""
        self._order = self._order.next()
        self.refresh_all()
        self.tell(f"Sorted by {self._order}.", 2)

    def _vote(self, theory: Theory) -> Vote | None:
        return self.state.ballot.vote(theory.id)

    def _vote_under_cursor(self) -> Vote | None:
        if self.item is None or self.is_view_only():
            return None
        vote = self._vote(self.item)
        if vote is None:
            self.tell("Vote first: press Enter on an option.")
        return vote

    def _answer(self, theory: Theory, vote: Vote | None) -> str:
        own = self.state.ballot.own(theory.id)
        if own is not None and own.retired:
            return "archived"
        if vote is None:
            decided = is_settled(theory, self.state.ballot)
            return "decided" if decided else theory.topic
        option = theory.option(vote.option)
        name = option.text if option else f"{vote.option} (not on the list)"
        outcome = outcome_of(theory, self.state.ballot)
        how = "" if outcome is None else " · right" if outcome == vote.option else " · wrong"
        saving = " · saving" if self.saver.is_saving(theory.id) else ""
        return f"you: {name} {vote.confidence} %{how}{saving}"

    def _row(self, theory: Theory, option: Option, vote: Vote | None) -> Visual:
        mine = vote is not None and vote.option == option.id
        if vote is None or not mine:
            return Entry("○", option.text)
        state = "saving" if self.saver.is_saving(theory.id) else "saved"
        note = f"{bar(vote.confidence / 100, _BAR_WIDTH)} {vote.confidence} % {state}"
        return Entry("◉", option.text, note=note, strong=True)
