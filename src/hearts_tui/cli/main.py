"""The command ``hearts``."""

import gc
import os
import sys

import click

from hearts_tui import __version__
from hearts_tui.cli.assets import content_folder
from hearts_tui.domain.address import Section

_CANNOT_START = 2


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--screen",
    type=click.Choice([section.value for section in Section]),
    default=Section.NEWS.value,
    help="The screen to open first.",
)
@click.version_option(__version__, prog_name="hearts")
def hearts(screen: str) -> None:
    """Read the news, meet the cast, hear of the songs, count the days and vote on theories.

    A fan's offline companion to Purple Hearts. A fan work, not official.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SystemExit(_refused("no terminal here; over SSH, ask for one with ssh -t."))
    # Collecting garbage while everything is being made finds none and takes a fifth of the start;
    # the app turns it on again once its first screen stands.
    gc.disable()
    from hearts_tui.cli.compose import build_app

    try:
        app = build_app(os.environ, content_folder(), Section(screen))
    except ValueError as error:
        raise SystemExit(_refused(str(error))) from error
    try:
        app.run()
    finally:
        app.desk.keepers.queue.shutdown(wait=True)
    raise SystemExit(app.return_code)


def main() -> None:
    """Run the command; a wrong option is one line on standard error and exit code 2."""
    try:
        hearts.main(standalone_mode=False)
    except click.UsageError as error:
        raise SystemExit(_refused(error.format_message())) from error
    except click.Abort as error:
        raise SystemExit(_CANNOT_START) from error


def _refused(reason: str) -> int:
    click.echo(f"hearts: {reason}", err=True)
    return _CANNOT_START
