"""Tell on standard error what went wrong; the exit codes that go with it."""

import sys

from hearts_tui.cli.names import APP_NAME, CRASH_LOG

CANNOT_START = 2
"""The exit code where hearts can't even begin."""

CRASHED = 1
"""The exit code after something went wrong that nobody foresaw."""


def fail(reason: str) -> int:
    """Report in one line why hearts doesn't start, and return the exit code for it."""
    tell(reason)
    return CANNOT_START


def tell(message: str) -> None:
    """Write a message to standard error, whatever names and values from outside it quotes."""
    from hearts_tui.unsafe_characters import printable

    if sys.stderr:
        sys.stderr.write(f"hearts: {printable(message)}\n")


def describe_crash(crash: str) -> str:
    """Write the report of a crash to the log, and return a sentence that says where it is."""
    from platformdirs import user_log_path

    from hearts_tui.terminal.crash_report import write_report

    return write_report(crash, user_log_path(APP_NAME, appauthor=False) / CRASH_LOG)
