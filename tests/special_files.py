"""What may stand where hearts expects a file of its own."""

import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path


def _link_to(device: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(device)


def _socket(path: Path) -> None:
    """Make a socket; its name is bound from inside its folder, as it may not be long."""
    before = os.open(".", os.O_RDONLY)
    try:
        os.chdir(path.parent)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.fchdir(before)
        os.close(before)


def _sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 40)


MAKE: Mapping[str, Callable[[Path], None]] = {
    "named pipe": os.mkfifo,
    "terminal": _link_to("/dev/tty"),
    "endless device": _link_to("/dev/zero"),
    "folder": Path.mkdir,
    "socket": _socket,
    "sparse terabyte": _sparse,
}
"""Makes each of them at a path."""
