"""Say how to quit to those who press Ctrl+C."""

from collections.abc import Mapping

from textual.widget import Widget
from textual.widgets import Input

from hearts_tui.widgets.keymap import shown


def has_selected(focused: Widget | None) -> bool:
    """Return whether text is selected in an input, where Ctrl+C copies it."""
    return isinstance(focused, Input) and bool(focused.selected_text)


def quit_hint(focused: Widget | None, keys: Mapping[str, str], *, in_dialog: bool) -> str:
    """Return the sentence that names the key that quits; ``keys`` are the user's own."""
    key = shown(keys.get("quit", "q"))
    if in_dialog or isinstance(focused, Input):
        return f"Press Esc to go back, then {key} to quit."
    return f"Press {key} to quit. Everything is saved already."
