"""Write what a command tells to standard output, whatever that is."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hearts_tui.cli.stdout import STDOUT, write_bytes
from hearts_tui.terminal.capabilities import colours_of, has_unicode, is_dumb

if TYPE_CHECKING:
    from hearts_tui.printing.document import Document

_MOST_COLUMNS, _USUAL_COLUMNS = 1_000, 80
"""Some terminals that programs open say that they have no columns at all."""


class Form(StrEnum):
    """How a document is written; AUTO looks where standard output leads."""

    AUTO = "auto"
    PLAIN = "plain"
    JSON = "json"


@dataclass(eq=False, repr=False)
class Output:
    """Standard output: the form that was asked for, and what it can show."""

    form: Form
    has_unicode: bool
    width: int | None
    """Columns of the terminal; None where it isn't one, so that nothing is wrapped."""
    has_styles: bool = False
    has_colors: bool = False

    @classmethod
    def standard(cls, form: Form, environ: Mapping[str, str]) -> "Output":
        """Look at standard output."""
        stdout = sys.stdout
        is_terminal = stdout is not None and stdout.isatty()
        unicode = has_unicode(environ, stdout.encoding if stdout is not None else "utf-8")
        width = _columns() if is_terminal else None
        has_styles = is_terminal and not is_dumb(environ)
        has_colors = has_styles and colours_of(environ) != "none"
        return cls(form, unicode, width, has_styles=has_styles, has_colors=has_colors)

    def write(self, document: "Document") -> int:
        """Write a document and return the exit code."""
        return self.write_text(self._written(document))

    def write_text(self, text: str) -> int:
        """Write a text and return the exit code."""
        if not self.has_unicode:
            from hearts_tui.terminal.ascii import to_ascii

            text = to_ascii(text)
        return write_bytes(text.encode("utf-8", "replace"))

    def _written(self, document: "Document") -> str:
        if self.form is Form.JSON:
            from hearts_tui.printing.json_writer import write_json

            return write_json(
                document, is_ascii=not self.has_unicode, is_indented=self.width is not None
            )
        if self.form is Form.AUTO and self.has_styles and self.width is not None:
            from hearts_tui.printing.rich_writer import write_rich

            return write_rich(document, self.width, has_colors=self.has_colors)
        from hearts_tui.printing.plain_writer import write_plain

        return write_plain(document, self.width)


def _columns() -> int | None:
    try:
        columns = os.get_terminal_size(STDOUT).columns
    except OSError:
        return None
    return min(columns, _MOST_COLUMNS) or _USUAL_COLUMNS
