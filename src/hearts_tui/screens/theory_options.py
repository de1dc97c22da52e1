"""The options of a theory, above its page."""

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Blur, Click
from textual.message import Message

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.theories import Theory
from hearts_tui.screens.theory_entries import option_row
from hearts_tui.widgets import keys
from hearts_tui.widgets.item_list import ItemList
from hearts_tui.widgets.split_view import READ_ALOUD


class Options(ItemList, inherit_bindings=False):
    """The options of a theory. Below the last of them the page goes on.

    Enter selects the one under the cursor; a click only goes there, and the next one selects.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.IN_OPTIONS]

    class LeftAtEnd(Message):
        """The user went down from the last option; ``action`` goes on the same way in a page."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    class ClickedOnce(Message):
        """The user clicked on an option, which selects nothing yet."""

    _clicked: str | None = None

    def __init__(self) -> None:
        super().__init__(classes="options", compact=True, markup=False)

    def show(self, theory: Theory, ballot: Ballot, *, is_saving: bool, from_top: bool) -> None:
        """Show the options of a theory; ``from_top`` goes to the vote, or else to the first."""
        is_read_aloud = self.app.has_class(READ_ALOUD)
        rows = {
            option.id: option_row(
                theory, option, ballot, is_saving=is_saving, is_read_aloud=is_read_aloud
            )
            for option in theory.options
        }
        vote = ballot.vote(theory.id)
        first = (vote.option if vote else theory.options[0].id) if from_top else None
        self.fill(list(rows), rows.__getitem__, first)

    def action_cursor_down(self) -> None:
        """Go to the next option; from the last, on to the page."""
        if self.current == next(reversed(self.ids), None):
            self.post_message(self.LeftAtEnd("scroll_down"))
        else:
            super().action_cursor_down()

    def action_page_down(self) -> None:
        """Go on to the page."""
        self.post_message(self.LeftAtEnd("page_down"))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Forget the click before; part of Textual's option list."""
        super().watch_highlighted(highlighted)
        self._clicked = None

    def _on_blur(self, event: Blur) -> None:
        super()._on_blur(event)
        self._clicked = None

    async def _on_click(self, event: Click) -> None:
        # Else Textual's own handler, which selects at once, would come after this one.
        event.prevent_default()
        row = event.style.meta.get("option")
        if not isinstance(row, int):
            return
        was_clicked, self.highlighted = self._clicked, row
        self._clicked = self.current
        if self.current == was_clicked:
            self.action_select()
        else:
            self.post_message(self.ClickedOnce())
