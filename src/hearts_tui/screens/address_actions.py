"""Copy the address of what is in front, or the command that shows it; or make a QR code of it."""

from typing import Any

from textual.app import App
from textual.screen import Screen

from hearts_tui.domain.address import Address
from hearts_tui.domain.web_address import is_web_address
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.clipboard import copy
from hearts_tui.widgets.item_page import WELCOME
from hearts_tui.widgets.qr_code import Form
from hearts_tui.widgets.reader import Reader


def address_in_front(screen: Screen[Any]) -> str:
    """Return the address of the marked link, or else the command that shows what is in front.

    It is empty where there is neither.
    """
    if isinstance(screen.focused, Reader):
        marked = screen.focused.marked_link or ""
        if is_web_address(marked) or _is_item(marked):
            return marked
    return screen.listing.command(screen.current) if isinstance(screen, BaseScreen) else ""


def _is_item(target: str) -> bool:
    """Return whether a link leads to an item, and not to one of hearts' own pages."""
    try:
        Address.parse(target)
    except ValueError:
        return False
    return target != WELCOME


def copy_from(app: App[Any]) -> None:
    """Copy what is in front; say so where there is nothing to copy."""
    if address := _found(app):
        copy(app, address)


def show_qr_code(app: App[Any], form: Form) -> None:
    """Show what is in front as a QR code; say so where there is nothing to show."""
    if address := _found(app):
        from hearts_tui.screens.qr_dialog import QrDialog

        app.push_screen(QrDialog(address, form))


def _found(app: App[Any]) -> str:
    address = address_in_front(app.screen)
    if not address:
        app.notify("Nothing to copy here. Go to a link or an item first.")
    return address
