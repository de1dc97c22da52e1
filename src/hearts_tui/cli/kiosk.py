"""The environment of an account that may do nothing but run hearts."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kiosk:
    """What holds in a kiosk.

    It ends after ``idle_minutes`` without a key. ``voter`` is the hex of the fingerprint of the key
    that somebody has logged in with, where many share an account.
    """

    idle_minutes: float
    voter: str = ""


_RISKY = ("PYTHON", "TEXTUAL")
"""What the names of variables begin with that can run code or write files."""


def scrubbed(environ: Mapping[str, str]) -> dict[str, str]:
    """Return an environment without the variables that Python and Textual act upon."""
    return {name: value for name, value in environ.items() if not name.startswith(_RISKY)}


def restart_scrubbed() -> None:
    """Start hearts anew where its environment held something risky; else return.

    Python has acted upon some variables before hearts has its first turn, so that dropping them
    here would not be enough; the new start ignores them all (-E) and the present folder (-P).
    """
    environ = scrubbed(os.environ)
    if environ != dict(os.environ):
        # The same command once more: hearts need not be installed, where it is one file.
        arguments = [sys.executable, "-EP", *sys.orig_argv[1:]]
        os.execve(sys.executable, arguments, environ)  # noqa: S606 - no shell, our own interpreter
