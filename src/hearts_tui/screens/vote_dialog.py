"""The window that asks for a vote, by number."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from hearts_tui.domain.ballot import Vote
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.dialogs import Dialog
from hearts_tui.widgets.item_list import ItemList

_DIGITS = "123456789"


class VoteDialog(Dialog[str]):
    """Asks which option of a theory is the reader's; gives the option's id."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(digit, f"choose({digit})", digit, show=False) for digit in _DIGITS
    ]

    def __init__(self, theory: Theory, vote: Vote | None) -> None:
        last = min(len(theory.options), len(_DIGITS))
        super().__init__(theory.title, f"Press 1 to {last}, or Enter. Esc cancels.")
        self._theory = theory
        self._vote = vote

    def compose_answer(self) -> ComposeResult:
        """Yield the options."""
        yield ItemList(classes="choices", compact=True, markup=False)

    def on_mount(self) -> None:
        """Start at the vote that there is, or at the first option."""
        options = enumerate(self._theory.options, 1)
        numbered = [(option.id, f"{number}  {option.text}") for number, option in options]
        self.offer(numbered, self._vote.option if self._vote else numbered[0][0])
        if self._vote is None:
            self.mark_choice("")

    def action_choose(self, number: int) -> None:
        """Take the option of a number."""
        if number <= len(self._theory.options):
            self.dismiss(self._theory.options[number - 1].id)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)
