"""What is done to the item under the cursor on all screens: reveal, star and rate it."""

from typing import Any, Protocol

from hearts_tui.screens.listing import Listing
from hearts_tui.screens.marker import Marker


class Host(Protocol):
    """The screen that shows the item."""

    @property
    def listing(self) -> Listing[Any]:
        """What the screen lists."""

    @property
    def item(self) -> Any | None:
        """The item under the cursor."""

    def redraw(self, item: Any) -> None:
        """Draw an item in the list anew."""

    def show_current(self, *, from_top: bool) -> None:
        """Draw the page anew."""

    def refresh_all(self) -> None:
        """Draw everything anew."""

    def tell(self, text: str) -> None:
        """Show a passing message."""


class ItemActions:
    """Acts on the item under the cursor of a screen, and has the screen show it."""

    def __init__(self, marker: Marker, host: Host) -> None:
        self._marker = marker
        self._host = host

    def reveal(self) -> None:
        """Show the whole item in spite of its spoilers, or hide it again."""
        item, listing = self._host.item, self._host.listing
        if item is None:
            return
        if listing.hidden.are_opened(item) or listing.has_hidden_text(item):
            listing.hidden.toggle(item)
            self._host.refresh_all()
        else:
            self._host.tell("Nothing is hidden here.")

    def star(self) -> None:
        """Star the item, or take its star away."""
        # Looked up once: a list of what is starred has it no more when its star is gone.
        item = self._host.item
        if item is not None:
            self._marker.toggle_star(self._host.listing.address(item.id))
            self._show(item)

    def rate(self, step: int) -> None:
        """Give the item more stars of five, or fewer."""
        item = self._host.item
        if item is not None and self._marker.rate(self._host.listing.address(item.id), step):
            self._show(item)

    def _show(self, item: Any) -> None:
        self._host.redraw(item)
        self._host.show_current(from_top=False)
