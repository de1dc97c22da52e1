"""Read lines from a file descriptor, whatever comes in."""

import os
import select

from hearts_tui.linear.console import LONGEST_LINE, EndOfInputError, IdleError, TooLongError

_AT_ONCE = 1 << 16
_MOST_BYTES = 4 * LONGEST_LINE
"""What the longest line can have, in UTF-8."""


class LineReader:
    """Reads lines, and never holds more of one than may be meant.

    ``idle_seconds`` is how long a line is waited for; None for as long as it takes.
    """

    def __init__(self, source: int, encoding: str, idle_seconds: float | None = None) -> None:
        self._source = source
        self._encoding = encoding
        self._idle_seconds = idle_seconds
        self._pending = bytearray()
        self._has_ended = False

    def __call__(self) -> str:
        """Return the next line; a last one without an end counts.

        Raises:
            EndOfInputError: there is none.
            IdleError: there was none for too long.
            TooLongError: it has more characters than anybody types.

        """
        is_too_long = False
        while (end := self._pending.find(b"\n")) < 0 and not self._has_ended:
            if len(self._pending) > _MOST_BYTES:
                is_too_long = True
                self._pending.clear()
            self._read()
        if end < 0 and not self._pending and not is_too_long:
            raise EndOfInputError
        end = end if end >= 0 else len(self._pending)
        line = bytes(self._pending[:end])
        del self._pending[: end + 1]
        text = line.decode(self._encoding, "replace")
        if is_too_long or len(text) > LONGEST_LINE:
            raise TooLongError
        return text

    def _read(self) -> None:
        if not select.select([self._source], [], [], self._idle_seconds)[0]:
            raise IdleError
        try:
            data = os.read(self._source, _AT_ONCE)
        except BlockingIOError:
            # Somebody else was faster.
            return
        except OSError:
            # The terminal is gone.
            data = b""
        self._pending += data
        self._has_ended = not data
