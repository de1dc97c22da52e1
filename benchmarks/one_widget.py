"""The floor that start-up is measured against: a Textual app of one widget."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneWidget(App[None]):
    """Shows one line."""

    def compose(self) -> ComposeResult:
        """Yield the line."""
        yield Static("one widget, ready")


if __name__ == "__main__":
    OneWidget().run()
