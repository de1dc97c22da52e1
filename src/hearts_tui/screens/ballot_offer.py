"""Offer the last good copy of a ballot that is damaged or has lost something."""

from typing import Any

from textual.app import App

from hearts_tui.domain.ballot import Ballot
from hearts_tui.domain.storage import StorageError
from hearts_tui.screens.base import BaseScreen
from hearts_tui.screens.dialogs import ChoiceDialog
from hearts_tui.screens.state import AppState

BRING_BACK, GO_ON = "back", "present"
"""The answers."""


class BallotOffer:
    """Asks whether to bring back the last good ballot, and does it."""

    def __init__(self, app: App[Any], state: AppState) -> None:
        self._app = app
        self._state = state
        self._is_open = False

    def ask(self, last_good: Ballot) -> None:
        """Ask, unless the question is open already."""
        if not self._is_open:
            self._is_open = True
            self._app.push_screen(self._dialog(last_good), self._answered)

    def _dialog(self, last_good: Ballot) -> ChoiceDialog:
        present = len(self._state.ballot.votes)
        choices = [
            (BRING_BACK, f"Bring back the last good copy, {_votes(len(last_good.votes))}"),
            (GO_ON, f"Go on with {_votes(present)}" if present else "Start empty"),
        ]
        hint = f"The other is kept under another name. Esc: {choices[1][1].lower()}."
        return ChoiceDialog("Your ballot is missing something", choices, BRING_BACK, hint)

    def _answered(self, answer: str | None) -> None:
        self._app.run_worker(self._settle(bring_back=answer == BRING_BACK))

    async def _settle(self, *, bring_back: bool) -> None:
        try:
            notice = await self._save(bring_back=bring_back)
        except StorageError as error:
            self._app.notify(str(error), severity="error")
            return
        finally:
            self._is_open = False
        self._state.offer = None
        if notice:
            self._app.notify(notice)
        if isinstance(self._app.screen, BaseScreen):
            self._app.screen.refresh_all()

    async def _save(self, *, bring_back: bool) -> str:
        """Save the ballot that was chosen, and return what is to be told of that."""
        store = self._state.stores.ballot
        if not bring_back:
            return await self._state.save(store.accept)
        saved = await self._state.save(store.restore)
        self._state.ballot = saved.ballot
        return saved.notice


def _votes(count: int) -> str:
    return "1 vote" if count == 1 else f"{count:,} votes"
