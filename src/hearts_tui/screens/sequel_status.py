"""The window in which the user notes what they heard about the sequel."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList

from hearts_tui.domain.dates import fault_of_typed_day, parse_day
from hearts_tui.domain.settings import Outcome, SequelNote
from hearts_tui.screens.dialogs import Dialog
from hearts_tui.widgets.item_list import ItemList

_CHOICES = {
    Outcome.UNKNOWN: "Nothing yet",
    Outcome.NEW_DATE: "There's a date",
    Outcome.OUT: "It's out",
    Outcome.CANCELLED: "It's canceled",
}
_DATED = (Outcome.NEW_DATE, Outcome.OUT)


class SequelStatusDialog(Dialog[SequelNote]):
    """Asks for an outcome and, where one goes with it, a day."""

    def __init__(self, note: SequelNote) -> None:
        super().__init__("Heard anything about the sequel?", "Enter to choose, Esc to cancel.")
        self._note = note
        self._outcome = note.outcome

    def compose_answer(self) -> ComposeResult:
        """Yield the outcomes, and the line for a day, which shows when it is needed."""
        yield ItemList(classes="choices", compact=True, markup=False)
        yield Input(
            placeholder="YYYY-MM-DD",
            compact=True,
            select_on_focus=False,
            max_length=10,
            classes="line",
        )

    def on_mount(self) -> None:
        """Start at what was noted before."""
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
        self.mark_choice(self._outcome)
        day = self.query_one(Input)
        day.display = True
        day.focus()
        self._hint_at(day.value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.input.display:
            self._hint_at(event.value)

    def _hint_at(self, typed: str) -> None:
        """Say what is wrong with the day, or else what it's for."""
        optional = ", optional" if self._outcome is Outcome.OUT else ""
        asked = f"Date (YYYY-MM-DD){optional}. Enter saves, Esc cancels."
        self.hint(fault_of_typed_day(typed) or asked)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if not text and self._outcome is Outcome.OUT:
            self.dismiss(SequelNote(self._outcome))
            return
        try:
            day = parse_day(text)
        except ValueError as error:
            self.hint(str(error))
        else:
            self.dismiss(SequelNote(self._outcome, day))
