"""The two ends of linear mode: lines that come in, and lines that go out."""

from collections.abc import Callable, Sequence
from textwrap import TextWrapper
from typing import Protocol

from hearts_tui.domain.sanitize import sanitize

LONGEST_LINE = 2_000
"""In characters; nobody types more at once."""

_FEWEST_ROWS = 4
"""Rows that are written before a pause in the lowest of windows."""

_STOPS = "stop"


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
    and is not wrapped. ``rows`` is how high it is; None where nobody reads from a screen.
    ``echoes`` tells that what is typed stands on the screen, the end of its line included.
    """

    def __init__(
        self,
        read_line: ReadLine,
        write: Callable[[str], None],
        columns: Callable[[], int | None],
        rows: Callable[[], int | None] = lambda: None,
        *,
        echoes: bool,
    ) -> None:
        self._read_line = read_line
        self._write = write
        self._columns = columns
        self._rows = rows
        self._echoes = echoes
        self._is_asking = False
        self._written = 0
        """Rows of the screen since somebody last pressed Enter, what was typed there included."""
        self._is_skipping = False
        self._early = ""
        """An answer that was given before its question."""

    def say(self, *lines: str) -> None:
        """Write lines, each wrapped by itself; what is wrapped goes on below its beginning."""
        self._put(self._wrapped(lines))

    def read(self, *lines: str) -> None:
        """Write lines as ``say`` does, but never more at once than the screen has room for.

        What leaves the screen before it was read is lost to those who have the screen read to them.
        So there is a pause, in which one may answer what is asked after these lines; what is left
        of them is not written then.
        """
        rows = self._wrapped(lines)
        while not self._is_skipping and len(rows) > (room := self._room(len(rows))):
            self._put(rows[:room])
            rows = rows[room:]
            self._pause(len(rows))
        if not self._is_skipping:
            self._put(rows)

    def ask(self, question: str) -> str:
        """Ask for a line and return it, clean and without blanks around it."""
        early, self._early, self._is_skipping = self._early, "", False
        return early or self._answer(question)

    def _pause(self, left: int) -> None:
        """Wait for Enter, or for an answer."""
        lines = "1 line" if left == 1 else f"{left} lines"
        self._early = self._answer(f"more: {lines}. Enter reads on; or 'stop', or your choice:")
        self._is_skipping = bool(self._early)
        if self._early == _STOPS:
            self._early = ""

    def _room(self, wanted: int) -> int:
        """Return how many of some rows the screen has room for, with a question below them."""
        height = self._rows()
        if height is None:
            return wanted
        return max(_FEWEST_ROWS, height - 1) - self._written

    def _put(self, rows: Sequence[str]) -> None:
        self._written += len(rows)
        self._write("".join(f"{row}\n" for row in rows))

    def _answer(self, question: str) -> str:
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
            self._written = 1
            return " ".join(sanitize(line).split())

    def end_line(self, *, is_interrupted: bool = False) -> None:
        """End the line of a question that got no answer, so that nothing else stands on it.

        An interrupt leaves ^C on the terminal, whatever was going on.
        """
        if self._is_asking or (is_interrupted and self._echoes):
            self._is_asking = False
            self._write("\n")

    def _wrapped(self, lines: Sequence[str]) -> list[str]:
        """Return lines as rows of the screen."""
        width = self._columns()
        if width is None:
            return [*lines]
        wrapper = TextWrapper(width, break_on_hyphens=False)
        # Nothing is left of a blank line that is wrapped.
        return [row for line in lines for row in wrapper.wrap(line) or [""]]
