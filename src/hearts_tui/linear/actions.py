"""The actions of the app that linear mode leaves out, each with the reason."""

from collections.abc import Mapping

_MOVES = "A cursor moves there; here a number or a word opens any entry."
_SCROLLS = "All of a page is read at once."
_PANES = "There is one thing at a time."

LEFT_OUT: Mapping[str, str] = {
    **{f"list.{move}": _MOVES for move in ("down", "up", "first", "last", "page_down", "page_up")},
    **{
        f"reading.{move}": _SCROLLS
        for move in ("down", "up", "first", "last", "page_down", "page_up")
    },
    "next_pane": _PANES,
    "previous_pane": _PANES,
    "suspend_process": "Ctrl+Z is the terminal's own here; nothing of hearts is in its way.",
    "copy_address": "That takes a control sequence, and this mode sends none.",
    "qr_code": "A picture for a camera; there are no words in it.",
    "picture": "There are no words in it.",
    "setting('keys')": "There are no keys to give.",
}
"""The reasons by the ids of the actions."""
