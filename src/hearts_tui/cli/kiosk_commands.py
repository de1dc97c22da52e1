"""The commands for whoever runs a kiosk: a host where SSH keys come to vote."""

import os
from pathlib import Path

import click

from hearts_tui.cli.authorized_keys import BadKeyError, authorized_line, is_listed, require_key
from hearts_tui.cli.failures import NotDoneError
from hearts_tui.cli.output import Form, Output

_KEY = (
    "AAAAC3NzaC1lZDI1NTE5AAAAIHB1cnBsZSBoZWFydHMgcHVycGxlIGhlYXJ0cyBwdXJw "
    "SHA256:5YNOEpzaCeE4KaDlvljIf0+bmQXuekrehcVRxuzRO1s"
)
"""Nobody's key, and its fingerprint."""


@click.group(epilog="Example: hearts kiosk --help")
def kiosk() -> None:
    """Let SSH keys come to vote; see docs/together.md."""


@kiosk.command(
    "authorized-keys",
    epilog=f"Example: hearts kiosk authorized-keys ssh-ed25519 {_KEY}",
)
@click.argument("key_type", metavar="%t")
@click.argument("key", metavar="%k")
@click.argument("fingerprint", metavar="%f")
@click.option(
    "--allow", type=click.Path(path_type=Path), help="Only keys that this file names, one a line."
)
@click.option(
    "--deny", type=click.Path(path_type=Path), help="No key that this file names, one a line."
)
@click.option(
    "--command", default="hearts --kiosk", show_default=True, help="What each key starts."
)
def authorized_keys(
    key_type: str, key: str, fingerprint: str, allow: Path | None, deny: Path | None, command: str
) -> int:
    """Print the line with which sshd lets a key in, as a voter of its own.

    For AuthorizedKeysCommand in sshd_config. A key that may not come in gets no line.
    """
    try:
        require_key(key_type, key, fingerprint)
    except BadKeyError as error:
        raise click.UsageError(str(error)) from error
    if not command.isprintable() or "\\" in command:
        raise click.UsageError("--command takes one line without a backslash.")
    try:
        is_in = allow is None or is_listed(allow, key, fingerprint)
        is_out = deny is not None and is_listed(deny, key, fingerprint)
    except OSError as error:
        raise NotDoneError(f"{error.filename} can't be read ({error.strerror}).") from error
    if not is_in or is_out:
        return 0
    line = authorized_line(key_type, key, fingerprint, command)
    return Output.standard(Form.PLAIN, os.environ).write_text(f"{line}\n")
