"""The theory board."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import OptionList, Static

from hearts_tui.domain.address import Section
from hearts_tui.domain.ballot import Vote
from hearts_tui.domain.keeping import KeepError
from hearts_tui.domain.spoilers import mask
from hearts_tui.domain.theories import Option, Theory
from hearts_tui.screens.desk import Desk
from hearts_tui.screens.listed import CatalogueScreen
from hearts_tui.widgets import keys
from hearts_tui.widgets.bar import bar
from hearts_tui.widgets.catalogue import Catalogue
from hearts_tui.widgets.claim_sheet import heading, quiet
from hearts_tui.widgets.entry import Entry
from hearts_tui.widgets.sheet import Block

TAKE_BACK = "take-back"
"""The id of the row that takes a vote back; option ids of the content never hold this one."""

_BAR_WIDTH = 10
_CRISIS_LINE = (
    "If this is close to home: in the US the Veterans Crisis Line listens at any hour, free and in "
    "confidence. Dial 988 then press 1, or text 838255. Elsewhere, your local emergency or crisis "
    "line is there for you."
)


@dataclass(frozen=True, slots=True)
class Change:
    """A vote before and after."""

    theory: str
    before: Vote | None
    after: Vote | None


class CastVote(Message):
    """A request to vote, or with no vote to take it back."""

    def __init__(self, theory: str, vote: Vote | None) -> None:
        super().__init__()
        self.theory = theory
        self.vote = vote


class VoteSaved(Message):
    """A vote is durable. ``notice`` tells the user what else happened to the file, if anything."""

    def __init__(self, change: Change, notice: str) -> None:
        super().__init__()
        self.change = change
        self.notice = notice


class VoteNotSaved(Message):
    """A vote could not be kept, for a reason."""

    def __init__(self, change: Change, reason: str) -> None:
        super().__init__()
        self.change = change
        self.reason = reason


class Options(Catalogue, inherit_bindings=False):
    """The options of a theory."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.OPTIONS]


class TheoriesScreen(CatalogueScreen[Theory]):
    """Questions, options with bars, and your vote."""

    SECTION = Section.THEORIES
    CSS_PATH = "theories.tcss"
    KEYS: ClassVar[tuple[keys.KeyGroup, ...]] = (keys.VOTING,)
    BINDINGS: ClassVar[list[BindingType]] = [keys.UNDO]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._done: list[Change] = []
        self._saving: dict[str, int] = {}

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
        """The board."""
        return self.desk.library.theories

    @property
    def caption(self) -> str:
        """How far the ballot is filled in."""
        voted = sum(self._vote(theory) is not None for theory in self.items)
        return f"{len(self.shown)} theories · {voted} voted"

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
        if item.sensitive:
            blocks += [quiet(_CRISIS_LINE), Block(Content(""))]
        return blocks

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

    @on(OptionList.OptionSelected, ".options")
    def _option_chosen(self, event: OptionList.OptionSelected) -> None:
        item = self.item
        if item is None or event.option_id is None:
            return
        if self._covers(item):
            self.notify("This one is covered. x shows it.", timeout=3, markup=False)
            return
        taken_back = event.option_id == TAKE_BACK
        vote = None if taken_back else Vote(event.option_id, self.desk.clock())
        self.post_message(CastVote(item.id, vote))

    @on(CastVote)
    def _cast(self, message: CastVote) -> None:
        if self._show_obstacle():
            return
        change = Change(message.theory, self.desk.ballot.vote(message.theory), message.vote)
        if (change.before and change.before.option) == (change.after and change.after.option):
            return
        self._done.append(change)
        self._apply(change)

    def action_undo(self) -> None:
        """Undo the last vote or withdrawal of this session."""
        if not self._done or self._show_obstacle():
            return
        last = self._done.pop()
        self._apply(Change(last.theory, last.after, last.before))
        if last.theory != self.current and last.theory in {item.id for item in self.shown}:
            self.catalogue.go_to(last.theory)

    def _apply(self, change: Change) -> None:
        self.desk.ballot = self.desk.ballot.with_vote(change.theory, change.after)
        self._saving[change.theory] = self._saving.get(change.theory, 0) + 1
        self._show_vote(change.theory)
        self._save(change)

    @work
    async def _save(self, change: Change) -> None:
        ballot = self.desk.keepers.ballot
        try:
            notice = await self.desk.keep(lambda: ballot.save_vote(change.theory, change.after))
        except KeepError as error:
            self.post_message(VoteNotSaved(change, str(error)))
        else:
            self.post_message(VoteSaved(change, notice))

    @on(VoteSaved)
    def _saved(self, message: VoteSaved) -> None:
        self._settle(message.change.theory)
        self._show_vote(message.change.theory)
        if message.notice:
            self.notify(message.notice, severity="warning", timeout=15, markup=False)

    @on(VoteNotSaved)
    def _not_saved(self, message: VoteNotSaved) -> None:
        change = message.change
        self._settle(change.theory)
        if self.desk.ballot.vote(change.theory) == change.after:
            self.desk.ballot = self.desk.ballot.with_vote(change.theory, change.before)
        self._done = [done for done in self._done if done is not change]
        self._show_vote(change.theory)
        self._show_obstacle()
        self.notify(message.reason, severity="error", timeout=15, markup=False)

    def _settle(self, theory: str) -> None:
        self._saving[theory] -= 1

    def _show_vote(self, theory_id: str) -> None:
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

    def _answer(self, theory: Theory, vote: Vote | None) -> str:
        if vote is None:
            return f"open · {theory.topic}"
        option = theory.option(vote.option)
        name = self._covered(theory, option.text) if option else f"{vote.option} (not on the list)"
        return f"{self._state(theory)}: {name}"

    def _state(self, theory: Theory) -> str:
        return "saving" if self._saving.get(theory.id) else "saved"

    def _covered(self, theory: Theory, text: str) -> str:
        return mask(text) if self._covers(theory) else text

    def _covers(self, theory: Theory) -> bool:
        return self.desk.shield.hides(theory.spoiler, str(self.address(theory.id)))

    def _first(self, theory: Theory) -> str:
        vote = self._vote(theory)
        return vote.option if vote else theory.options[0].id

    def _rows(self, theory: Theory, vote: Vote | None) -> list[tuple[str, Visual]]:
        rows = [(option.id, self._row(theory, option, vote)) for option in theory.options]
        if vote is not None:
            rows.append((TAKE_BACK, Entry(" ", "Take my vote back")))
        return rows

    def _row(self, theory: Theory, option: Option, vote: Vote | None) -> Visual:
        mine = vote is not None and vote.option == option.id
        state = self._state(theory) if mine else ""
        note = f"{bar(float(mine), _BAR_WIDTH)} {state.ljust(6)}"
        return Entry(
            "◉" if mine else "○", self._covered(theory, option.text), note=note, strong=mine
        )
