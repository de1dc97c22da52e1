"""A real pseudo-terminal with a program in it, seen through a terminal emulator."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import pyte

HEARTS = str(Path(sys.executable).with_name("hearts"))
PATIENCE = 60.0
"""Seconds after which a program counts as stuck; a failing test's bound, not a timing."""

_MOST_AT_ONCE = 1 << 18
"""Bytes that are read before anyone looks at the screen, which takes long to make out."""

_BETWEEN_LOOKS = 0.1
"""Seconds between two looks at a program that seems idle: more than any frame is put off."""


@dataclass(frozen=True, slots=True)
class End:
    """How a program ended: exit code, seconds it took, and seconds of processor time in them."""

    code: int
    seconds: float
    processor: float


_COUNTDOWN = re.compile(r" (?:in )?\d+ d(?:ays)? *$")
"""The countdown at the end of the header, in any of its forms."""


class Terminal:
    """Runs a program in a pseudo-terminal of a given size."""

    def __init__(
        self, argv: list[str], environ: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.sent = bytearray()
        self.exit_code: int | None = None
        self._stream = pyte.ByteStream(self.screen)
        pid, self._fd = pty.fork()
        if pid == 0:
            try:
                # Whoever runs the tests may ignore some, as nohup does, and would hand that on.
                for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                    signal.signal(number, signal.SIG_DFL)
                os.execve(argv[0], argv, dict(environ))
            finally:
                # Never back into the test: there would be two of it.
                os._exit(127)
        self.pid = pid
        self.resize(columns, rows)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.exit_code is None:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        if self._fd >= 0:
            os.close(self._fd)

    @property
    def settings(self) -> list[object]:
        """How the terminal is set: raw while an app has it, else as it was before."""
        return termios.tcgetattr(self._fd)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self.resize_window(columns, rows)

    def resize_window(self, columns: int, rows: int) -> None:
        """Tell the program of another size, and leave the emulator's own as it is."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._fd, keys.encode())

    def wait_until_python_lets_go(self) -> None:
        """Wait until Python has begun, and hearts has taken its handler of interrupts away."""
        end = time.monotonic() + PATIENCE
        command = Path(f"/proc/{self.pid}/cmdline")
        while HEARTS.encode() not in command.read_bytes():
            assert time.monotonic() < end, "Python never began"
        has_begun = False
        # The handler of another signal is hearts' own, where the moment in between was missed.
        while not self._catches(signal.SIGTERM):
            assert time.monotonic() < end, "the program never took the handler away"
            if self._catches(signal.SIGINT):
                has_begun = True
            elif has_begun:
                return

    def _catches(self, number: signal.Signals) -> bool:
        status = Path(f"/proc/{self.pid}/status").read_text()
        caught = int(status.partition("SigCgt:")[2].split()[0], 16)
        return bool(caught >> (number - 1) & 1)

    def wait_for(self, text: str) -> None:
        """Read until a text stands on the screen."""
        end = time.monotonic() + PATIENCE
        while text not in self.text:
            assert time.monotonic() < end, f"no {text!r} on the screen:\n{self.text}"
            assert self._pump(), f"the program ended before {text!r}:\n{self.text}"

    def wait_for_bytes(self, data: bytes) -> None:
        """Read until the program has sent some bytes."""
        end = time.monotonic() + PATIENCE
        while data not in self.sent:
            assert time.monotonic() < end, f"{data!r} never came"
            assert self._pump(), f"the program ended before {data!r}"

    def wait_until_drawn(self) -> None:
        """Read until all of the first screen is there; the countdown in the header comes last."""
        self.wait_until(lambda text: bool(_COUNTDOWN.search(text.partition("\n")[0])))

    def wait_for_row(self, text: str, row: int) -> None:
        """Read until a text stands in a row of the screen, counted from 0."""
        end = time.monotonic() + PATIENCE
        while text not in self.screen.display[row]:
            assert time.monotonic() < end, f"no {text!r} in row {row}:\n{self.text}"
            assert self._pump(), f"the program ended before {text!r}:\n{self.text}"

    def wait_until(self, holds: Callable[[str], bool], fault: str = "never came to that") -> None:
        """Read until something holds for the text on the screen, with nothing left to read."""
        end = time.monotonic() + PATIENCE
        while select.select([self._fd], [], [], 0)[0] or not holds(self.text):
            assert time.monotonic() < end, f"{fault}:\n{self.text}"
            assert self._pump(fault), f"the program ended before that:\n{self.text}"

    def wait_until_gone(self, text: str) -> None:
        """Read until a text does not stand on the screen any more."""
        end = time.monotonic() + PATIENCE
        while text in self.text:
            assert time.monotonic() < end, f"{text!r} is still on the screen:\n{self.text}"
            assert self._pump(), f"the program ended with {text!r} on the screen"

    def wait_until_idle(self) -> None:
        """Read until the program has ended, or sleeps and there is nothing more to read.

        A program that waits for its turn on a busy processor is not idle, so this needs no guess at
        how long it takes to draw. What it does by itself at some later time is not waited for.
        """
        end = time.monotonic() + PATIENCE
        while True:
            assert time.monotonic() < end, f"it never comes to rest:\n{self.text}"
            before = sleeps_of(self.pid)
            if select.select([self._fd], [], [], _BETWEEN_LOOKS)[0]:
                if not self._pump():
                    return
            elif before and before == sleeps_of(self.pid):
                return

    def wait_for_exit(self) -> int:
        """Read until the program has ended, and return its exit code."""
        while self._pump():
            pass
        _, status = os.waitpid(self.pid, 0)
        self.exit_code = os.waitstatus_to_exitcode(status)
        return self.exit_code

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def stall(self, presses: int = 60) -> None:
        """Fill the terminal until it takes nothing more, and let the program draw all the same."""
        name = Path(f"/proc/{self.pid}/fd/0").readlink()
        terminal = os.open(name, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        while select.select([], [terminal], [], 0.2)[1]:
            # Refused, too, while the program is in the middle of a write.
            with contextlib.suppress(BlockingIOError):
                os.write(terminal, b"." * 256)
        os.close(terminal)
        for _ in range(presses):
            self.press("12345")
            time.sleep(0.02)

    def hang_up(self) -> None:
        """Take the terminal away, as a lost connection does."""
        os.close(self._fd)
        self._fd = -1

    def read_for(self, seconds: float) -> None:
        """Read what comes in a time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._fd], [], [], left)[0] and not self._pump():
                return

    def hold_until_exit(self, key: str) -> int:
        """Read and press a key again and again until the program has ended; return its code."""
        end = time.monotonic() + PATIENCE
        while True:
            assert time.monotonic() < end, f"the program is still there:\n{self.text}"
            self.press(key)
            if select.select([self._fd], [], [], 0.001)[0] and not self._pump():
                return self.wait_for_exit()

    def wait_for_settings(self, wanted: list[object]) -> None:
        """Wait until the terminal is set so, without reading what the program writes."""
        end = time.monotonic() + PATIENCE
        while self.settings != wanted:
            assert time.monotonic() < end, "the terminal is not set as before"

    def wait_for_end(self) -> End:
        """Wait until the program has ended, without reading anything of what it writes."""
        began, used = time.monotonic(), self._processor()
        while time.monotonic() < began + PATIENCE:
            pid, status, usage = os.wait4(self.pid, os.WNOHANG)
            if pid:
                self.exit_code = os.waitstatus_to_exitcode(status)
                spent = usage.ru_utime + usage.ru_stime - used
                return End(self.exit_code, time.monotonic() - began, spent)
            time.sleep(0.005)
        raise AssertionError(f"the program is still there:\n{self.text}")

    def _processor(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _pump(self, fault: str = "the program is stuck") -> bool:
        """Read all there is; False once the program has closed the terminal."""
        ready, _, _ = select.select([self._fd], [], [], PATIENCE)
        assert ready, f"{fault}:\n{self.text}"
        data = bytearray()
        while ready and len(data) < _MOST_AT_ONCE:
            try:
                part = os.read(self._fd, 1 << 16)
            except OSError:
                part = b""
            if not part:
                break
            data += part
            ready, _, _ = select.select([self._fd], [], [], 0)
        self.sent += data
        self._stream.feed(bytes(data))
        return bool(data)


def environ_for(config: Path, **more: str) -> dict[str, str]:
    """Return a bare environment for a program in a terminal."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(config.parent),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "HEARTS_CONFIG_DIR": str(config),
        **more,
    }


def sleeps_of(pid: int) -> dict[int, str] | None:
    """Return how often a process and its children went to sleep, each by the count of the kernel.

    That is counted in the thread of the event loop; others only look round now and then. Return
    None if any thread runs or waits for its turn, or has just ended.
    """
    process = Path(f"/proc/{pid}")
    try:
        sleeps = {pid: (process / "status").read_text().partition("\nvoluntary_ctxt_switches:")[2]}
        for thread in (process / "task").iterdir():
            if (thread / "stat").read_text().rpartition(")")[2].split()[0] in "RD":
                return None
            for child in (thread / "children").read_text().split():
                of_child = sleeps_of(int(child))
                if of_child is None:
                    return None
                sleeps |= of_child
    except OSError:
        return None
    return sleeps
