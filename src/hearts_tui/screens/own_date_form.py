"""The form for a date of the user's own."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList

from hearts_tui.domain.dates import fault_of_typed_day
from hearts_tui.domain.own_dates import LONGEST_NAME, OwnDate, build_own_date
from hearts_tui.screens.dialogs import Dialog
from hearts_tui.widgets.item_list import ItemList
from hearts_tui.widgets.labeled_line import labeled_line

_REPEATS = {"once": "Just once", "yearly": "Every year"}
_DATE_LENGTH = len("2027-02-14")
_HINT = "Enter: next line. Ctrl+S saves, Esc cancels."


class OwnDateForm(Dialog[OwnDate]):
    """Asks for a name, a day and whether it comes back every year."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save", show=False),
        Binding("down", "app.focus_next", "next line", show=False),
        Binding("up", "app.focus_previous", "previous line", show=False),
    ]

    def __init__(self, title: str, own: OwnDate | None = None) -> None:
        super().__init__(title, _HINT)
        self._start = own

    def compose_answer(self) -> ComposeResult:
        """Yield a line for the name, one for the day, and the two choices."""
        start = self._start
        day = start.day.isoformat() if start else ""
        yield labeled_line("Name", start.name if start else "", "Watch party, say", LONGEST_NAME)
        yield labeled_line("Date", day, "YYYY-MM-DD", _DATE_LENGTH)
        yield ItemList(classes="choices -below", compact=True, markup=False)

    def on_mount(self) -> None:
        """Start typing the name."""
        is_yearly = self._start is not None and self._start.yearly
        self.offer([*_REPEATS.items()], "yearly" if is_yearly else "once")
        for line in self.query(Input):
            line.cursor_blink = False
        self.query(Input).first().focus()

    @on(Input.Changed)
    def _typed(self) -> None:
        _, day = self.query(Input)
        self.hint(fault_of_typed_day(day.value) or _HINT)

    @on(Input.Submitted)
    def _go_on(self) -> None:
        self.focus_next()

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        # What the cursor is on is what Ctrl+S saves, from any line.
        self.mark_choice(event.option_id or "")

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Give the date, or say what is wrong with it, there where it is wrong."""
        name, day = self.query(Input)
        yearly = self.query_one(ItemList).current == "yearly"
        try:
            own = build_own_date(name.value, day.value, yearly=yearly)
        except ValueError as error:
            self.hint(str(error))
            (day if name.value.strip() else name).focus()
        else:
            self.dismiss(own)
