"""The options of the command ``hearts``."""

import click

from hearts_tui import __version__
from hearts_tui.cli.main import CANNOT_START, refused, run
from hearts_tui.domain.address import Section


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--screen",
    type=click.Choice([section.value for section in Section]),
    default=Section.NEWS.value,
    help="The screen to open first.",
)
@click.version_option(__version__, prog_name="hearts")
def hearts(screen: str) -> int:
    """Read the news, meet the cast, hear of the songs, count the days and vote on theories.

    A fan's offline companion to Purple Hearts. A fan work, not official.
    """
    return run(Section(screen))


def parse_and_run() -> int:
    """Parse the command line, do what it says and return the exit code."""
    try:
        return int(hearts.main(standalone_mode=False) or 0)
    except click.UsageError as error:
        return refused(error.format_message())
    except click.Abort:
        return CANNOT_START
