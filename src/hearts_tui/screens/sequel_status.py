"""The window in which the user writes down what they know of the sequel."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList

from hearts_tui.domain.settings import Outcome, SequelNote
from hearts_tui.screens.dialogs import Dialog
from hearts_tui.widgets.item_list import ItemList

_CHOICES = {
    Outcome.UNKNOWN: "I don't know",
    Outcome.NEW_DATE: "There is a new date",
    Outcome.OUT: "It is out",
    Outcome.CANCELLED: "It was cancelled",
}
_DATED = (Outcome.NEW_DATE, Outcome.OUT)


class SequelStatusDialog(Dialog[SequelNote]):
    """Asks for an outcome and, where one goes with it, a day."""

    def __init__(self, note: SequelNote) -> None:
        hint = "Enter chooses, Esc goes back. It is kept in your settings."
        super().__init__("What do you know of the sequel?", hint)
        self._note = note
        self._outcome = note.outcome

    def compose_answer(self) -> ComposeResult:
        """Yield the outcomes, and the line for a day, which shows when it is needed."""
        yield ItemList(classes="choices", compact=True, markup=False)
        yield Input(
            placeholder="2027-02-14",
            compact=True,
            select_on_focus=False,
            max_length=10,
            classes="line",
        )

    def on_mount(self) -> None:
        """Start at what was written down before."""
        day = self.query_one(Input)
        day.cursor_blink = False
        day.value = self._note.day.isoformat() if self._note.day else ""
        day.display = False
        choices = [(outcome.value, text) for outcome, text in _CHOICES.items()]
        self.offer(choices, self._note.outcome.value)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._outcome = Outcome(event.option_id or Outcome.UNKNOWN)
        if self._outcome not in _DATED:
            self.dismiss(SequelNote(self._outcome))
            return
        day = self.query_one(Input)
        day.display = True
        day.focus()
        may_be_empty = " Empty is fine." if self._outcome is Outcome.OUT else ""
        self.hint(f"Which day? Year, month, day.{may_be_empty}")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if not text and self._outcome is Outcome.OUT:
            self.dismiss(SequelNote(self._outcome))
            return
        try:
            day = date.fromisoformat(text)
        except ValueError:
            self.hint(f"{text or 'Nothing'} is no day. One looks like 2027-02-14.")
            return
        self.dismiss(SequelNote(self._outcome, day))
