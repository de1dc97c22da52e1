"""Linear mode: put together what it needs, and run it from its first line to its last."""

import os
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

from hearts_tui.cli.assets import content_folder
from hearts_tui.cli.clock import clock_from, zone_called
from hearts_tui.cli.compose import open_stores
from hearts_tui.cli.output import Form, Output
from hearts_tui.cli.stderr import CRASHED, describe_crash, tell
from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Section
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.linear.ballot_offer import settle_ballot
from hearts_tui.linear.console import Console, IdleError
from hearts_tui.linear.everywhere import Everywhere
from hearts_tui.linear.line_reader import LineReader
from hearts_tui.linear.session import Session
from hearts_tui.linear.state import State
from hearts_tui.terminal.capabilities import is_dumb
from hearts_tui.unsafe_characters import printable

if TYPE_CHECKING:
    from hearts_tui.cli.kiosk import Kiosk

_STDIN = 0
_INTERRUPTED = 130
_ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_JOB_CONTROL = (signal.SIGTSTP, signal.SIGQUIT)


class _NotWrittenError(Exception):
    """Standard output takes no more, which was told; ``code`` is the exit code."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


def run_linear(section: Section | None, kiosk: "Kiosk | None", turned_on_by: str) -> int:
    """Run linear mode and return the exit code.

    ``turned_on_by`` says what turned it on.

    Raises:
        ValueError: the environment holds a value that can't be used; the message says which.

    """
    library, clock = Pack(content_folder()), clock_from(os.environ)
    opened = open_stores(os.environ, library, kiosk.voter if kiosk is not None else "")
    settings = opened.settings
    state = State(
        library=library,
        stores=opened.stores,
        clock=clock,
        find_zone=zone_called,
        settings=settings,
        marks=opened.marks,
        spoilers=SpoilerFilter(settings.seen_film, settings.sequel_rumors),
        warnings=[*opened.warnings],
    )
    try:
        return _run(state, section, kiosk, turned_on_by)
    except _NotWrittenError as error:
        return error.code
    except Exception as error:  # noqa: BLE001 - whatever it was, it is told in one sentence
        return _report_crash(error)
    finally:
        # What is being saved is saved, whatever else is pressed.
        _ignore_ends()
        opened.stores.queue.shutdown(wait=True)


def _run(state: State, section: Section | None, kiosk: "Kiosk | None", turned_on_by: str) -> int:
    console = _console(kiosk.idle_minutes if kiosk is not None else None)
    session = Session(state, console)
    everywhere = Everywhere(session)

    def prepare() -> None:
        session.say("linear", f"Linear mode is on: {turned_on_by}. 'help' says how it works.")
        settle_ballot(session)
        session.mark_visit()

    try:
        _take_signals(is_kiosk=kiosk is not None)
        session.run(everywhere.list_of(section) if section else everywhere.home, prepare)
    except IdleError:
        console.end_line()
        idle = "Nobody typed anything for a while, so hearts closed."
        session.say("quit", f"{idle} Everything is saved.")
    except KeyboardInterrupt:
        _ignore_ends()
        console.end_line(is_interrupted=True)
        session.say("quit", "Everything is saved.")
        return _INTERRUPTED
    return 0


def _report_crash(error: Exception) -> int:
    from hearts_tui.terminal.crash_report import format_crash

    tell(describe_crash(format_crash(error)))
    return CRASHED


def _console(idle_minutes: float | None) -> Console:
    encoding = sys.stdin.encoding if sys.stdin is not None else "utf-8"
    seconds = idle_minutes * 60 if idle_minutes is not None else None
    # A file of ours may have got its number, where it was closed.
    source = _STDIN if sys.stdin is not None else os.open(os.devnull, os.O_RDONLY)
    is_typed = os.isatty(source) and sys.stdout is not None and sys.stdout.isatty()
    rows = _rows if is_typed and not is_dumb(os.environ) else lambda: None
    return Console(LineReader(source, encoding, seconds), _write, _columns, rows, echoes=is_typed)


def _write(text: str) -> None:
    code = _output().write_text(printable(text))
    if code:
        raise _NotWrittenError(code)


def _columns() -> int | None:
    return _output().width


def _rows() -> int | None:
    """Return how high the window is; None where the terminal doesn't say."""
    try:
        return os.get_terminal_size(_STDIN).lines or None
    except OSError:
        return None


def _output() -> Output:
    """Look at standard output anew: a window changes its size."""
    return Output.standard(Form.PLAIN, os.environ)


def _take_signals(*, is_kiosk: bool) -> None:
    """Let an interrupt end the session in its own way, and nobody leave a kiosk behind."""
    for number in _ENDS:
        signal.signal(number, _interrupt)
    if is_kiosk:
        for number in _JOB_CONTROL:
            signal.signal(number, signal.SIG_IGN)


def _ignore_ends() -> None:
    """Go on with what ends the session, whatever else comes.

    Python complains of a signal that came before and is to be ignored now, but not of a handler.
    """
    for number in _ENDS:
        signal.signal(number, _pass)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """End the session; what else is to end it may have come together with this."""
    del number, frame
    _ignore_ends()
    raise KeyboardInterrupt


def _pass(number: int, frame: FrameType | None) -> None:
    del number, frame
