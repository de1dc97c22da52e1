"""Small windows that ask one thing: a choice from a list, or a line of text."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from hearts_tui.domain.matching import matches
from hearts_tui.widgets.dimmed import DimsBehind
from hearts_tui.widgets.dismissed_once import DismissedOnce
from hearts_tui.widgets.filter_box import FilterBox
from hearts_tui.widgets.item_list import Heading, ItemList
from hearts_tui.widgets.latest_size import LatestSize
from hearts_tui.widgets.list_item import Entry, in_columns
from hearts_tui.widgets.message_line import MessageLine
from hearts_tui.widgets.painted_whole import PaintedWhole
from hearts_tui.widgets.split_view import READ_ALOUD, WIDE_COLUMNS
from hearts_tui.widgets.too_small import TooSmall

Choice = tuple[str, str] | Heading
"""The id and the text of a choice, or a heading above some."""

Answer = TypeVar("Answer")

_AROUND, _AROUND_LOW = 8, 3
"""Lines that a window has around its list, and how many where the terminal is low."""

_NOTE = 3
"""Lines of a note below the list, with the gap above it."""

_LOW = 20

_FEWEST = 3


class Dialog(DismissedOnce, DimsBehind, PaintedWhole, LatestSize, ModalScreen[Answer | None]):
    """A window with a title and a hint; gives the answer, or None on Esc, or on q in a list."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "back", show=False)
    ]

    def __init__(self, title: str, hint: str, *, kind: str = "") -> None:
        """Make the dialog; ``kind`` is a style class of its window."""
        super().__init__()
        self._kind = kind
        self._title = title
        self._hint = hint
        self._count = 0
        self._texts: Mapping[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the window around the answer."""
        with Vertical(classes=f"window {self._kind}"):
            yield Static(self._title, markup=False, classes="window-title")
            yield from self.compose_answer()
            yield Static(self._hint, markup=False, classes="hint")
        yield MessageLine()
        yield TooSmall()

    def compose_answer(self) -> ComposeResult:
        """Yield what the answer is given with."""
        yield from ()

    def hint(self, text: str) -> None:
        """Replace the hint."""
        self.query_one(".hint", Static).update(text)

    def offer(self, choices: Sequence[Choice], current: str) -> None:
        """Fill the window's list of choices and go there."""
        self.list_choices(choices, current)
        self._count = len(choices)
        self._fit()
        self.query_one(ItemList).focus()

    def list_choices(self, choices: Sequence[Choice], current: str, at: str | None = None) -> None:
        """Fill the window's list of choices; where none is the present one, none is marked.

        The cursor goes to ``at``, or else to the present one.
        """
        texts = dict(choice for choice in choices if not isinstance(choice, Heading))
        rows = [choice if isinstance(choice, Heading) else choice[0] for choice in choices]

        def draw(choice: str) -> Entry:
            if not current:
                return in_columns(texts[choice])
            return Entry(_mark(is_chosen=choice == current), texts[choice])

        self._texts = texts
        self.query_one(ItemList).fill(rows, draw, at or current)

    def mark_choice(self, chosen: str) -> None:
        """Mark another of the choices, where the window stays open for more."""
        for choice, text in self._texts.items():
            entry = Entry(_mark(is_chosen=choice == chosen), text)
            self.query_one(ItemList).redraw(choice, entry)

    def on_resize(self, event: Resize) -> None:
        """Keep the list within the window."""
        del event
        self._fit()

    def _fit(self) -> None:
        if self._count:
            height = self.app.size.height
            around = _AROUND if height >= _LOW else _AROUND_LOW
            room = max(_FEWEST, height - around - self.lines_of_note)
            self.query_one(ItemList).styles.height = min(self._count, room)

    @property
    def lines_of_note(self) -> int:
        """Lines that stand between the list and the hint."""
        return 0


def _mark(*, is_chosen: bool) -> str:
    return "◉" if is_chosen else "○"


class ChoiceDialog(Dialog[str]):
    """Asks for one of some choices; ``notes`` tell more of a choice while the cursor is on it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("slash", "filter", "filter", show=False)]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        current: str,
        hint: str,
        *,
        at: str = "",
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Make the dialog; ``current`` is the present answer, ``at`` where the cursor starts."""
        super().__init__(title, hint, kind="-filters -noted" if notes else "-filters")
        self._choices = choices
        self._current = current
        self._at = at or current
        self._notes = notes or {}

    def compose_answer(self) -> ComposeResult:
        """Yield the list of choices, the line that filters it and the note on a choice."""
        yield FilterBox(keeps_place=True)
        with Container(classes="choosing"):
            yield ItemList(classes="choices", compact=True, markup=False)
            if self._notes:
                yield Static(markup=False, classes="note")

    def on_mount(self) -> None:
        """Start at the present choice."""
        self.offer(self._choices, self._current)
        item_list = self.query_one(ItemList)
        if self._at in item_list.ids:
            item_list.place(self._at)
        if self._notes:
            self.watch(item_list, "moves", self._show_note)

    def _show_note(self) -> None:
        current = self.query_one(ItemList).current
        note = self._notes.get(current or "", "")
        if self.app.has_class(READ_ALOUD):
            # What changes is read, and where something does, the line of the cursor isn't.
            note = f"{self._texts.get(current or '', '')}. {note}"
        self.query_one(".note", Static).update(note)

    @property
    def lines_of_note(self) -> int:
        """Lines of the note, where it stands below the list and not beside it."""
        columns, rows = self.app.size
        return _NOTE if self._notes and rows >= _LOW and columns < WIDE_COLUMNS else 0

    def action_filter(self) -> None:
        """Start typing a filter."""
        line = self.query_one(FilterBox)
        if not line.value:
            line.came_from = self.query_one(ItemList).current
        line.open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the choices that match, without headings, and go to the first of them."""
        if event.value:
            choices = [choice for choice in self._choices if not isinstance(choice, Heading)]
            found = [choice for choice in choices if matches(event.value, [choice[1]])]
            self.list_choices(found, self._current, found[0][0] if found else None)
        else:
            at = self.query_one(FilterBox).came_from or self.query_one(ItemList).current
            self.list_choices(self._choices, self._current, at)
        if self._notes:
            self._show_note()

    def on_filter_box_left(self) -> None:
        """Go on in the list; from where the cursor is then, no way leads back."""
        self.query_one(FilterBox).came_from = None
        self.query_one(ItemList).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)


class LineDialog(Dialog[str]):
    """Asks for one line of text; an empty one is an answer too.

    ``fault_of`` says in a sentence what is wrong with a text, and nothing where it is an answer.
    """

    def __init__(
        self,
        title: str,
        text: str,
        most: int,
        hint: str,
        fault_of: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__(title, hint)
        self._fault_of = fault_of
        self._text = text
        self._most = most

    def compose_answer(self) -> ComposeResult:
        """Yield the line."""
        # Where only one line is shown, it has to say what is asked for.
        line = Input(self._text, self._title.lower(), max_length=self._most, classes="line")
        line.compact, line.select_on_focus = True, False
        yield line

    def on_mount(self) -> None:
        """Start typing at the end of the line."""
        line = self.query_one(Input)
        line.cursor_blink = False
        line.focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if fault := self._fault_of(text):
            self.hint(fault)
        else:
            self.dismiss(text)
