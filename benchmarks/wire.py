"""What hearts sends down the wire at 80x24, by Textual's own driver and by ours, in bytes.

Of what ours sends for a list key, some are the letters of the new text, which nothing can spare.
And the processor time that finding the changed cells adds to a frame.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pyte

from hearts_tui.terminal.diff_driver.parser import Renderer

NOW = "2026-11-23T12:00:00Z"
QUIET = 0.25
KEYS = 12
FULL = 8_000
ROUNDS = 20
SCREENS = {"1": "News", "2": "Cast", "3": "Tracks", "4": "Countdown", "5": "Theories"}

Row = dict[str, float]


class Session:
    """hearts in a pseudo-terminal, whose bytes are kept."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self.read: list[bytes] = []

    def press(self, key: str) -> int:
        """Type a key, and return how many bytes come until it is quiet."""
        os.write(self._fd, key.encode())
        return self.count(QUIET)

    def count(self, quiet: float) -> int:
        """Return how many bytes come until it is quiet for some seconds."""
        data = b"".join(self._chunks(quiet))
        self.read.append(data)
        return len(data)

    def _chunks(self, quiet: float) -> Iterator[bytes]:
        while select.select([self._fd], [], [], quiet)[0]:
            yield os.read(self._fd, 1 << 16)

    def watch(self, seconds: float) -> int:
        """Return how many bytes come within some seconds."""
        total, end = 0, time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._fd], [], [], left)[0]:
                total += len(os.read(self._fd, 1 << 16))
        return total


@contextmanager
def hearts(colours: str, wire: str, *arguments: str, now: str = NOW) -> Iterator[Session]:
    """Run hearts at 80x24 with a folder of its own."""
    argv = [str(Path(sys.executable).with_name("hearts")), *arguments]
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "HEARTS_CONFIG_DIR": folder, "TERM": "xterm-256color"}
        environ |= {"COLORTERM": colours, "HEARTS_WIRE": wire, "HEARTS_NOW": now}
        pid, fd = pty.fork()
        if pid == 0:
            os.execve(argv[0], argv, environ)
        try:
            fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            yield Session(fd)
        finally:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            os.close(fd)


def measure(colours: str, wire: str) -> tuple[Row, Row, list[bytes]]:
    """Return the bytes of each thing that one does, those of them that are new letters, and all."""
    row: Row = {}
    keys: dict[str, slice] = {}
    with hearts(colours, wire) as session:
        select.select([session._fd], [], [], 20)
        row["first paint"] = session.count(1.0)
        row["idle, 3 s"] = session.watch(3)
        row["switch of screens"] = median(session.press(key) for key in "2345123451")
        for key, name in SCREENS.items():
            session.press(key)
            begin = len(session.read)
            row[f"j in {name}"] = median(session.press("j") for _ in range(KEYS))
            keys[f"j in {name}"] = slice(begin, len(session.read))
    counts = letters(session.read)
    with hearts(colours, wire, "--screen", "countdown", now="") as ticking:
        select.select([ticking._fd], [], [], 20)
        ticking.count(0.8)
        row["second of countdown"] = ticking.watch(5) / 5
    return row, {name: median(counts[each]) for name, each in keys.items()}, session.read


def letters(read: list[bytes]) -> list[int]:
    """Return for each thing read how many bytes of characters are new on the screen, but blanks."""
    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    counts, before = [], screen.display
    for data in read:
        stream.feed(data)
        now = screen.display
        pairs = zip("".join(before), "".join(now), strict=True)
        counts.append(sum(len(new.encode()) for old, new in pairs if new not in (old, " ")))
        before = now
    return counts


def processor_time(frames: list[str]) -> float:
    """Return the milliseconds that a frame takes on its way through the painter."""
    times = []
    for _ in range(ROUNDS):
        painter = Renderer(can_erase=True)
        painter.resize(80, 24)
        painter.feed("\x1b[?1049h")
        began = time.process_time()
        for frame in frames:
            painter.feed(frame)
            painter.take()
        times.append((time.process_time() - began) / len(frames))
    return 1000 * median(times)


def frames_of(read: list[bytes]) -> list[str]:
    """Return what came as frames of Textual's own, as it wrote them."""
    text = b"".join(read).decode(errors="replace").replace("\r\n", "\n")
    return [frame for frame in re.split(r"(?<=\x1b\[1;1H)(?=\x1b\[)", text) if len(frame) > FULL]


def main() -> None:
    """Print all figures as a table."""
    for colours in ("truecolor", ""):
        plain, _, read = measure(colours, "plain")
        ours, new, _ = measure(colours, "")
        print(f"{colours or '256 colours':24} {'plain':>8} {'ours':>8} {'letters':>8}   bytes")
        for name, count in plain.items():
            least = f"{new[name]:8.0f}" if name in new else ""
            print(f"{name:24} {count:8.0f} {ours[name]:8.0f} {least}")
        frames = frames_of(read)
        print(f"{'time per full frame':24} {processor_time(frames):17.2f}   ms ({len(frames)})\n")


if __name__ == "__main__":
    main()
