"""The clipboard of whoever sits at the terminal."""

from typing import Any

from textual.app import App

from hearts_tui.domain.excerpt import shorten


def copy(app: App[Any], text: str) -> None:
    """Copy a text by way of the terminal (OSC 52), and say what was copied."""
    app.copy_to_clipboard(text)
    app.notify(f"Copied: {shorten(text)}")
