"""The command ``hearts``."""

import gc
import os
import sys

from hearts_tui.cli.names import COMPLETE_VARIABLE


def main() -> None:
    """Run the command; what can't be done is one line on standard error and exit code 2."""
    if len(sys.argv) == 1 and COMPLETE_VARIABLE not in os.environ:
        # Nothing to parse: the plain command does not wait for the parser to be imported.
        from hearts_tui.cli.launch import run

        raise SystemExit(run())
    from hearts_tui.cli.quick import quick_answer

    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        # There's hardly any garbage before a command has printed.
        gc.disable()
    if (answer := quick_answer(sys.argv[1:])) and COMPLETE_VARIABLE not in os.environ:
        from hearts_tui.cli.guarded import guarded

        raise SystemExit(guarded(answer))
    from hearts_tui.cli.options import parse_and_run

    raise SystemExit(parse_and_run())
