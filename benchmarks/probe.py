"""Run a program in a pseudo-terminal, and see when it shows what."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from types import TracebackType

import pyte

COLUMNS, ROWS = 80, 24

PATIENCE = 20.0
"""Seconds without a byte after which a program counts as stuck."""

QUIET = 0.25
"""Seconds without a byte after which an answer counts as complete."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Milliseconds from a key to the first byte of what follows, and to the last."""

    first: float
    last: float


class Program:
    """A program in a pseudo-terminal of 80x24, what it sends, and when."""

    def __init__(self, argv: Sequence[str], environ: Mapping[str, str]) -> None:
        self._began = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            try:
                os.execve(argv[0], list(argv), dict(environ))
            finally:
                os._exit(127)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen: list[tuple[float, bytes]] = []
        self._last_byte_at = self._began

    def __enter__(self) -> "Program":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What stands on the screen, as far as it has been looked at."""
        return "\n".join(self._screen.display)

    @property
    def peak_mib(self) -> float:
        """The most memory that the program has had, in MiB."""
        with open(f"/proc/{self._pid}/status", encoding="ascii") as status:  # noqa: PTH123
            (line,) = (line for line in status if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    @property
    def bytes_read(self) -> int:
        """How many bytes the program has read so far."""
        with open(f"/proc/{self._pid}/io", encoding="ascii") as io:  # noqa: PTH123
            (line,) = (line for line in io if line.startswith("rchar"))
        return int(line.split()[1])

    @property
    def last_byte_at(self) -> float:
        """When the last byte came of what was read, in seconds of ``time.perf_counter``."""
        return self._last_byte_at

    def wait_until(self, holds: Callable[[str], bool]) -> float:
        """Read until something holds for the text on the screen.

        Return the seconds from the start of the program to the byte that made it so.

        Raises:
            TimeoutError: it does not come to that.

        """
        while True:
            if not self._unseen:
                self._read(PATIENCE)
            at, data = self._unseen.pop(0)
            self._stream.feed(data)
            if holds(self.text):
                return at - self._began

    def type(self, key: str) -> None:
        """Type a key, and read nothing."""
        os.write(self._fd, key.encode())

    def press(self, key: str, quiet: float = QUIET) -> Answer:
        """Type a key that changes the screen, and read until its answer is complete.

        ``quiet`` is how many seconds without a byte tell that it is.

        Raises:
            TimeoutError: it changes nothing.

        """
        began = time.perf_counter()
        self.type(key)
        first = last = self._read(PATIENCE)
        while select.select([self._fd], [], [], quiet)[0]:
            last = self._read(0)
        return Answer(1000 * (first - began), 1000 * (last - began))

    def read_for(self, seconds: float) -> None:
        """Read what comes within some seconds."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._fd], [], [], left)[0]:
                self._read(0)

    def _read(self, seconds: float) -> float:
        """Read what there is, wait for it at most some seconds, and return when it came."""
        if not select.select([self._fd], [], [], seconds)[0]:
            raise TimeoutError(f"nothing follows on:\n{self.text}")
        at = self._last_byte_at = time.perf_counter()
        self._unseen.append((at, os.read(self._fd, 1 << 16)))
        return at


def percentile(times: Sequence[float], percent: int) -> float:
    """Return a percentile of some figures."""
    return quantiles(times, n=100, method="inclusive")[percent - 1]


def summary(times: Sequence[float]) -> str:
    """Return the median and the 95th percentile as columns of a table."""
    return f"{median(times):8.1f} {percentile(times, 95):8.1f}"
