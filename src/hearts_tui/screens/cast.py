"""The cast."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Resize

from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.cast_listing import CastListing
from hearts_tui.screens.portraits import Portraits, has_room
from hearts_tui.screens.state import AppState
from hearts_tui.widgets import keys
from hearts_tui.widgets.key_group import KeyGroup


class CastScreen(BaseScreen):
    """The people around the film, with their pictures."""

    KEYS: ClassVar[tuple[KeyGroup, ...]] = (keys.CAST,)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.CAST.bindings]

    def __init__(self, state: AppState) -> None:
        self.portraits = Portraits(state)
        super().__init__(state, CastListing(state, self.portraits, lambda: self.app.size))
        self._offers_picture = False
        self._had_room = True

    def show_current(self, *, from_top: bool = True) -> None:
        """Show the profile, and offer the picture where it isn't part of it."""
        super().show_current(from_top=from_top)
        offers = self._has_picture_to_show()
        if offers != self._offers_picture:
            self._offers_picture = offers
            self.refresh_bindings()

    def _has_picture_to_show(self) -> bool:
        item = self.item
        if item is None or self.listing.hidden.covers(item):
            return False
        self.warn_once(self.portraits.find(item.id).notice)
        return self.portraits.is_apart(item.id, self.app.size)

    def on_resize(self, event: Resize) -> None:
        """Move the picture to the head of the page where there is room for it now, or away."""
        del event
        if has_room(self.app.size) != self._had_room:
            self._had_room = has_room(self.app.size)
            if self.current is not None:
                self.show_current(from_top=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the picture only where there is one that isn't shown; part of Textual's screen."""
        if action == "picture":
            return self._offers_picture
        return super().check_action(action, parameters)

    @property
    def keys_in_use(self) -> Sequence[KeyGroup]:
        """All keys that work here, the picture's only where it is offered."""
        groups = super().keys_in_use
        if self._offers_picture:
            return groups
        return [
            replace(group, bindings=tuple(b for b in group.bindings if b.action != "picture"))
            for group in groups
        ]

    def action_picture(self) -> None:
        """Show the picture of who is under the cursor."""
        item = self.item
        found = self.portraits.find(item.id).value if item is not None else None
        if item is None or found is None:
            return
        from hearts_tui.screens.info_dialogs import picture_page

        self.app.push_screen(picture_page(item.title, self.portraits.draw(found), found.title))
