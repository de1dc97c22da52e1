"""The floor that list keys are measured against: a bare OptionList with a Static beside it."""

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList, Static

ITEMS = 130
PARAGRAPH = (
    "The article says that the news came on a day of November, and if so, it left no trace that "
    "could be found: no page and no paper shows it, and its look-alikes tell the same tale."
)


class ListAndText(App[None]):
    """Shows a list of two-line options, and the text of the highlighted one."""

    CSS = "OptionList { width: 34; height: 1fr; } Static { width: 1fr; height: 1fr; }"
    BINDINGS = [("j", "down", "Down")]

    def compose(self) -> ComposeResult:
        """Yield the list and the text."""
        options = [f"Option {number} of the list\n  and its second line" for number in range(ITEMS)]
        with Horizontal():
            yield OptionList(*options)
            yield Static()

    def action_down(self) -> None:
        """Go to the next option."""
        self.query_one(OptionList).action_cursor_down()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the text of the option under the cursor."""
        text = f"Page {event.option_index}\n\n" + "\n\n".join([PARAGRAPH] * 3)
        self.query_one(Static).update(text, layout=False)


if __name__ == "__main__":
    ListAndText().run()
