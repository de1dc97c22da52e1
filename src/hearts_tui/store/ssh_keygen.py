"""Call ssh-keygen, which signs and verifies: hearts does no cryptography of its own."""

import os
import shutil
import subprocess

from hearts_tui.domain.sanitize import sanitize

TIMEOUT = 10.0
"""Seconds after which ssh-keygen counts as stuck; it takes some milliseconds."""


class SshKeygenError(Exception):
    """ssh-keygen did not do its work; the message is the end of a sentence."""


class RefusedError(SshKeygenError):
    """ssh-keygen did run, and says no to what it was given."""


def ssh_keygen(*arguments: str, data: bytes = b"", may_ask: bool = False) -> bytes:
    """Run ssh-keygen on some input, and return its output.

    Unless it ``may_ask``, it has no terminal to ask for a passphrase on, and refuses instead.

    Raises:
        RefusedError: it says no.
        SshKeygenError: it could not be run, or did not end.

    """
    program = shutil.which("ssh-keygen")
    if program is None:
        raise SshKeygenError("ssh-keygen isn't installed; it comes with OpenSSH")
    try:
        run = subprocess.run(  # noqa: S603 - the system's own program, without a shell
            [program, *arguments],
            input=data,
            capture_output=True,
            check=False,
            timeout=None if may_ask else TIMEOUT,
            start_new_session=not may_ask,
            env=_environ(may_ask=may_ask),
        )
    except OSError as error:
        raise SshKeygenError(f"ssh-keygen can't be run ({error.strerror})") from error
    except subprocess.TimeoutExpired as error:
        raise SshKeygenError(f"ssh-keygen didn't end within {TIMEOUT:g} seconds") from error
    if run.returncode != 0:
        lines = run.stderr.decode(errors="replace").split("\n")
        told = next((line.strip() for line in reversed(lines) if line.strip()), "no reason")
        raise RefusedError(f"ssh-keygen says: {sanitize(told).rstrip('.')}")
    return run.stdout


def _environ(*, may_ask: bool) -> dict[str, str]:
    never = {} if may_ask else {"SSH_ASKPASS_REQUIRE": "never"}
    return {**os.environ, "LC_ALL": "C", **never}
