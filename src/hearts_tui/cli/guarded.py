"""Run a command so that whatever goes wrong is told in a sentence."""

from collections.abc import Callable

from hearts_tui.cli.stderr import CRASHED, describe_crash, tell


def guarded(run: Callable[[], int]) -> int:
    """Call a function that returns an exit code; one that fails is told of in a line."""
    try:
        return run()
    except Exception as error:  # noqa: BLE001 - whatever it was, it is told in one sentence
        # An error of a file names it; standard output has no name.
        if isinstance(error, OSError) and error.filename is None:
            from hearts_tui.cli.stdout import report_failed_write

            return report_failed_write(error)
        from hearts_tui.terminal.crash_report import format_crash

        tell(describe_crash(format_crash(error)))
        return CRASHED
