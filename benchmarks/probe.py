"""Run a program in a pseudo-terminal and see it as a person does."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping
from dataclasses import dataclass

PATIENCE = 20.0
_SEQUENCE = re.compile(rb"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07")


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds until a text stood on the screen, and the peak memory in MiB."""

    seconds: float
    peak_mib: float


def start(argv: list[str], ready: str, environ: Mapping[str, str]) -> Start:
    """Start a program at 80x24, wait until ``ready`` is on the screen and it is quiet, and end it.

    Raises:
        TimeoutError: the text did not come.

    """
    began = time.perf_counter()
    pid, fd = pty.fork()
    if pid == 0:
        os.execve(argv[0], argv, dict(environ))
    try:
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        seconds = _wait_for(fd, ready.encode(), began)
        _read_until_quiet(fd)
        return Start(seconds, _peak_mib(pid))
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(fd)


def _wait_for(fd: int, ready: bytes, began: float) -> float:
    seen = b""
    while time.perf_counter() - began < PATIENCE:
        if select.select([fd], [], [], PATIENCE)[0]:
            seen += os.read(fd, 1 << 16)
            if ready in _SEQUENCE.sub(b"", seen):
                return time.perf_counter() - began
    raise TimeoutError(f"{ready!r} did not come")


def _read_until_quiet(fd: int) -> None:
    while select.select([fd], [], [], 0.3)[0]:
        os.read(fd, 1 << 16)


def _peak_mib(pid: int) -> float:
    with open(f"/proc/{pid}/status", encoding="ascii") as status:  # noqa: PTH123 - not a real path
        (line,) = (line for line in status if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
