"""The floor that start-up is measured against: a Textual app of one widget."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneWidget(App[None]):
    """Shows one line, and another when a key is pressed."""

    def compose(self) -> ComposeResult:
        """Yield the line."""
        yield Static("one widget, ready")

    def on_key(self) -> None:
        """Tell that a key has come."""
        self.query_one(Static).update("one key, taken")


if __name__ == "__main__":
    OneWidget().run()
