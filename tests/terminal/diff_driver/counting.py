"""A real pseudo-terminal whose bytes are counted."""

import os
import select
import signal
from statistics import median

from tests.end_to_end.terminal import PATIENCE, Terminal


class Counted(Terminal):
    """Says what came, and stops and continues the program as a shell does."""

    def first_paint(self) -> int:
        """Read until the first screen is there and the program idle; return how many bytes came."""
        self.wait_until_drawn()
        self.wait_until_idle()
        return len(self.sent)

    def read_until_idle(self) -> int:
        """Read until the program is idle, and return how many bytes came."""
        before = len(self.sent)
        self.wait_until_idle()
        return len(self.sent) - before

    def watch(self, seconds: float) -> int:
        """Read for some seconds, and return how many bytes came."""
        before = len(self.sent)
        self.read_for(seconds)
        return len(self.sent) - before

    def cost(self, keys: str) -> int:
        """Type what changes the screen, and return how many bytes that brought."""
        self.press(keys)
        assert select.select([self._fd], [], [], PATIENCE)[0], f"{keys!r} changes nothing"
        return self.read_until_idle()

    def median_cost(self, key: str, times: int = 8) -> float:
        """Return how many bytes a key brings that is pressed again and again."""
        return median(self.cost(key) for _ in range(times))

    def stop(self) -> None:
        """Suspend the program, and read what it says until it is."""
        os.kill(self.pid, signal.SIGTSTP)
        os.waitpid(self.pid, os.WUNTRACED)
        self.read_until_idle()

    def resume(self) -> None:
        """Let a suspended program go on, and read until it is idle."""
        os.kill(self.pid, signal.SIGCONT)
        self.wait_until_drawn()
        self.wait_until_idle()
