"""Tell the user something, and save in the background what can fail."""

from collections.abc import Callable, Coroutine
from typing import Literal, Protocol

from hearts_tui.domain.storage import StorageError
from hearts_tui.screens.state import AppState


class Host(Protocol):
    """The screen on which messages are shown."""

    def notify(self, message: str, *, severity: Literal["information", "warning", "error"]) -> None:
        """Show a message."""

    def run_worker(self, work: Coroutine[None, None, None]) -> object:
        """Run a coroutine in the background."""


class Messenger:
    """Shows warnings, each once, and saves with a warning where that fails."""

    def __init__(self, state: AppState, host: Host) -> None:
        self._state = state
        self._host = host

    def warn_once(self, notice: str) -> None:
        """Show a warning, unless it is empty or was shown before."""
        if notice and notice not in self._state.shown_warnings:
            self._state.shown_warnings.add(notice)
            self._host.notify(notice, severity="warning")

    def warn_of_faults(self) -> None:
        """Name, once each, what of the content could not be read."""
        for fault in self._state.library.faults:
            self.warn_once(f"Left out: {fault}")

    def save(self, save: Callable[[], str]) -> None:
        """Save something in the user's files; tell the user where that fails."""
        self._host.run_worker(self._save(save))

    async def _save(self, save: Callable[[], str]) -> None:
        try:
            notice = await self._state.save(save)
        except StorageError as error:
            notice = str(error)
        if notice:
            self._host.notify(notice, severity="warning")
