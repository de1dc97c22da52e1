"""How soon filter, palette and links show what they found among 5 000 items, in a terminal."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

ITEMS = 5_000
FIRST, QUIET = 0.5, 0.15
# Seconds: without anything by then, nothing follows; and after that much, all has followed. What
# a long list adds below the window later is no part of it.
WORDS = ["wedding", "netflix", "carson", "2025", "deploy", "songs", "austin", "ranked", "luke"]
TITLES = ["luke morrow", "wedding film", "come back home", "purple hearts on netflix"]
BACK, FORWARD = "\x7f", "]"


def enlarge(folder: Path) -> None:
    """Fill a copy of the content with news, made of the bundled ones, up to 5 000 items."""
    from hearts_tui.content.pack import Pack
    from hearts_tui.domain.library import by_address

    file = folder / "news.toml"
    head, *news = file.read_text().split("[[news]]")
    missing = ITEMS - len(by_address(Pack(folder)))
    copies = []
    for number in range(missing):
        text = news[number % len(news)].partition("\n[[news.")[0].partition("\n[news.")[0] + "\n"
        text = re.sub(r'\nid = "([^"]+)"', rf'\nid = "\1-{number}"', text, count=1)
        # Thousands of mentions of one person would measure how fast a list of them is drawn.
        text = re.sub(r"\nrelated = \[[^\]]*\]", "", text)
        copies.append(re.sub(r'\ntitle = "(.*)"\n', rf'\ntitle = "\1, {number}"\n', text, count=1))
    file.write_text("[[news]]".join([head, *news, *copies]))
    filled = Pack(folder)
    if (count := len(by_address(filled))) != ITEMS:
        raise SystemExit(f"{count} items instead of {ITEMS}: {filled.faults}")


def run(folder: str) -> None:
    """Run hearts on another content, as the command does otherwise."""
    from hearts_tui.terminal.capabilities import configure_textual, detect

    configure_textual(os.environ, detect(os.environ))
    from hearts_tui.cli.compose import build_app

    build_app(os.environ, Path(folder)).run()


@contextmanager
def hearts(folder: Path) -> Iterator[int]:
    """Run hearts on a content in a pseudo-terminal of 80x24, and yield its file descriptor."""
    environ = {**os.environ, "HEARTS_CONFIG_DIR": str(folder / "config")}
    environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    pid, fd = pty.fork()
    if pid == 0:
        argv = [sys.executable, __file__, str(folder / "content")]
        os.execve(argv[0], argv, environ)
    try:
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        select.select([fd], [], [], 30)
        read(fd, 3.0, 1.0)
        yield fd
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(fd)


def read(fd: int, first: float = FIRST, quiet: float = QUIET) -> float:
    """Read until it is quiet for some seconds, and return when the last of it came."""
    last, patience = time.perf_counter(), first
    while select.select([fd], [], [], patience)[0]:
        os.read(fd, 1 << 16)
        last, patience = time.perf_counter(), quiet
    return last


def press(fd: int, keys: str) -> float:
    """Type, and return the milliseconds until the last of what follows has come."""
    began = time.perf_counter()
    os.write(fd, keys.encode())
    return 1000 * max(0.0, read(fd) - began)


def filtering(fd: int) -> list[float]:
    """Return the milliseconds of each key typed into the filter."""
    times = []
    for word in WORDS:
        press(fd, "/")
        times += [press(fd, letter) for letter in word]
        press(fd, "\x1b")
    return times


def palette(fd: int) -> list[float]:
    """Return the milliseconds of each key typed into the palette."""
    times = []
    for word in WORDS:
        press(fd, "\x10")
        times += [press(fd, letter) for letter in word]
        press(fd, "\x1b")
    return times


def opening(fd: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds of opening items of all screens: at first, and then again."""
    first = []
    for words in TITLES:
        press(fd, "\x10")
        for letter in words:
            press(fd, letter)
        first.append(press(fd, "\r"))
    back = [press(fd, key) for _ in range(6) for key in BACK * 4 + FORWARD * 4]
    return first, back


def told(what: str, times: list[float], most: float) -> str:
    """Return a line with the median, the 95th percentile and what it may be."""
    high = quantiles(times, n=20)[-1]
    return f"{what:28} {median(times):7.1f} {high:7.1f}   ms (95th percentile at most {most:.0f})"


def main() -> None:
    """Print all figures."""
    from hearts_tui.cli.assets import content_folder

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(content_folder(), folder / "content")
        enlarge(folder / "content")
        print(f"{ITEMS} items{'':18} {'median':>10} {'95 %':>7}")
        with hearts(folder) as fd:
            print(told("a key in the filter", filtering(fd), 50))
            print(told("a key in the palette", palette(fd), 100))
            first, again = opening(fd)
        print(told("opening an address", again, 60))
        print(f"{'the first on a screen':28} {median(first):7.1f} {max(first):7.1f}   ms (at most)")


if __name__ == "__main__":
    run(sys.argv[1]) if sys.argv[1:] else main()
