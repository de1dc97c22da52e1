"""The options of the command ``hearts``."""

from collections.abc import Callable
from functools import partial

import click

from hearts_tui import __version__
from hearts_tui.cli.commands import LazyGroup
from hearts_tui.cli.kiosk import restart_scrubbed
from hearts_tui.cli.main import (
    CANNOT_START,
    COMMAND_NAME,
    COMPLETE_VARIABLE,
    CRASHED,
    describe_crash,
    fail,
    run,
    tell,
)
from hearts_tui.cli.output import report_failed_write
from hearts_tui.domain.address import Section

IDLE_MINUTES = 10.0


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--screen",
    type=click.Choice([section.value for section in Section]),
    help="The screen to open first, whatever your settings say.",
)
@click.option("--kiosk", is_flag=True, help="Kiosk mode for a restricted login account.")
@click.option(
    "--guest", is_flag=True, help="With --kiosk: start with nothing, and leave nothing at the end."
)
@click.option(
    "--idle-minutes",
    type=click.FloatRange(min=0, min_open=True),
    default=IDLE_MINUTES,
    show_default=True,
    help="How long a kiosk waits for a key before it ends.",
)
@click.version_option(__version__, prog_name="hearts")
@click.pass_context
def hearts(
    ctx: click.Context, screen: str | None, *, kiosk: bool, guest: bool, idle_minutes: float
) -> int:
    """Read the news, meet the cast, browse the songs, count the days and vote on theories.

    A fan's offline companion to Purple Hearts. A fan work, not official.
    """
    if ctx.invoked_subcommand:
        return 0
    section = Section(screen) if screen else None
    if guest and not kiosk:
        raise click.UsageError("--guest goes with --kiosk.")
    if not kiosk:
        return run(section)
    restart_scrubbed()
    run_kiosk = partial(run, section, idle_minutes)
    return _guest(run_kiosk) if guest else run_kiosk()


def _guest(run_kiosk: Callable[[], int]) -> int:
    from hearts_tui.cli.guest import describe_failure, run_as_guest

    try:
        return run_as_guest(run_kiosk)
    except OSError as error:
        return fail(describe_failure(error))


def parse_and_run() -> int:
    """Parse the command line, do what it says and return the exit code."""
    try:
        code = hearts.main(
            prog_name=COMMAND_NAME, complete_var=COMPLETE_VARIABLE, standalone_mode=False
        )
        return int(code or 0)
    except click.ClickException as error:
        tell(error.format_message())
        return error.exit_code
    except click.Abort:
        return CANNOT_START
    except OSError as error:
        return report_failed_write(error)
    except Exception as error:  # noqa: BLE001 - whatever it was, it is told in one sentence
        return _report_crash(error)


def _report_crash(error: Exception) -> int:
    from hearts_tui.terminal.crash_report import format_crash

    tell(describe_crash(format_crash(error)))
    return CRASHED
