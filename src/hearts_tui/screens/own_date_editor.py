"""Adding, changing and deleting dates of the user's own."""

import secrets
from collections.abc import Callable
from typing import Any

from textual.app import App

from hearts_tui.domain.own_dates import PREFIX, OwnDate
from hearts_tui.screens.own_date_form import OwnDateForm
from hearts_tui.screens.state import AppState


class OwnDateEditor:
    """Asks for dates in a form and keeps them.

    ``changed`` is called when the state has other dates, with what saves the change.
    """

    def __init__(
        self,
        app: Callable[[], App[Any]],
        state: AppState,
        changed: Callable[[Callable[[], str]], object],
    ) -> None:
        self._app = app
        self._state = state
        self._changed = changed
        self._deleted: tuple[str, OwnDate] | None = None

    def find(self, item_id: str) -> OwnDate | None:
        """Return the date that is listed under an id, if it is one of the user's own."""
        is_own = item_id.startswith(PREFIX)
        return self._state.settings.dates.get(_key(item_id)) if is_own else None

    def add(self, added: Callable[[str], object]) -> None:
        """Ask for a new date; ``added`` is called with its id."""

        def given(own: OwnDate | None) -> None:
            if own is not None:
                key = secrets.token_hex(4)
                self._keep(key, own)
                added(f"{PREFIX}{key}")

        self._app().push_screen(OwnDateForm("A date of your own"), given)

    def edit(self, item_id: str) -> None:
        """Ask for another name or day for a date."""
        before = self.find(item_id)

        def given(own: OwnDate | None) -> None:
            if own is not None and own != before:
                self._keep(_key(item_id), own)

        self._app().push_screen(OwnDateForm("Change your date", before), given)

    def delete(self, item_id: str) -> OwnDate | None:
        """Take out a date and return it; None where it is no date of the user's own."""
        own = self.find(item_id)
        if own is not None:
            self._deleted = _key(item_id), own
            self._keep(_key(item_id), None)
        return own

    def bring_back(self) -> str | None:
        """Bring back the date that was deleted last and return its id; None where there is none."""
        if self._deleted is None:
            return None
        (key, own), self._deleted = self._deleted, None
        self._keep(key, own)
        return f"{PREFIX}{key}"

    def _keep(self, key: str, own: OwnDate | None) -> None:
        self._state.settings = self._state.settings.with_date(key, own)
        self._changed(lambda: self._state.stores.settings.save_date(key, own))


def _key(item_id: str) -> str:
    return item_id.removeprefix(PREFIX)
