"""The dialogs in which keys are looked at and given anew."""

from collections.abc import Collection

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Static

from hearts_tui.domain.settings import Settings
from hearts_tui.screens.dialogs import Choice, ChoiceDialog, Dialog
from hearts_tui.widgets import key_places
from hearts_tui.widgets.action_texts import text_of
from hearts_tui.widgets.item_list import Heading
from hearts_tui.widgets.keymap import refusals, shown

AS_IT_CAME = ""
"""The answer that gives an action its first key back."""

_KEY_WIDTH = 14


def all_keys(settings: Settings, at: str = "", left_out: Collection[str] = ()) -> Dialog[str]:
    """Return the dialog that lists the keys of all actions; it gives the chosen one's name.

    ``left_out`` are the names of those that there is nothing for.
    """
    rows: list[Choice] = []
    listed = {*left_out}
    for group in key_places.GROUPS:
        added = [binding for binding in group.bindings if binding.id not in listed]
        listed |= {str(binding.id) for binding in added}
        if added:
            rows.append(Heading(group.heading))
        for binding in added:
            own = settings.keys.get(str(binding.id))
            key = shown(own) if own else binding.key_display
            text = f"{key:{_KEY_WIDTH}}{text_of(binding).says}{' (yours)' if own else ''}"
            rows.append((str(binding.id), text))
    hint = "Enter changes it, / finds, Esc closes."
    return ChoiceDialog("Custom keys", rows, "", hint, at=at)


class KeyDialog(Dialog[str]):
    """Asks for a key for an action, by its being pressed; a key that is taken is told of."""

    def __init__(self, name: str, settings: Settings) -> None:
        says = text_of(key_places.actions()[name]).says
        title = f"New key: {says[:1].lower()}{says[1:]}"
        super().__init__(title, "Backspace restores the default, Esc cancels.")
        self._action = name
        self._settings = settings

    def compose_answer(self) -> ComposeResult:
        """Yield what is asked for."""
        line = Static("Press the key.", markup=False, classes="line")
        # The terminal's cursor stands on what has the focus.
        line.can_focus = True
        yield line

    def on_mount(self) -> None:
        """Go to what is asked for."""
        self.query_one(".line").focus()

    def on_key(self, event: Key) -> None:
        """Take the key, unless it is taken already."""
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        first_keys = key_places.actions()[self._action].key.split(",")
        if event.key == "backspace" or event.key in first_keys:
            self.dismiss(AS_IT_CAME)
            return
        wanted = self._settings.with_key(self._action, event.key)
        fault = refusals(wanted.keys).get(self._action)
        if fault is None:
            self.dismiss(event.key)
        else:
            self.query_one(".line", Static).update(f"{fault} Try another key.")
