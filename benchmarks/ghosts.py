"""How hearts ends when its terminal or a signal ends it: exit code, seconds, processor time.

Each event meets a fresh process in a pseudo-terminal of 80x24, some times over; the slowest counts.
"""

import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.end_to_end.terminal import HEARTS, End, Terminal, environ_for

RUNS = 5
AT_ONCE, STALLED = 0.5, 2.5
NOHUP = ["/bin/sh", "-c", "trap '' HUP; exec \"$0\"", HEARTS]

Event = Callable[[Terminal], None]


def sending(number: signal.Signals, *, stalled: bool = False) -> Event:
    """Return an event: a signal, to a terminal that takes nothing more if ``stalled``."""

    def event(terminal: Terminal) -> None:
        if stalled:
            terminal.stall()
        terminal.send(number)

    return event


def stalled_and_gone(terminal: Terminal) -> None:
    """Take the terminal away after it has stalled."""
    terminal.stall()
    terminal.hang_up()


EVENTS: list[tuple[str, list[str], Event, int, float]] = [
    ("SIGHUP", [HEARTS], sending(signal.SIGHUP), 129, AT_ONCE),
    ("SIGTERM", [HEARTS], sending(signal.SIGTERM), 143, AT_ONCE),
    ("SIGINT", [HEARTS], sending(signal.SIGINT), 130, AT_ONCE),
    ("terminal gone", [HEARTS], Terminal.hang_up, 129, AT_ONCE),
    ("terminal gone, SIGHUP ignored", NOHUP, Terminal.hang_up, 129, AT_ONCE),
    ("stalled, SIGHUP", [HEARTS], sending(signal.SIGHUP, stalled=True), 129, STALLED),
    ("stalled, SIGTERM", [HEARTS], sending(signal.SIGTERM, stalled=True), 143, STALLED),
    ("stalled and gone, SIGHUP ignored", NOHUP, stalled_and_gone, 129, STALLED),
]


def main() -> None:
    """Print a line an event, with what it may take at most."""
    print(f"{'event':34} {'code':>4} {'seconds':>8} {'at most':>8} {'processor':>10}")
    for name, command, event, code, most in EVENTS:
        ends = [_end(command, event) for _ in range(RUNS)]
        slowest = max(end.seconds for end in ends)
        spent = max(end.processor for end in ends)
        codes = {end.code for end in ends}
        verdict = "" if codes == {code} and slowest <= most else f"  MISSED, {code} is wanted"
        shown = "/".join(map(str, sorted(codes)))
        print(f"{name:34} {shown:>4} {slowest:8.3f} {most:8.1f} {spent:10.2f}{verdict}")


def _end(command: list[str], event: Event) -> End:
    with (
        tempfile.TemporaryDirectory() as folder,
        Terminal(command, environ_for(Path(folder) / "config")) as terminal,
    ):
        terminal.wait_for("So, is the sequel")
        terminal.read_for(0.5)
        event(terminal)
        return terminal.wait_for_end()


if __name__ == "__main__":
    main()
