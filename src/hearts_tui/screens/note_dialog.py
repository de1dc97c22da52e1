"""The window for a note to a vote, which others see only where that is said of this note."""

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from hearts_tui.domain.ballot import LONGEST_NOTE, Vote
from hearts_tui.screens.dialogs import Dialog

_HINT = "Enter saves, empty deletes, Esc cancels."
_ALONE = "○ Only you see it. Tab shares it on the board.\n"
_SHARED = "◉ Everyone on the board sees it. Tab keeps it yours.\n"


class Note(NamedTuple):
    """A note, and whether others may see it."""

    text: str
    shares: bool


class NoteDialog(Dialog[Note]):
    """Asks for a note; where there is a board, also whether it is for others to read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "switch", "share", show=False, priority=True)
    ]

    def __init__(self, vote: Vote, *, has_board: bool) -> None:
        super().__init__("Add a note", "")
        self._note = vote.note
        self._has_board = has_board
        self._shares = vote.shares_note

    def compose_answer(self) -> ComposeResult:
        """Yield the line."""
        yield Input(
            self._note,
            placeholder="your note",
            compact=True,
            select_on_focus=False,
            max_length=LONGEST_NOTE,
            classes="line",
        )

    def on_mount(self) -> None:
        """Start typing at the end of the line."""
        line = self.query_one(Input)
        line.cursor_blink = False
        line.focus()
        self._tell()

    def action_switch(self) -> None:
        """Share the note, or keep it private."""
        if self._has_board:
            self._shares = not self._shares
            self._tell()

    def _tell(self) -> None:
        who = (_SHARED if self._shares else _ALONE) if self._has_board else ""
        self.hint(f"{who}{_HINT}")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(Note(event.value.strip(), self._shares))
