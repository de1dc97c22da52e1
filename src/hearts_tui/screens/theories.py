"""The theory board."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import OptionList, Static

from hearts_tui.domain.address import Section
from hearts_tui.domain.ballot import (
    CANT_BE_TOLD,
    LONGEST_NOTE,
    Ballot,
    Kind,
    Verdict,
    Vote,
    more_sure,
    voted,
)
from hearts_tui.domain.keeping import KeepError
from hearts_tui.domain.score import is_settled, outcome_of
from hearts_tui.domain.spoilers import mask
from hearts_tui.domain.theories import Option, Theory
from hearts_tui.screens.changes import Change, ChangeNotSaved, ChangeSaved, MakeChange
from hearts_tui.screens.desk import Desk
from hearts_tui.screens.listed import CatalogueScreen
from hearts_tui.screens.questions import Choice, Line
from hearts_tui.widgets import keys
from hearts_tui.widgets.bar import bar
from hearts_tui.widgets.catalogue import Catalogue
from hearts_tui.widgets.claim_sheet import heading, quiet
from hearts_tui.widgets.entry import Entry as ListEntry
from hearts_tui.widgets.sheet import GAP, Block

TAKE_BACK = "take-back"
"""The id of the row that takes a vote back; option ids of the content never hold this one."""

_BAR_WIDTH = 10
_CRISIS_LINE = (
    "If this is close to home: in the US the Veterans Crisis Line listens at any hour, free and in "
    "confidence. Dial 988 then press 1, or text 838255. Elsewhere, your local emergency or crisis "
    "line is there for you."
)


_NO_VERDICT = "no-verdict"
_WATCH_SECONDS = 1.0
_MOST_UNDOS = 100


class Shelf(StrEnum):
    """Which part of the board is in front."""

    ALL = "all"
    OPEN = "open"
    VOTED = "voted"
    SETTLED = "done"


class Order(StrEnum):
    """What the board is sorted by."""

    BOARD = "the board's own order"
    LATEST = "your latest change"
    CONFIDENCE = "your confidence"
    TOPIC = "topic"


class Options(Catalogue, inherit_bindings=False):
    """The options of a theory."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.OPTIONS]


class TheoriesScreen(CatalogueScreen[Theory]):
    """Questions, options with bars, and your vote."""

    SECTION = Section.THEORIES
    CSS_PATH = "theories.tcss"
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.VOTING, keys.BOARD)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.BOARD.bindings]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._done: list[Change] = []
        self._saving: dict[str, int] = {}
        self._shelf = Shelf.ALL
        self._order = Order.BOARD

    def compose_top(self) -> ComposeResult:
        """Yield the line that tells when votes can't be kept."""
        yield Static(markup=False, classes="banner")

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
    def items(self) -> Sequence[Theory]:
        """The part of the board in front, in the chosen order."""
        theories = [t for t in self.desk.library.theories if self._stands_on(t, self._shelf)]
        if self._order is Order.BOARD:
            return theories
        return sorted(theories, key=self._place)

    @property
    def caption(self) -> str:
        """The parts of the board with their counts; the one in front stands in brackets."""
        counts = {
            shelf: sum(self._stands_on(theory, shelf) for theory in self.desk.library.theories)
            for shelf in Shelf
        }
        parts = [f"{shelf} {count}" for shelf, count in counts.items()]
        return " ".join(
            f"[{part}]" if shelf is self._shelf else part
            for shelf, part in zip(Shelf, parts, strict=True)
        )

    def refresh_list(self) -> None:
        """Tell as well when votes can't be kept."""
        super().refresh_list()
        self._show_obstacle()

    def texts(self, item: Theory) -> Iterable[str]:
        """Look into the options as well, where the question is not covered."""
        texts = tuple(super().texts(item))
        return (*texts, item.topic, *(option.text for option in item.options)) if texts else ()

    def notes(self, item: Theory) -> Sequence[str]:
        """Return the topic."""
        return (f"about {item.topic}",)

    def entry(self, item: Theory) -> Visual:
        """Draw a question over your answer to it."""
        vote = self._vote(item)
        mark = "✓" if vote else "·"
        return self.covered_entry(item, mark, self._answer(item, vote), strong=vote is None)

    def show_current(self, *, from_top: bool = True) -> None:
        """Show question, options and background of the theory under the cursor."""
        item = self.item
        question = self.query_one(".question", Static)
        question.display = self.options.display = item is not None
        if item is not None:
            question.update(self._covered(item, item.title))
            mine = self._vote(item)
            self.options.fill(self._rows(item, mine), None if not from_top else self._first(item))
        super().show_current(from_top=from_top)

    def opening(self, item: Theory) -> list[Block]:
        """Leave out the title: the question stands above the options already."""
        return super().opening(item)[1:]

    def before_body(self, item: Theory) -> list[Block]:
        """Tell of printed figures, apart from any vote, and of help where a subject is heavy."""
        blocks: list[Block] = []
        vote = self._vote(item)
        if vote is not None and vote.note:
            blocks.append(Block(Content.assemble(("Your note: ", "$text-muted"), vote.note)))
        blocks += self._verdicts(item)
        if item.sensitive:
            blocks.append(quiet(_CRISIS_LINE))
        return [*blocks, GAP] if blocks else []

    def _verdicts(self, item: Theory) -> list[Block]:
        """Tell how it turned out: your own verdict, which counts, and what the content says."""
        mine = self.desk.ballot.verdict(item.id)
        told = [("Your verdict: ", mine.outcome)] if mine else []
        told += [("The news says: ", item.outcome)] if item.outcome else []
        return [
            Block(Content.assemble((label, "$text-muted"), self._outcome_text(item, outcome)))
            for label, outcome in told
        ]

    def _outcome_text(self, item: Theory, outcome: str) -> str:
        option = item.option(outcome)
        return self._covered(item, option.text) if option else outcome

    def after_body(self, item: Theory) -> list[Block]:
        """Show the figures that a source printed, with what they are worth."""
        if not item.baseline:
            return []
        names = {option.id: option.text for option in item.options}
        width = max(len(name) for name in names.values())
        return [
            *heading("Printed elsewhere"),
            *(
                Block(
                    Content(
                        f"{names[share.option].ljust(width)} "
                        f"{bar(share.percent / 100, _BAR_WIDTH)} {share.percent} %"
                    )
                )
                for share in item.baseline
            ),
            quiet(item.baseline_note),
        ]

    def open_current(self) -> None:
        """Go from a question to its options."""
        if self.current is not None:
            self.bring(self.options)

    @property
    def help_text(self) -> str:
        """How the score is counted."""
        from hearts_tui.screens.score import FORMULA

        return FORMULA

    def on_mount(self) -> None:
        """Watch for what other sessions change."""
        self.set_interval(_WATCH_SECONDS, self._look_for_others)

    @on(OptionList.OptionSelected, ".options")
    def _option_chosen(self, event: OptionList.OptionSelected) -> None:
        item = self.item
        if item is None or event.option_id is None:
            return
        if self._tell_if_covered(item):
            return
        before = self._vote(item)
        if event.option_id == TAKE_BACK:
            self.post_message(MakeChange(Kind.VOTE, item.id, None))
        elif before is None or before.option != event.option_id:
            vote = voted(before, event.option_id, self.desk.clock())
            self.post_message(MakeChange(Kind.VOTE, item.id, vote))

    def action_more_sure(self) -> None:
        """Raise the confidence of the vote under the cursor."""
        self._move_confidence(1)

    def action_less_sure(self) -> None:
        """Lower the confidence of the vote under the cursor."""
        self._move_confidence(-1)

    def _move_confidence(self, steps: int) -> None:
        vote = self._vote_under_cursor()
        if vote is not None and self.item is not None:
            changed = more_sure(vote, steps, self.desk.clock())
            if changed != vote:
                self.post_message(MakeChange(Kind.VOTE, self.item.id, changed))

    def action_annotate(self) -> None:
        """Write a note to the vote under the cursor."""
        vote, item = self._vote_under_cursor(), self.item
        if vote is None or item is None:
            return

        def noted(text: str | None) -> None:
            if text is not None and text != vote.note:
                entry = replace(vote, note=text)
                self.post_message(MakeChange(Kind.VOTE, item.id, entry))

        hint = "Enter keeps it, empty drops it, Esc goes back."
        self.app.push_screen(Line("A note to your vote", vote.note, LONGEST_NOTE, hint), noted)

    def action_settle(self) -> None:
        """Say how the theory under the cursor turned out."""
        item = self.item
        if item is None or self._show_obstacle() or self._tell_if_covered(item):
            return
        present = self.desk.ballot.verdict(item.id)
        choices = [(o.id, self._covered(item, o.text)) for o in item.options]
        choices += [(CANT_BE_TOLD, "It can't be told"), (_NO_VERDICT, "No verdict yet")]

        def chosen(outcome: str | None) -> None:
            if outcome is None or outcome == (present.outcome if present else _NO_VERDICT):
                return
            verdict = None if outcome == _NO_VERDICT else Verdict(outcome, self.desk.clock())
            self.post_message(MakeChange(Kind.VERDICT, item.id, verdict))

        title = f"How did it turn out? {self._covered(item, item.title)}"
        current = present.outcome if present else _NO_VERDICT
        self.app.push_screen(
            Choice(title, choices, current, "Enter settles it, Esc goes back."), chosen
        )

    def action_score(self) -> None:
        """Show how well the votes foretold."""
        from hearts_tui.screens.score import score_page

        self.app.push_screen(score_page(self.desk.library.theories, self.desk.ballot))

    def action_next_shelf(self) -> None:
        """Go to the next part of the board."""
        shelves = list(Shelf)
        self._shelf = shelves[(shelves.index(self._shelf) + 1) % len(shelves)]
        self.refresh_list()
        self.show_current()

    def action_next_order(self) -> None:
        """Sort by the next thing that can be sorted by."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.refresh_all()
        self.clear_notifications()
        self.notify(f"Sorted by {self._order}.", timeout=2, markup=False)

    @on(MakeChange)
    def _make(self, message: MakeChange) -> None:
        if self._show_obstacle():
            return
        before = self.desk.ballot.entry(message.kind, message.theory)
        change = Change(message.kind, message.theory, before, message.entry)
        self._done = [*self._done, change][-_MOST_UNDOS:]
        self._apply(change)

    def action_undo(self) -> None:
        """Undo the last change of this session."""
        if not self._done or self._show_obstacle():
            return
        last = self._done.pop()
        self._apply(last.undone())
        if last.theory != self.current and last.theory in {item.id for item in self.shown}:
            self.catalogue.go_to(last.theory)

    def _apply(self, change: Change) -> None:
        self.desk.ballot = self.desk.ballot.with_entry(change.kind, change.theory, change.after)
        self._saving[change.theory] = self._saving.get(change.theory, 0) + 1
        self._show_entry(change.theory)
        self._save(change)

    @work
    async def _save(self, change: Change) -> None:
        save = self.desk.keepers.ballot.save
        try:
            saved = await self.desk.keep(lambda: save(change.kind, change.theory, change.after))
        except KeepError as error:
            self.post_message(ChangeNotSaved(change, str(error)))
        else:
            self.post_message(ChangeSaved(change, saved))

    @on(ChangeSaved)
    def _saved(self, message: ChangeSaved) -> None:
        self._saving[message.change.theory] -= 1
        self._take_over(message.saved.ballot, message.change.theory)
        if message.saved.notice:
            self.notify(message.saved.notice, severity="warning", timeout=15, markup=False)

    @on(ChangeNotSaved)
    def _not_saved(self, message: ChangeNotSaved) -> None:
        change = message.change
        self._saving[change.theory] -= 1
        if self.desk.ballot.entry(change.kind, change.theory) == change.after:
            self.desk.ballot = self.desk.ballot.with_entry(
                change.kind, change.theory, change.before
            )
        self._done = [done for done in self._done if done is not change]
        self._show_entry(change.theory)
        self._show_obstacle()
        self.notify(message.reason, severity="error", timeout=15, markup=False)

    @work
    async def _look_for_others(self) -> None:
        """Show what another session changed, unless something of this one is still on its way."""
        if self.is_current and not any(self._saving.values()):
            found = await self.desk.keep(self.desk.keepers.ballot.changes)
            if found is not None and not any(self._saving.values()):
                self.desk.ballot = found.value
                self.refresh_all()
                if found.notice:
                    self.notify(found.notice, severity="warning", timeout=15, markup=False)

    def _take_over(self, ballot: Ballot, theory: str) -> None:
        """Show the ballot as it is on the disk, unless newer changes are still on their way."""
        if any(self._saving.values()):
            self._show_entry(theory)
            return
        others = {key for key in ballot.votes if ballot.vote(key) != self.desk.ballot.vote(key)}
        self.desk.ballot = ballot
        if others - {theory}:
            self.refresh_all()
        else:
            self._show_entry(theory)

    def _show_entry(self, theory_id: str) -> None:
        for theory in self.shown:
            if theory.id == theory_id:
                self.redraw(theory)
        if theory_id == self.current:
            self.show_current(from_top=False)
        self.update_caption()

    def _show_obstacle(self) -> bool:
        """Show or hide the banner; tell whether votes can't be kept."""
        reason = self.desk.keepers.ballot.obstacle
        banner = self.query_one(".banner", Static)
        banner.display = bool(reason)
        banner.update(f"View only. {reason}")
        return bool(reason)

    def _vote(self, theory: Theory) -> Vote | None:
        return self.desk.ballot.vote(theory.id)

    def _vote_under_cursor(self) -> Vote | None:
        if self.item is None or self._show_obstacle():
            return None
        vote = self._vote(self.item)
        if vote is None:
            self.notify("Vote first: Enter on an option.", timeout=3, markup=False)
        return vote

    def _stands_on(self, theory: Theory, shelf: Shelf) -> bool:
        done = is_settled(theory, self.desk.ballot)
        vote = self._vote(theory) is not None
        return {
            Shelf.ALL: True,
            Shelf.OPEN: not vote and not done,
            Shelf.VOTED: vote,
            Shelf.SETTLED: done,
        }[shelf]

    def _place(self, theory: Theory) -> tuple[int, str]:
        vote = self._vote(theory)
        return {
            Order.BOARD: (0, ""),
            Order.LATEST: (-vote.revision if vote else 0, ""),
            Order.CONFIDENCE: (-vote.confidence if vote else 0, ""),
            Order.TOPIC: (0, theory.topic),
        }[self._order]

    def _answer(self, theory: Theory, vote: Vote | None) -> str:
        settled = is_settled(theory, self.desk.ballot)
        if vote is None:
            return f"{'settled' if settled else 'open'} · {theory.topic}"
        option = theory.option(vote.option)
        name = self._covered(theory, option.text) if option else f"{vote.option} (not on the list)"
        outcome = outcome_of(theory, self.desk.ballot)
        how = "" if outcome is None else " · right" if outcome == vote.option else " · wrong"
        return f"{self._state(theory)}: {name}{how}"

    def _state(self, theory: Theory) -> str:
        return "saving" if self._saving.get(theory.id) else "saved"

    def _covered(self, theory: Theory, text: str) -> str:
        return mask(text) if self._covers(theory) else text

    def _tell_if_covered(self, theory: Theory) -> bool:
        """Tell how to see a covered theory before answering it, and whether it is covered."""
        covered = self._covers(theory)
        if covered:
            self.notify("This one is covered. x shows it.", timeout=3, markup=False)
        return covered

    def _covers(self, theory: Theory) -> bool:
        return self.desk.shield.hides(theory.spoiler, str(self.address(theory.id)))

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
            "◉" if mine else "○", self._covered(theory, option.text), note=note, strong=mine
        )
