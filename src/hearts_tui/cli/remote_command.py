"""The command that an SSH client asks a kiosk for, which no shell gets to see."""

import math
import shlex
import signal
from collections.abc import Mapping, Sequence

import click

from hearts_tui.domain.excerpt import excerpt

VARIABLE = "SSH_ORIGINAL_COMMAND"
"""Where sshd puts what the client asked for, when it runs a forced command instead."""

ALLOWED = (
    *("news", "cast", "tracks", "countdown", "theories", "film", "ballot", "show", "search"),
    *("today", "how-we-know", "vote", "unvote", "verdict", "mark"),
)
"""The commands that a kiosk runs: those that print, and those that write the user's own files."""

_APP = "hearts"
_ENDLESS = "--until-zero"


def remote_arguments(environ: Mapping[str, str]) -> Sequence[str]:
    """Return the arguments of the command that was asked for; none where it is the app.

    Raises:
        click.UsageError: it is none that a kiosk runs.

    """
    line = environ.get(VARIABLE, "")
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise click.UsageError(f"That can't be read as a command ({error}).") from error
    arguments = words[1:] if words[:1] == [_APP] else words
    if arguments and arguments[0] not in ALLOWED:
        raise click.UsageError(
            f"{excerpt(arguments[0])} isn't a command here. There's {', '.join(ALLOWED)}."
        )
    if _ENDLESS in arguments:
        raise click.UsageError(f"{_ENDLESS} would keep the line busy; it's not for a kiosk.")
    return arguments


def end_after(minutes: float) -> None:
    """End the process after some minutes, even where nobody takes what it prints."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(max(1, math.ceil(minutes * 60)))
