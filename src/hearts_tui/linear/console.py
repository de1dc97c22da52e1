"""The two ends of linear mode: lines that come in, and lines that go out."""

from collections.abc import Callable
from textwrap import TextWrapper
from typing import Protocol

from hearts_tui.domain.sanitize import sanitize

LONGEST_LINE = 2_000
"""In characters; nobody types more at once."""


class EndOfInputError(Exception):
    """There are no more lines."""


class IdleError(Exception):
    """No line came for as long as a kiosk waits."""


class TooLongError(Exception):
    """A line is longer than anybody types; all of it was read."""


class ReadLine(Protocol):
    """What reads a line."""

    def __call__(self) -> str:
        """Return the next line, without its end.

        Raises:
            EndOfInputError: there is none.
            IdleError: there was none for too long.
            TooLongError: it is too long to be meant.

        """


class Console:
    """Writes lines one below the other, and reads answers.

    ``columns`` is how wide the terminal is at the moment; None where what is written goes elsewhere
    and is not wrapped. ``echoes`` tells that what is typed stands on the screen, the end of its
    line included.
    """

    def __init__(
        self,
        read_line: ReadLine,
        write: Callable[[str], None],
        columns: Callable[[], int | None],
        *,
        echoes: bool,
    ) -> None:
        self._read_line = read_line
        self._write = write
        self._columns = columns
        self._echoes = echoes
        self._is_asking = False

    def say(self, *lines: str) -> None:
        """Write lines, each wrapped by itself; what is wrapped goes on below its beginning."""
        width = self._columns()
        self._write("".join(f"{_wrapped(line, width)}\n" for line in lines))

    def ask(self, question: str) -> str:
        """Ask for a line and return it, clean and without blanks around it."""
        while True:
            self._write(f"{question} " if self._echoes else f"{question}\n")
            self._is_asking = self._echoes
            try:
                line = self._read_line()
            except TooLongError:
                self._is_asking = False
                self.say(f"That's too long: a line has at most {LONGEST_LINE:,} characters.")
                continue
            self._is_asking = False
            return " ".join(sanitize(line).split())

    def end_line(self, *, is_interrupted: bool = False) -> None:
        """End the line of a question that got no answer, so that nothing else stands on it.

        An interrupt leaves ^C on the terminal, whatever was going on.
        """
        if self._is_asking or (is_interrupted and self._echoes):
            self._is_asking = False
            self._write("\n")


def _wrapped(line: str, width: int | None) -> str:
    if width is None or len(line) <= width:
        return line
    return "\n".join(TextWrapper(width, break_on_hyphens=False).wrap(line))
