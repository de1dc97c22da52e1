"""A real pseudo-terminal whose bytes are counted."""

import os
import select
import signal
import time
from statistics import median

from tests.end_to_end.terminal import Terminal


class Counted(Terminal):
    """Says what came, and stops and continues the program as a shell does."""

    def configure_textual(self, quiet: float = 0.3) -> int:
        """Read until nothing has come for some seconds, and return how many bytes came."""
        before = len(self.sent)
        while select.select([self._fd], [], [], quiet)[0]:
            self._pump()
        return len(self.sent) - before

    def watch(self, seconds: float) -> int:
        """Read for some seconds, and return how many bytes came."""
        before = len(self.sent)
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._fd], [], [], left)[0]:
                self._pump()
        return len(self.sent) - before

    def cost(self, keys: str) -> int:
        """Type, and return how many bytes that brought, once the program has got round to it."""
        self.press(keys)
        select.select([self._fd], [], [], 5)
        return self.configure_textual()

    def median_cost(self, key: str, times: int = 8) -> float:
        """Return how many bytes a key brings that is pressed again and again."""
        return median(self.cost(key) for _ in range(times))

    def stop(self) -> None:
        """Suspend the program, and read what it says until it is."""
        os.kill(self.pid, signal.SIGTSTP)
        os.waitpid(self.pid, os.WUNTRACED)
        self.configure_textual()

    def resume(self) -> None:
        """Let a suspended program go on."""
        os.kill(self.pid, signal.SIGCONT)
