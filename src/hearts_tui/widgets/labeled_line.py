"""A line of a form: what it asks for, and an input."""

from textual.containers import Horizontal
from textual.widgets import Input, Label


def labeled_line(label: str, text: str, placeholder: str, most: int) -> Horizontal:
    """Make a line that starts with a text, and takes ``most`` characters."""
    line = Input(
        text,
        placeholder=placeholder,
        compact=True,
        select_on_focus=False,
        max_length=most,
        classes="line -next",
    )
    return Horizontal(Label(label, markup=False), line, classes="labeled")
