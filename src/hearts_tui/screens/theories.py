"""The theory board."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
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
from hearts_tui.domain.custom_theories import PREFIX, build_custom_theory
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.score import is_settled, outcome_of
from hearts_tui.domain.theories import Option, Theory
from hearts_tui.screens.ballot_messages import ChangeBallot
from hearts_tui.screens.custom_theory_form import CustomTheoryForm, Draft
from hearts_tui.screens.dialogs import ChoiceDialog, LineDialog
from hearts_tui.screens.state import AppState
from hearts_tui.screens.voting import BallotScreen
from hearts_tui.widgets import keys
from hearts_tui.widgets.bar import bar
from hearts_tui.widgets.document import GAP, Document, Paragraph
from hearts_tui.widgets.evidence import for_and_against
from hearts_tui.widgets.item_list import ItemList
from hearts_tui.widgets.item_page import heading, quiet
from hearts_tui.widgets.list_item import Entry as ListEntry

TAKE_BACK = "take-back"
"""The id of the row that takes a vote back; option ids of the content never hold this one."""

_BAR_WIDTH = 10
_NO_VERDICT = "no-verdict"


class Options(ItemList, inherit_bindings=False):
    """The options of a theory."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.OPTIONS]


class TheoriesScreen(BallotScreen):
    """Questions, options with bars, and your vote."""

    SECTION = Section.THEORIES
    CSS_PATH = "theories.tcss"
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.VOTING, keys.BOARD)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.BOARD.bindings]

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self._shelf = BoardTab.ALL
        self._order = Order.BOARD
        self._draft = Draft()

    def make_details(self) -> list[Widget]:
        """Make the list of options."""
        return [
            Static(markup=False, classes="question"),
            Options(classes="options", compact=True, markup=False),
        ]

    @property
    def options(self) -> Options:
        """The list of options of the theory in front."""
        return self.query_one(Options)

    @property
    def panes(self) -> list[Widget]:
        """Questions, options, then the background."""
        return [self.list_widget, self.options, self.reader]

    @property
    def board(self) -> Sequence[Theory]:
        """All theories, the user's own last."""
        return all_theories(self.state.library.theories, self.state.ballot)

    @property
    def items(self) -> Sequence[Theory]:
        """The part of the board in front, in the chosen order."""
        ballot = self.state.ballot
        in_front = [
            theory
            for theory in self.board
            if is_on_tab(theory, self._shelf, ballot) or theory.id in self.touched
        ]
        return in_order(in_front, self._order, ballot)

    @property
    def caption(self) -> str:
        """The parts of the board with their counts; the one in front stands in brackets."""
        board, ballot = self.board, self.state.ballot
        parts = []
        for shelf in BoardTab:
            part = f"{shelf} {sum(is_on_tab(theory, shelf, ballot) for theory in board)}"
            parts.append(f"[{part}]" if shelf is self._shelf else part)
        return " ".join(parts)

    def texts(self, item: Theory) -> Iterable[str]:
        """Look into the options as well."""
        return *super().texts(item), item.topic, *(option.text for option in item.options)

    def notes(self, item: Theory) -> Sequence[str]:
        """Return the topic."""
        return (f"about {item.topic}",)

    def entry(self, item: Theory) -> Visual:
        """Draw a question over your answer to it."""
        vote = self._vote(item)
        mark = "✓" if vote else "·"
        brief = self._state(item) if vote else self._standing(item)
        detail = self._answer(item, vote)
        return self.covered_entry(item, mark, detail, brief=brief, strong=vote is None)

    def show_current(self, *, from_top: bool = True) -> None:
        """Show question, options and background of the theory under the cursor."""
        item = self.item
        question = self.query_one(".question", Static)
        question.display = self.options.display = item is not None
        if item is not None:
            question.update(self.covered(item, item.title))
            mine = self._vote(item)
            rows = dict(self._rows(item, mine))
            first = self._first(item) if from_top else None
            self.options.fill(list(rows), rows.__getitem__, first)
        super().show_current(from_top=from_top)

    def page(self, item: Theory) -> Document:
        """Return the page of a theory; the user's own has neither sources nor a status."""
        if self.state.ballot.own(item.id) is None:
            return super().page(item)
        about = "Your own theory. e changes it, r retires it or opens it again."
        return Document([quiet(f"{self._standing(item)} · {about}"), GAP, *self.before_body(item)])

    def opening(self, item: Theory) -> list[Paragraph]:
        """Leave out the title: the question stands above the options already."""
        return super().opening(item)[1:]

    def before_body(self, item: Theory) -> list[Paragraph]:
        """Tell what you wrote to your vote, and how it turned out."""
        paragraphs: list[Paragraph] = []
        vote = self._vote(item)
        if vote is not None and vote.note:
            paragraphs.append(
                Paragraph(Content.assemble(("Your note: ", "$text-muted"), vote.note))
            )
        paragraphs += self._verdicts(item)
        return [*paragraphs, GAP] if paragraphs else []

    def _verdicts(self, item: Theory) -> list[Paragraph]:
        """Tell how it turned out: your own verdict, which counts, and what the content says."""
        mine = self.state.ballot.verdict(item.id)
        told = [("Your verdict: ", mine.outcome)] if mine else []
        told += [("The news says: ", item.outcome)] if item.outcome else []
        return [
            Paragraph(Content.assemble((label, "$text-muted"), self._outcome_text(item, outcome)))
            for label, outcome in told
        ]

    def _outcome_text(self, item: Theory, outcome: str) -> str:
        option = item.option(outcome)
        return self.covered(item, option.text) if option else outcome

    def after_body(self, item: Theory) -> list[Paragraph]:
        """Show what speaks for and against, and figures that a source printed."""
        return [*self._evidence(item), *_printed_elsewhere(item)]

    def _evidence(self, item: Theory) -> list[Paragraph]:
        if not self.state.is_loaded:
            return []
        return for_and_against(item, self.state.index, self.state.spoiler_filter)

    def clear_filters(self) -> None:
        """Let the whole board in."""
        super().clear_filters()
        self._shelf = BoardTab.ALL

    def open_current(self) -> None:
        """Go from a question to its options."""
        if self.current is not None:
            self.focus_pane(self.options)

    @property
    def help_text(self) -> str:
        """How the score is counted."""
        from hearts_tui.screens.score import FORMULA

        return FORMULA

    @on(OptionList.OptionSelected, ".options")
    def _option_chosen(self, event: OptionList.OptionSelected) -> None:
        item = self.item
        if item is None or event.option_id is None:
            return
        if self.tells_if_covered(item) or self._tell_if_retired(item):
            return
        before = self._vote(item)
        if event.option_id == TAKE_BACK:
            self.post_message(ChangeBallot(Kind.VOTE, item.id, None))
        elif before is None or before.option != event.option_id:
            vote = cast_vote(before, event.option_id, self.state.clock())
            self.post_message(ChangeBallot(Kind.VOTE, item.id, vote))

    def action_more_sure(self) -> None:
        """Raise the confidence of the vote under the cursor."""
        self._move_confidence(1)

    def action_less_sure(self) -> None:
        """Lower the confidence of the vote under the cursor."""
        self._move_confidence(-1)

    def _move_confidence(self, steps: int) -> None:
        vote = self._vote_under_cursor()
        if vote is not None and self.item is not None:
            changed = change_confidence(vote, steps, self.state.clock())
            if changed != vote:
                self.post_message(ChangeBallot(Kind.VOTE, self.item.id, changed))

    def action_annotate(self) -> None:
        """Write a note to the vote under the cursor."""
        vote, item = self._vote_under_cursor(), self.item
        if vote is None or item is None:
            return

        def noted(text: str | None) -> None:
            if text is not None and sanitize(text) != vote.note:
                entry = replace(vote, note=sanitize(text))
                self.post_message(ChangeBallot(Kind.VOTE, item.id, entry))

        hint = "Enter keeps it, empty drops it, Esc goes back."
        self.app.push_screen(
            LineDialog("A note to your vote", vote.note, LONGEST_NOTE, hint), noted
        )

    def action_settle(self) -> None:
        """Say how the theory under the cursor turned out."""
        item = self.item
        if item is None or self.is_view_only() or self.tells_if_covered(item):
            return
        present = self.state.ballot.verdict(item.id)
        choices = [(o.id, self.covered(item, o.text)) for o in item.options]
        choices += [(CANT_BE_TOLD, "It can't be told"), (_NO_VERDICT, "No verdict yet")]

        def chosen(outcome: str | None) -> None:
            if outcome is None or outcome == (present.outcome if present else _NO_VERDICT):
                return
            verdict = None if outcome == _NO_VERDICT else Verdict(outcome, self.state.clock())
            self.post_message(ChangeBallot(Kind.VERDICT, item.id, verdict))

        title = f"How did it turn out? {self.covered(item, item.title)}"
        current = present.outcome if present else _NO_VERDICT
        self.app.push_screen(
            ChoiceDialog(title, choices, current, "Enter settles it, Esc goes back."), chosen
        )

    def action_add(self) -> None:
        """Write a theory of one's own."""
        if self.is_view_only():
            return

        def write(draft: Draft) -> OwnTheory:
            return build_custom_theory(draft.question, draft.options, self.state.clock())

        def added(theory: OwnTheory | None) -> None:
            if theory is not None:
                self._draft = Draft()
                theory_id = f"{PREFIX}{secrets.token_hex(4)}"
                self.post_message(ChangeBallot(Kind.OWN, theory_id, theory))
                self.call_later(self._go_to_own, theory_id)

        self.app.push_screen(
            CustomTheoryForm("Your own theory", self._draft, write, self._put_by), added
        )

    def _put_by(self, draft: Draft) -> None:
        """Keep what was typed into a form that was left, for the next one."""
        self._draft = draft

    def _go_to_own(self, theory_id: str) -> None:
        if theory_id in self.item_list.ids:
            self.item_list.go_to(theory_id)

    def action_edit(self) -> None:
        """Change the theory under the cursor, where it is the user's own."""
        own, item = self._own_under_cursor(), self.item
        if own is None or item is None:
            return
        vote = self._vote(item)

        def write(draft: Draft) -> OwnTheory:
            needed = vote.option if vote else None
            return build_custom_theory(
                draft.question, draft.options, self.state.clock(), own, needed
            )

        def changed(theory: OwnTheory | None) -> None:
            if theory is not None and Draft.of(theory) != Draft.of(own):
                self.post_message(ChangeBallot(Kind.OWN, item.id, theory))

        form = CustomTheoryForm("Change your theory", Draft.of(own), write, lambda _: None)
        self.app.push_screen(form, changed)

    def action_retire(self) -> None:
        """Close the theory under the cursor or open it again, where it is the user's own."""
        own, item = self._own_under_cursor(), self.item
        if own is not None and item is not None:
            theory = replace(own, retired=not own.retired, at=self.state.clock())
            self.post_message(ChangeBallot(Kind.OWN, item.id, theory))

    def _own_under_cursor(self) -> OwnTheory | None:
        if self.item is None or self.is_view_only():
            return None
        own = self.state.ballot.own(self.item.id)
        if own is None:
            self.notify("This one is not yours. a adds one of your own.", timeout=3, markup=False)
        return own

    def _tell_if_retired(self, theory: Theory) -> bool:
        own = self.state.ballot.own(theory.id)
        if own is None or not own.retired:
            return False
        self.notify("You retired this one. r opens it again.", timeout=3, markup=False)
        return True

    def action_score(self) -> None:
        """Show how well the votes foretold."""
        from hearts_tui.screens.score import score_page

        titles = {theory.id: self.covered(theory, theory.title) for theory in self.board}
        self.app.push_screen(score_page(self.board, self.state.ballot, titles))

    def action_next_shelf(self) -> None:
        """Go to the next part of the board."""
        self._shelf = self._shelf.next()
        self.touched.clear()
        self.refresh_list()
        self.show_current()

    def action_next_order(self) -> None:
        """Sort by the next thing that can be sorted by."""
        self._order = self._order.next()
        self.refresh_all()
        self.clear_notifications()
        self.notify(f"Sorted by {self._order}.", timeout=2, markup=False)

    def _vote(self, theory: Theory) -> Vote | None:
        return self.state.ballot.vote(theory.id)

    def _vote_under_cursor(self) -> Vote | None:
        if self.item is None or self.is_view_only():
            return None
        vote = self._vote(self.item)
        if vote is None:
            self.notify("Vote first: Enter on an option.", timeout=3, markup=False)
        return vote

    def _answer(self, theory: Theory, vote: Vote | None) -> str:
        if vote is None:
            return f"{self._standing(theory)} · {theory.topic}"
        option = theory.option(vote.option)
        name = option.text if option else f"{vote.option} (not on the list)"
        outcome = outcome_of(theory, self.state.ballot)
        how = "" if outcome is None else " · right" if outcome == vote.option else " · wrong"
        return f"{self._state(theory)}: {name}{how}"

    def _standing(self, theory: Theory) -> str:
        own = self.state.ballot.own(theory.id)
        if own is not None and own.retired:
            return "retired"
        return "settled" if is_settled(theory, self.state.ballot) else "open"

    def _state(self, theory: Theory) -> str:
        return "saving" if self.is_saving(theory.id) else "saved"

    def _first(self, theory: Theory) -> str:
        vote = self._vote(theory)
        return vote.option if vote else theory.options[0].id

    def _rows(self, theory: Theory, vote: Vote | None) -> list[tuple[str, Visual]]:
        rows = [(option.id, self._row(theory, option, vote)) for option in theory.options]
        if vote is not None:
            rows.append((TAKE_BACK, ListEntry(" ", "Take my vote back")))
        return rows

    def _row(self, theory: Theory, option: Option, vote: Vote | None) -> Visual:
        mine = vote is not None and vote.option == option.id
        sure = vote.confidence / 100 if vote is not None and mine else 0.0
        state = f"{sure:.0%} {self._state(theory)}" if mine else ""
        note = f"{bar(sure, _BAR_WIDTH)} {state.ljust(10)}"
        return ListEntry(
            "◉" if mine else "○", self.covered(theory, option.text), note=note, strong=mine
        )


def _printed_elsewhere(item: Theory) -> list[Paragraph]:
    """Return the figures that a source printed, with what they are worth."""
    if not item.baseline:
        return []
    names = {option.id: option.text for option in item.options}
    width = max(len(name) for name in names.values())
    return [
        *heading("Printed elsewhere"),
        *(
            Paragraph(
                Content(
                    f"{names[share.option].ljust(width)} "
                    f"{bar(share.percent / 100, _BAR_WIDTH)} {share.percent} %"
                )
            )
            for share in item.baseline
        ),
        quiet(item.baseline_note),
    ]
