"""Write what a command tells to standard output, whatever that is."""

import errno
import os
import select
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hearts_tui.cli.main import tell
from hearts_tui.terminal.capabilities import Capabilities, detect, is_dumb

if TYPE_CHECKING:
    from hearts_tui.printing.document import Document

INCOMPLETE = 1
"""The exit code where not everything could be read or written."""

_CLOSED_PIPE = 141
"""The exit code of a program that writes into a pipe that nobody reads any more: 128 + SIGPIPE."""

_STDOUT = 1
_MOST_COLUMNS, _USUAL_COLUMNS = 1_000, 80
"""Some terminals that programs open say that they have no columns at all."""


class Form(StrEnum):
    """How a document is written; AUTO looks where standard output leads."""

    AUTO = "auto"
    PLAIN = "plain"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Output:
    """Standard output: the form that was asked for, and what it can show."""

    form: Form
    capabilities: Capabilities
    width: int | None
    """Columns of the terminal; None where it isn't one, so that nothing is wrapped."""
    has_styles: bool = False

    @classmethod
    def standard(cls, form: Form, environ: Mapping[str, str]) -> "Output":
        """Look at standard output."""
        stdout = sys.stdout
        is_terminal = stdout is not None and stdout.isatty()
        capabilities = detect(environ, stdout.encoding if stdout is not None else "utf-8")
        width = _columns() if is_terminal else None
        return cls(form, capabilities, width, has_styles=is_terminal and not is_dumb(environ))

    def write(self, document: "Document") -> int:
        """Write a document and return the exit code."""
        return self.write_text(self._written(document))

    def write_text(self, text: str) -> int:
        """Write a text and return the exit code."""
        if not self.capabilities.unicode:
            from hearts_tui.terminal.ascii import to_ascii

            text = to_ascii(text)
        return write_bytes(text.encode("utf-8", "replace"))

    def _written(self, document: "Document") -> str:
        if self.form is Form.JSON:
            from hearts_tui.printing.json_writer import write_json

            return write_json(document, is_ascii=not self.capabilities.unicode)
        if self.form is Form.AUTO and self.has_styles and self.width is not None:
            from hearts_tui.printing.rich_writer import write_rich

            has_colors = self.capabilities.colours != "none"
            return write_rich(document, self.width, has_colors=has_colors)
        from hearts_tui.printing.plain_writer import write_plain

        return write_plain(document, self.width)


def _columns() -> int | None:
    try:
        columns = os.get_terminal_size(_STDOUT).columns
    except OSError:
        return None
    return min(columns, _MOST_COLUMNS) or _USUAL_COLUMNS


def write_bytes(data: bytes) -> int:
    """Write all of some bytes to standard output and return the exit code.

    Past Python's own buffer, which would fail once more when the interpreter ends.
    """
    if sys.stdout is None:
        # Its number may be that of a file that was opened since.
        tell("standard output is closed.")
        return INCOMPLETE
    left = memoryview(data)
    try:
        while left:
            left = left[_write_some(left) :]
    except OSError as error:
        return report_failed_write(error)
    return 0


def report_failed_write(error: OSError) -> int:
    """Tell that standard output can't be written, if anybody wants to know; return the exit code.

    What Python has in its buffer goes nowhere, so that its end has nothing to complain about.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDOUT)
    if isinstance(error, BrokenPipeError):
        return _CLOSED_PIPE
    tell(f"standard output takes no more ({error.strerror}).")
    return INCOMPLETE


def _write_some(data: memoryview) -> int:
    try:
        return os.write(_STDOUT, data)
    except BlockingIOError as error:
        # Somebody else made it non-blocking.
        if error.errno != errno.EAGAIN:
            raise
        select.select([], [_STDOUT], [])
        return 0
