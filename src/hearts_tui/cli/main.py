"""The command ``hearts``."""

import gc
import os
import sys

from hearts_tui.domain.address import Section

CANNOT_START = 2
"""The exit code where hearts can't even begin."""


def main() -> None:
    """Run the command; what can't be done is one line on standard error and exit code 2."""
    if len(sys.argv) == 1:
        # Nothing to parse: the plain command does not wait for the parser to be imported.
        raise SystemExit(run(Section.NEWS))
    from hearts_tui.cli.options import parse_and_run

    raise SystemExit(parse_and_run())


def run(section: Section) -> int:
    """Open the app at a section and return the exit code."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return refused("no terminal here; over SSH, ask for one with ssh -t.")
    # Collecting garbage while everything is being made finds none and takes a fifth of the start;
    # the app turns it on again once its first screen stands.
    gc.disable()
    # Textual writes from a thread of its own, which should not wait for the one that draws.
    sys.setswitchinterval(0.0005)
    from hearts_tui.cli.assets import content_folder
    from hearts_tui.cli.compose import build_app

    try:
        app = build_app(os.environ, content_folder(), section)
    except ValueError as error:
        return refused(str(error))
    try:
        app.run()
    finally:
        app.desk.keepers.queue.shutdown(wait=True)
    return app.return_code or 0


def refused(reason: str) -> int:
    """Say in one line why hearts does not start, and return the exit code for it."""
    sys.stderr.write(f"hearts: {reason}\n")
    return CANNOT_START
