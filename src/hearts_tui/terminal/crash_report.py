"""Reduce a crash to one sentence for the user, and a log for whoever fixes it."""

import contextlib
import os
import traceback
from io import StringIO
from pathlib import Path
from typing import TypeVar

from rich.console import Console, RenderableType
from textual.app import App
from textual.worker import WorkerFailed

from hearts_tui.unsafe_characters import printable

Result = TypeVar("Result")


class CrashReporting(App[Result]):
    """An app that keeps the report of a crash instead of printing it over the user's shell."""

    crash: str = ""
    """What went wrong, in full; empty when nothing did."""

    def panic(self, *renderables: RenderableType) -> None:
        """Keep what Textual would have printed, and end with exit code 1."""
        file = StringIO()
        Console(file=file, width=100).print(*renderables)
        self.crash = self.crash or file.getvalue()
        self._return_code = 1
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        self.crash = self.crash or format_crash(error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close without Textual's own report, which takes long and shows the values of variables.

        Nor is there a bell, which would have to be written to a driver that may be what failed.
        """
        self._close_messages_no_wait()


def format_crash(error: BaseException) -> str:
    """Return an exception's traceback as a text; of a worker's failure, that of its cause."""
    if isinstance(error, WorkerFailed):
        error = error.error
    return "".join(traceback.format_exception(error))


def write_report(crash: str, log: Path) -> str:
    """Write the report of a crash where only the user can read it; return a sentence for them."""
    crash = printable(crash)
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Not waited for: a named pipe in its place has nobody who reads it.
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NONBLOCK | os.O_NOCTTY
        descriptor = os.open(log, flags, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            with contextlib.suppress(OSError):
                os.fchmod(descriptor, 0o600)
            file.write(crash)
    except OSError as error:
        last = crash.strip().rpartition("\n")[2]
        return (
            f"sorry, something went wrong ({last}), and the details can't be kept in {log} "
            f"({error.strerror})."
        )
    return f"sorry, something went wrong; the details are in {log}."
