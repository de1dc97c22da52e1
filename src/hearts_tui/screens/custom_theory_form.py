"""The form for a theory of the user's own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from hearts_tui.domain.ballot import OwnTheory
from hearts_tui.domain.custom_theories import (
    FEWEST_OPTIONS,
    LONGEST_OPTION,
    LONGEST_QUESTION,
    MOST_OPTIONS,
    IncompleteTheoryError,
)
from hearts_tui.screens.dialogs import Dialog
from hearts_tui.widgets.labeled_line import labeled_line

_HINT = "Enter: next line. Ctrl+S, or Enter on an empty line, saves. Esc keeps a draft."
_HINT_OF_A_CHANGE = "Enter: next line. Ctrl+S, or Enter on an empty line, saves. Esc cancels."


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form: a question, and a line for each option."""

    question: str = ""
    options: tuple[str, ...] = ()

    @classmethod
    def of(cls, own: OwnTheory) -> "Draft":
        """Return the draft that a theory was written from."""
        return cls(own.question, tuple(option.text for option in own.options))


class CustomTheoryForm(Dialog[OwnTheory]):
    """Asks for a question and its options.

    ``write`` makes the theory from a draft, or raises an error that says what is missing where;
    ``leave``, if there is one, is given the draft when the form is left with Esc, so that nothing
    typed is lost.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False),
        Binding("down", "app.focus_next", "next line", show=False),
        Binding("up", "app.focus_previous", "previous line", show=False),
        Binding("ctrl+s", "save", "save", show=False),
    ]

    def __init__(
        self,
        title: str,
        draft: Draft,
        write: Callable[[Draft], OwnTheory],
        leave: Callable[[Draft], None] | None = None,
    ) -> None:
        super().__init__(title, _HINT if leave else _HINT_OF_A_CHANGE)
        self._start = draft
        self._write = write
        self._leave = leave

    def compose_answer(self) -> ComposeResult:
        """Yield a line for the question and one for each option, each behind its label."""
        yield labeled_line("Question", self._start.question, "What will happen?", LONGEST_QUESTION)
        for place in range(MOST_OPTIONS):
            text = self._start.options[place] if place < len(self._start.options) else ""
            may_be_empty = "" if place < FEWEST_OPTIONS else "if you like"
            yield labeled_line(f"Option {place + 1}", text, may_be_empty, LONGEST_OPTION)

    def on_mount(self) -> None:
        """Start typing the question."""
        for line in self._lines:
            line.cursor_blink = False
        self._lines[0].focus()

    @property
    def _lines(self) -> list[Input]:
        return list(self.query(Input))

    @property
    def _draft(self) -> Draft:
        question, *options = (line.value for line in self._lines)
        return Draft(question, tuple(options))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        lines = self._lines
        is_last = event.input is lines[-1]
        if is_last or (not event.value.strip() and event.input is not lines[0]):
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Give the theory, or say what is missing and go there."""
        try:
            theory = self._write(self._draft)
        except IncompleteTheoryError as error:
            self.hint(str(error))
            self._lines[error.place].focus()
        else:
            self.dismiss(theory)

    def action_leave(self) -> None:
        """Close the form without an answer."""
        if self._leave is not None:
            self._leave(self._draft)
        self.dismiss(None)
