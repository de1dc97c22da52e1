"""Junk of every kind that a terminal may send, and a terminal that sends it."""

import os
import random
import select
import time
from itertools import cycle
from pathlib import Path

from tests.end_to_end.terminal import PATIENCE, Terminal

REMOTE = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}
PLAIN = {"HEARTS_WIRE": "plain"}

_BYTES = bytes({*range(256)} - {*b"q\x11\x1a"})
"""All bytes but q, Ctrl+Q and Ctrl+Z, after which there is nothing more to see."""


def noise(size: int) -> dict[str, bytes]:
    """Return junk in which no key is, of about a size in bytes."""
    return {
        "unfinished OSC": b"\x1b]52;c;" + b"x" * size,
        "unfinished DCS": b"\x1bP1$r" + b"x" * size,
        "unfinished APC": b"\x1b_G" + b"x" * size,
        "unfinished CSI": b"\x1b[" + b"1" * size,
        "unfinished paste": b"\x1b[200~" + b"x" * size,
        "whole paste": b"\x1b[200~" + b"x" * size + b"\x1b[201~",
        "many pastes": _fill(size, b"\x1b[200~" + b"x" * 4000 + b"\x1b[201~"),
        "answers": _fill(
            size, b"\x1b[?62;1;6c\x1b[24;80R\x1b]11;rgb:0/0/0\x1b\\\x1bP>|x\x1b\\\x1b[?2048;2$y"
        ),
        "X10 mouse": _fill(size, b"\x1b[M \xff\xff"),
        "urxvt mouse": _fill(size, b"\x1b[32;10;10M"),
        "size reports": _fill(size, b"\x1b[48;5000;5000;0;0t\x1b[48;0;0;0;0t"),
        "focus reports": _fill(size, b"\x1b[O\x1b[I"),
        "absurd numbers": _fill(
            size, b"\x1b[99999999999u\x1b[1:2;3u\x1b[97;;55296u\x1b[<0;1000000000;1M"
        ),
        "not UTF-8": _fill(size, b"\xe9\xff"),
    }


def keys(size: int) -> dict[str, bytes]:
    """Return more keys and clicks than anybody means, of about a size in bytes."""
    chance = random.Random(13)
    return {
        "letter j": b"j" * size,
        "digits": _fill(size, b"12345"),
        "arrow keys": _fill(size, b"\x1b[B"),
        "kitty keys": _fill(size, b"\x1b[106;1;106u"),
        "clicks": _fill(size, b"\x1b[<0;10;10M\x1b[<0;10;10m"),
        "mouse wheel": _fill(size, b"\x1b[<65;10;10M"),
        "lone ESC": b"\x1b" * size,
        "random letters": bytes(chance.choices(_BYTES[0x20:0x7C], k=size)),
        "random bytes": bytes(chance.choices(_BYTES, k=size)),
    }


def _fill(size: int, run: bytes) -> bytes:
    return run * (size // len(run) or 1)


class JunkTerminal(Terminal):
    """A terminal that sends junk, and tells what that costs."""

    peak = 0.0
    """The most memory in MiB that the program was seen to have."""

    def pour(self, data: bytes) -> None:
        """Send bytes as fast as the program reads them, and read meanwhile what it writes."""
        os.set_blocking(self._fd, False)
        end = time.monotonic() + PATIENCE
        while data:
            assert time.monotonic() < end, f"{len(data)} bytes are not read"
            readable, writable, _ = select.select([self._fd], [self._fd], [], 1.0)
            assert not readable or self._pump(), f"the program ended:\n{self.text}"
            if writable:
                data = data[os.write(self._fd, data[:4096]) :]
        self._note_memory()

    def press_until_exit(self, *pressed: str, pause: float = 0.5) -> list[str]:
        """Press some keys in turn until the program has ended; return those that were pressed."""
        end = time.monotonic() + PATIENCE
        used: list[str] = []
        for key in cycle(pressed):
            assert time.monotonic() < end, f"it does not quit:\n{self.text}"
            self.press(key)
            used.append(key)
            if self._ends_within(pause):
                self.wait_for_exit()
                break
        return used

    def _ends_within(self, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._fd], [], [], left)[0] and not self._pump():
                return True
            self._note_memory()
        return False

    @property
    def mebibytes(self) -> float:
        """The memory that the program has now."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    def _note_memory(self) -> None:
        status = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        # There is no such line any more once the program has ended.
        for line in status:
            if line.startswith("VmHWM"):
                self.peak = int(line.split()[1]) / 1024
