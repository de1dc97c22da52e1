"""The options of the command ``hearts``."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from hearts_tui import __version__
from hearts_tui.cli.commands import LazyGroup
from hearts_tui.cli.guarded import guarded
from hearts_tui.cli.kiosk import Kiosk, restart_scrubbed
from hearts_tui.cli.launch import run
from hearts_tui.cli.names import COMMAND_NAME, COMPLETE_VARIABLE
from hearts_tui.cli.remote_command import end_after, remote_arguments
from hearts_tui.cli.stderr import CANNOT_START, fail, tell
from hearts_tui.domain.address import Section

IDLE_MINUTES = 10.0
MOST_VOTERS = 10_000

_EXAMPLES = """\
\b
Examples:
    hearts today
    hearts news status:rumor topic:music
    hearts vote t01 wedding --confidence 80 --note "cake first"
    hearts mark rate tracks/come-back-home 5
    hearts countdown --short
    hearts calendar hearts.ics
"""


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_EXAMPLES,
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
    "--voter", metavar="FINGERPRINT", help="With --kiosk: one voter of many, by their SSH key."
)
@click.option(
    "--most-voters",
    type=click.IntRange(min=1),
    default=MOST_VOTERS,
    show_default=True,
    help="With --voter: how many an account takes.",
)
@click.option(
    "--log",
    type=click.Path(path_type=Path),
    help="With --voter: the file that gets a line a session, instead of the system's log.",
)
@click.option(
    "--idle-minutes",
    type=click.FloatRange(min=0, min_open=True),
    default=IDLE_MINUTES,
    show_default=True,
    help="How long a kiosk waits for a key before it ends.",
)
@click.option(
    "--linear/--no-linear",
    default=None,
    help="Lines to read from top to bottom, for screen readers and pipes, without a full screen.",
)
@click.version_option(__version__, prog_name="hearts")
@click.pass_context
def hearts(ctx: click.Context, /, screen: str | None, **options: Any) -> int:
    """Read the news, meet the cast, browse the songs, count the days and vote on theories.

    A fan's offline companion to Purple Hearts. A fan work, not official.
    """
    if ctx.invoked_subcommand:
        return 0
    start = partial(run, Section(screen) if screen else None, linear=options.pop("linear"))
    if options["kiosk"]:
        return _kiosk(start, **options)
    for name in ("guest", "voter", "log"):
        if options[name]:
            raise click.UsageError(f"--{name} goes with --kiosk.")
    return start()


def _kiosk(
    start: Callable[[Kiosk], int],
    *,
    guest: bool,
    voter: str | None,
    most_voters: int,
    log: Path | None,
    idle_minutes: float,
    **_: bool,
) -> int:
    if guest and voter is not None:
        raise click.UsageError("--guest and --voter don't go together.")
    restart_scrubbed()
    arguments = remote_arguments(os.environ)
    open_kiosk = partial(_run_remote, arguments) if arguments else start
    if guest:
        return _guest(partial(open_kiosk, Kiosk(idle_minutes)))
    if voter is None:
        return open_kiosk(Kiosk(idle_minutes))
    return _voter(open_kiosk, voter, idle_minutes, most_voters, log)


def _run_remote(arguments: Sequence[str], kiosk: Kiosk) -> int:
    """Run a command that a kiosk allows, as who has logged in."""
    from hearts_tui.cli.workspace import Workspace

    end_after(kiosk.idle_minutes)
    work = Workspace(voter=kiosk.voter)
    code = hearts.main([*arguments], COMMAND_NAME, obj=work, standalone_mode=False)
    return int(code or 0)


def _guest(run_kiosk: Callable[[], int]) -> int:
    from hearts_tui.cli.guest import describe_failure, run_as_guest

    try:
        return run_as_guest(run_kiosk)
    except OSError as error:
        return fail(describe_failure(error))


def _voter(
    run_kiosk: Callable[[Kiosk], int],
    fingerprint: str,
    idle_minutes: float,
    most_voters: int,
    log: Path | None,
) -> int:
    from hearts_tui.cli.voter import VoterSession, run_as_voter
    from hearts_tui.domain.storage import StorageError
    from hearts_tui.store.signing import voter_of_fingerprint

    try:
        voter = voter_of_fingerprint(fingerprint)
    except ValueError as error:
        raise click.UsageError(f"--voter: {error}") from error
    open_session = partial(VoterSession, voter, most_voters, log)
    try:
        return run_as_voter(open_session, partial(run_kiosk, Kiosk(idle_minutes, voter)))
    except (StorageError, OSError) as error:
        return fail(str(error))


def parse_and_run() -> int:
    """Parse the command line, do what it says and return the exit code."""
    return guarded(_parse_and_run)


def _parse_and_run() -> int:
    try:
        code = hearts.main(
            prog_name=COMMAND_NAME, complete_var=COMPLETE_VARIABLE, standalone_mode=False
        )
        return int(code or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        tell(error.format_message())
        return error.exit_code
    except click.Abort:
        return CANNOT_START
