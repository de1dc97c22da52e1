"""What a megabyte of each kind of junk costs that a terminal may send.

For each kind: the seconds until hearts has read all of it; the MiB of memory that it takes for
that; and the seconds from then until hearts has quit, with the keys that it took. Those are pressed
in turn with half a second between: q can be a letter in a line that the junk opened, or belong to
a pasted text that never ends.

python benchmarks/junk.py [--remote | --plain] [--kind KIND] [--size BYTES]
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.end_to_end.junk import PLAIN, REMOTE, JunkTerminal, keys, noise
from tests.end_to_end.terminal import HEARTS, environ_for

MEGABYTE = 1_000_000
_NAMES = {"\x1b": "Esc"}


def measure(junk: bytes, more: Mapping[str, str]) -> str:
    """Send hearts some junk and quit it; return the figures as a line.

    Raises:
        AssertionError: it hung, or it crashed.

    """
    with (
        tempfile.TemporaryDirectory() as folder,
        JunkTerminal([HEARTS], environ_for(Path(folder), **more)) as terminal,
    ):
        terminal.wait_for("q quit")
        terminal.wait_until_idle()
        before = terminal.mebibytes
        began = time.monotonic()
        terminal.pour(junk)
        sent = time.monotonic()
        used = terminal.press_until_exit("q", "\x1b")
        ended = time.monotonic()
        growth = terminal.peak - before
        assert terminal.exit_code == 0, f"exit code {terminal.exit_code}"
    names = " ".join(_NAMES.get(key, key) for key in used)
    return f"{sent - began:8.2f} {growth:6.1f} {ended - sent:8.2f}  {names}"


def main() -> int:
    """Print a line for each kind of junk."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--remote", action="store_true", help="with the settings of SSH")
    parser.add_argument("--plain", action="store_true", help="with HEARTS_WIRE=plain")
    parser.add_argument("--kind", help="one kind alone")
    parser.add_argument("--size", type=int, default=MEGABYTE)
    options = parser.parse_args()
    more = {**(REMOTE if options.remote else {}), **(PLAIN if options.plain else {})}
    junk = noise(options.size) | keys(options.size)
    chosen = {options.kind: junk[options.kind]} if options.kind else junk
    failed = 0
    print(f"{'junk':18} {'seconds':>8} {'MiB':>6} {'to quit':>8}  keys")
    for name, data in chosen.items():
        try:
            print(f"{name:18} {measure(data, more)}", flush=True)
        except AssertionError as error:
            failed += 1
            print(f"{name:18} {str(error).splitlines()[0]}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
