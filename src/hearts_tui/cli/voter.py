"""Sessions of voters who share an account, each known by the SSH key of the login."""

import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from hearts_tui.cli.child import run_in_child
from hearts_tui.store.config_dir import FOLDER_VARIABLE, config_dir
from hearts_tui.store.voters_dir import voter_dir

_PSEUDONYM = 16
"""Letters of a hash that tell voters of a host apart."""


class VoterSession:
    """A session in the folder of one voter, of which a line is logged afterwards.

    ``log`` is the file that gets the line; without one it goes to the system's log.
    """

    def __init__(self, voter: str, most_voters: int, log: Path | None) -> None:
        """Find or make the voter's folder.

        Raises:
            StorageError: there is none; the message says why.

        """
        self._voter = voter
        self._log = log
        self._folder = voter_dir(config_dir(os.environ), voter, most_voters)
        self._began = time.monotonic()

    def enter(self) -> None:
        """Let this process use the folder."""
        os.environ[FOLDER_VARIABLE] = str(self._folder)

    def close(self) -> None:
        """Log that the voter was here, and how long."""
        seconds = time.monotonic() - self._began
        line = f"voter {pseudonym(self._voter)} stayed {seconds:.0f} s"
        if self._log is None or not _appended(self._log, line):
            import syslog

            syslog.openlog("hearts", syslog.LOG_PID, syslog.LOG_USER)
            syslog.syslog(syslog.LOG_INFO, line)


def pseudonym(voter: str) -> str:
    """Return what a log calls a voter, whose id it need not know."""
    return hashlib.sha256(voter.encode()).hexdigest()[:_PSEUDONYM]


def run_as_voter(session: Callable[[], VoterSession], run: Callable[[], int]) -> int:
    """Call ``run`` in a child process with the voter's folder; see ``run_in_child``."""
    return run_in_child(session, run)


def _appended(log: Path, line: str) -> bool:
    """Add a line to a file, and return whether that was possible."""
    text = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {line}\n"
    with suppress(OSError):
        descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK, 0o600)
        try:
            return os.write(descriptor, text.encode()) > 0
        finally:
            os.close(descriptor)
    return False
