"""The window in which the user writes down what they know of the sequel."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from hearts_tui.domain.settings import Outcome, SequelNote
from hearts_tui.widgets.catalogue import Catalogue
from hearts_tui.widgets.entry import Entry
from hearts_tui.widgets.too_small import TooSmall

_CHOICES = {
    Outcome.UNKNOWN: "I don't know",
    Outcome.NEW_DATE: "There is a new date",
    Outcome.OUT: "It is out",
    Outcome.CANCELLED: "It was cancelled",
}
_DATED = (Outcome.NEW_DATE, Outcome.OUT)


class SequelNoteScreen(ModalScreen[SequelNote | None]):
    """Asks for an outcome and, where one goes with it, a day; gives the note, or None on Esc."""

    CSS_PATH = "windows.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back", show=False)]

    def __init__(self, note: SequelNote) -> None:
        super().__init__()
        self._note = note
        self._outcome = note.outcome

    def compose(self) -> ComposeResult:
        """Lay out the window."""
        with Vertical(classes="window"):
            yield Static("What do you know of the sequel?", markup=False, classes="window-title")
            yield Catalogue(classes="choices", compact=True, markup=False)
            yield Input(placeholder="2027-02-14", compact=True, max_length=10, classes="day")
            yield Static(markup=False, classes="hint")
        yield TooSmall()

    def on_mount(self) -> None:
        """Start at what was written down before."""
        choices = self.query_one(Catalogue)
        choices.fill(
            [
                (outcome.value, Entry("◉" if outcome is self._note.outcome else "○", text))
                for outcome, text in _CHOICES.items()
            ],
            self._note.outcome.value,
        )
        day = self.query_one(Input)
        day.cursor_blink = False
        day.value = self._note.day.isoformat() if self._note.day else ""
        day.display = False
        self._hint("Enter chooses, Esc goes back. It is kept in your settings.")
        choices.focus()

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
        self._hint(f"Which day? Year, month, day.{may_be_empty}")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if not text and self._outcome is Outcome.OUT:
            self.dismiss(SequelNote(self._outcome))
            return
        try:
            day = date.fromisoformat(text)
        except ValueError:
            self._hint(f"{text or 'Nothing'} is no day. One looks like 2027-02-14.")
            return
        self.dismiss(SequelNote(self._outcome, day))

    def _hint(self, text: str) -> None:
        self.query_one(".hint", Static).update(text)
