"""The palette: type to find everything there is to read, and everything that can be done."""

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, OptionList

from hearts_tui.domain.address import Address, Section
from hearts_tui.domain.item import Status
from hearts_tui.domain.matching import holds_all
from hearts_tui.domain.query import Query, parse_query
from hearts_tui.domain.search import Searchable, open_texts, search, sentence_with
from hearts_tui.domain.status_words import sign
from hearts_tui.screens.commands import Command, commands
from hearts_tui.screens.dialogs import Dialog
from hearts_tui.screens.state import AppState
from hearts_tui.widgets.item_list import Heading, ItemList, Row
from hearts_tui.widgets.list_item import Entry

_MOST_ITEMS = 40
"""More than anybody looks through."""

_ACTION = ">"
_HINT = "Enter to open, Esc to close."
_SURE_ANYWAY = (Section.CAST, Section.TRACKS, Section.FILM)
"""The sections in which that something is confirmed says nothing."""


class PaletteInput(Input):
    """The line that is typed in; the keys of the list work in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move('cursor_down')", "down", show=False),
        Binding("up,ctrl+p", "move('cursor_up')", "up", show=False),
        Binding("pagedown", "move('page_down')", "page down", show=False),
        Binding("pageup", "move('page_up')", "page up", show=False),
        Binding("enter", "move('select')", "open", show=False),
    ]

    points_to: Widget | None = None
    """What the terminal's cursor stands on in place of this line: the list, once one moves in it.
    """

    def watch_selection(self) -> None:
        """Take the cursor back where one goes on typing."""
        self.points_to = None

    async def action_move(self, action: str) -> None:
        """Hand a key on to the list."""
        item_list = self.points_to = self.screen.query_one(ItemList)
        await self.app.run_action(action, item_list)


class Palette(Dialog[Address | Command]):
    """A line to type in, over what it finds; gives what was chosen."""

    def __init__(
        self,
        state: AppState,
        front: Section,
        given: Mapping[str, str],
        unavailable: Collection[str] = (),
    ) -> None:
        super().__init__("Find anything", _HINT, kind="palette")
        self._state = state
        self._front = front
        self._commands = commands(front, given, unavailable)
        self._found: Mapping[str, Command | Searchable] = {}

    def compose_answer(self) -> ComposeResult:
        """Yield the line and the list."""
        line = PaletteInput(placeholder="a name, a word, something to do", compact=True)
        line.add_class("line")
        yield line
        item_list = ItemList(classes="choices", compact=True, markup=False)
        item_list.can_focus = False
        yield item_list

    def on_mount(self) -> None:
        """Show what can be done, and start typing."""
        line = self.query_one(Input)
        line.focus()
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what matches."""
        self._show(event.value.strip())

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        choice = self._found[event.option_id or ""]
        self.dismiss(choice.address if isinstance(choice, Searchable) else choice)

    def _show(self, query: str) -> None:
        actions = [command for command in self._commands if command.matches(query)]
        actions.sort(key=lambda command: not command.has_words(query))
        parsed, read = parse_query(query), self._state.marks.read
        items = search(self._state.searchable, parsed, _MOST_ITEMS, read) if parsed else []
        if actions:
            # Titles with the letters somewhere in them are for where nothing has the words.
            items = [item for item in items if holds_all(item.whole, parsed.words)]
        self._found = {
            **{f"do {number}": command for number, command in enumerate(actions)},
            **{str(item.address): item for item in items},
        }
        self.hint(parsed.problem or (_HINT if self._found else "No matches found."))
        rows = list(self._found) if query else self._grouped(actions)
        first = next(iter(self._found), None)
        self.query_one(ItemList).fill(rows, lambda row: self._entry(row, parsed), first)

    def _grouped(self, actions: Sequence[Command]) -> list[Row]:
        here = [f"do {n}" for n, each in enumerate(actions) if each.section is self._front]
        others = [name for name in self._found if name not in here]
        return [Heading(self._front.capitalize()), *here, Heading("Everywhere"), *others]

    def _entry(self, row: str, query: Query) -> Entry:
        found = self._found[row]
        if isinstance(found, Command):
            return Entry(_ACTION, found.title, note=found.key)
        item, address = found.item, found.address
        spoilers = self._state.spoiler_filter
        title = spoilers.cover_title(item.title, item.spoiler, address)
        says_nothing = item.status is Status.CONFIRMED and address.section in _SURE_ANYWAY
        mark = " " if says_nothing else sign(item.status)
        detail = ""
        if not holds_all(found.title, query.words):
            texts = open_texts(item, address, spoilers)
            detail = sentence_with((text for text in texts if text != item.title), query.words)
        return Entry(mark, title, note=address.section.capitalize(), detail=detail)
