"""A time by which a process has to have ended, whatever it hangs at."""

import math
import time

SECONDS_TO_CLOSE = 5.0
"""How long a program that has been told to exit, or has crashed, may take to do so."""


class Deadline:
    """The time at which a process is ended from outside its event loop; none at first.

    Whoever runs the process watches it, see ``ShutdownGuard``. All methods may be called from any
    thread.
    """

    def __init__(self) -> None:
        self._due = (math.inf, 0)

    def set(self, seconds: float, code: int = 0) -> None:
        """End the process with an exit code once ``seconds`` from now have passed."""
        self._due = (time.monotonic() + seconds, code)

    def clear(self) -> None:
        """Let the process run for as long as it likes."""
        self._due = (math.inf, 0)

    @property
    def passed(self) -> bool:
        """Whether the time has come."""
        return time.monotonic() >= self._due[0]

    @property
    def code(self) -> int:
        """The exit code to end with."""
        return self._due[1]
