"""Commands that shells run again and again, without waiting for a parser of options."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress


def version() -> int:
    """Print the version as the parser of options does."""
    from hearts_tui import __version__
    from hearts_tui.cli.stdout import write_bytes

    return write_bytes(f"hearts, version {__version__}\n".encode())


def short_countdown() -> int:
    """Print the countdown in a line, as ``hearts countdown --short`` does."""
    from hearts_tui.cli.put_off import put_off

    # Dataclasses import it for classes without a docstring, of which there are none; a tenth of
    # all the time goes there.
    put_off("inspect")
    from hearts_tui.cli.assets import content_folder
    from hearts_tui.cli.clock import SystemZone
    from hearts_tui.cli.countdown_line import print_line
    from hearts_tui.cli.output import Form, Output
    from hearts_tui.cli.session import open_session
    from hearts_tui.cli.stderr import fail

    try:
        session = open_session(os.environ, content_folder(), SystemZone)
    except ValueError as error:
        return fail(str(error))
    return print_line(session, Output.standard(Form.AUTO, os.environ), None, short=True)


_ANSWERS: Mapping[tuple[str, ...], Callable[[], int]] = {
    ("--version",): version,
    ("countdown", "--short"): short_countdown,
}


def quick_answer(arguments: Sequence[str]) -> Callable[[], int] | None:
    """Return what answers without a parser, if the arguments are exactly those of such a command.

    What it returns is the exit code.
    """
    return _ANSWERS.get(tuple(arguments))


def leave_after_command(end: SystemExit) -> None:
    """End the process at once after a command, which has left nothing to do; else return.

    The interpreter takes itself apart before it ends by itself, which takes a prompt's time.
    """
    if len(sys.argv) == 1 or sys.argv[1].startswith("-") or not isinstance(end.code, int):
        return
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(end.code)
