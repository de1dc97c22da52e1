"""Write bytes to standard output, past Python's own buffer."""

import errno
import os
import sys

from hearts_tui.cli.stderr import tell

INCOMPLETE = 1
"""The exit code where not everything could be read or written."""

_CLOSED_PIPE = 141
"""The exit code of a program that writes into a pipe that nobody reads any more: 128 + SIGPIPE."""

STDOUT = 1
"""The file descriptor of standard output."""


def write_bytes(data: bytes) -> int:
    """Write all of some bytes to standard output and return the exit code.

    Past Python's own buffer, which would fail once more when the interpreter ends.
    """
    if sys.stdout is None:
        # Its number may be that of a file that was opened since.
        tell("standard output is closed.")
        return INCOMPLETE
    left = memoryview(data)
    try:
        while left:
            left = left[_write_some(left) :]
    except OSError as error:
        return report_failed_write(error)
    return 0


def report_failed_write(error: OSError) -> int:
    """Tell that standard output can't be written, if anybody wants to know; return the exit code.

    What Python has in its buffer goes nowhere, so that its end has nothing to complain about.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, STDOUT)
    if isinstance(error, BrokenPipeError):
        return _CLOSED_PIPE
    tell(f"standard output takes no more ({error.strerror}).")
    return INCOMPLETE


def _write_some(data: memoryview) -> int:
    try:
        return os.write(STDOUT, data)
    except BlockingIOError as error:
        # Somebody else made it non-blocking.
        if error.errno != errno.EAGAIN:
            raise
        import select

        select.select([], [STDOUT], [])
        return 0
