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
from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Section
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.linear.console import Console, IdleError
from hearts_tui.linear.everywhere import Everywhere
from hearts_tui.linear.line_reader import LineReader
from hearts_tui.linear.offer import settle_ballot
from hearts_tui.linear.session import Session
from hearts_tui.linear.state import State
from hearts_tui.unsafe_characters import printable

if TYPE_CHECKING:
    from hearts_tui.cli.kiosk import Kiosk

_STDIN = 0
_INTERRUPTED = 130
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
    _take_signals(is_kiosk=kiosk is not None)
    console = _console(kiosk.idle_minutes if kiosk is not None else None)
    try:
        return _run(state, console, section, turned_on_by)
    except _NotWrittenError as error:
        return error.code
    finally:
        # What is being saved is saved, whatever else is pressed.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        opened.stores.queue.shutdown(wait=True)


def _run(state: State, console: Console, section: Section | None, turned_on_by: str) -> int:
    session = Session(state, console)
    everywhere = Everywhere(session)
    try:
        session.say("linear", f"Linear mode is on: {turned_on_by}. 'help' says how it works.")
        settle_ballot(session)
        session.mark_visit()
        session.run(everywhere.list_of(section) if section else everywhere.home)
    except IdleError:
        console.end_line()
        session.say("quit", "Nobody typed anything for a while, so hearts closed. All is saved.")
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        console.end_line(is_interrupted=True)
        session.say("quit", "Everything is saved.")
        return _INTERRUPTED
    return 0


def _console(idle_minutes: float | None) -> Console:
    encoding = sys.stdin.encoding if sys.stdin is not None else "utf-8"
    seconds = idle_minutes * 60 if idle_minutes is not None else None
    is_typed = os.isatty(_STDIN) and sys.stdout is not None and sys.stdout.isatty()
    return Console(LineReader(_STDIN, encoding, seconds), _write, _columns, echoes=is_typed)


def _write(text: str) -> None:
    code = _output().write_text(printable(text))
    if code:
        raise _NotWrittenError(code)


def _columns() -> int | None:
    return _output().width


def _output() -> Output:
    """Look at standard output anew: a window changes its size."""
    return Output.standard(Form.PLAIN, os.environ)


def _take_signals(*, is_kiosk: bool) -> None:
    """Let an interrupt end the session in its own way, and nobody leave a kiosk behind."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    if is_kiosk:
        for number in _JOB_CONTROL:
            signal.signal(number, signal.SIG_IGN)


def _interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt
