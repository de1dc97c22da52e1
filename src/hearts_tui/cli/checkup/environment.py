"""Look at what stands between hearts and the terminal: SSH, tmux, and variables."""

import subprocess
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from platform import python_version

from hearts_tui import __version__
from hearts_tui.cli.checkup.finding import Finding, note, wrong
from hearts_tui.terminal.capabilities import Capabilities
from hearts_tui.terminal.env_check import env_error, name_error

_BEGINNINGS = ("HEARTS_", "TEXTUAL", "TTY_", "LC_")
_NAMES = frozenset(
    [
        *("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"),
        *("LANG", "TZ", "ESCDELAY", "REDUCE_MOTION"),
    ]
)
_LONGEST_ESCAPE_MS = 100
_TMUX_PATIENCE = 5.0
"""Seconds to wait for tmux."""


def look_at_environment(
    environ: Mapping[str, str], found: Capabilities, complaints: list[str]
) -> Iterator[Finding]:
    """Yield what is found; ``complaints`` are what the parts of hearts say of their variables."""
    yield Finding("hearts", f"{__version__}, Textual {_textual()}, Python {python_version()}")
    yield Finding("ssh", "yes, so nothing moves by itself" if found.remote else "no")
    yield _multiplexer(environ)
    yield _variables(environ, complaints)


def _textual() -> str:
    try:
        return version("textual")
    except PackageNotFoundError:
        return "?"


def _multiplexer(environ: Mapping[str, str]) -> Finding:
    if environ.get("TMUX"):
        return _tmux(environ)
    return Finding("tmux", "no, but GNU screen" if environ.get("STY") else "no")


def _tmux(environ: Mapping[str, str]) -> Finding:
    command = ["tmux", "show-options", "-sv", "escape-time"]
    try:
        told = subprocess.run(  # noqa: S603 - tmux, as the user would call it
            command,
            env=dict(environ),
            capture_output=True,
            text=True,
            timeout=_TMUX_PATIENCE,
            check=True,
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return note("tmux", "yes, but it doesn't answer", "See whether tmux info does.")
    says = f"yes, and it waits {told} ms after Esc"
    if told.isdecimal() and int(told) > _LONGEST_ESCAPE_MS:
        return note("tmux", says, "Esc comes late. Put set -sg escape-time 10 into ~/.tmux.conf.")
    return Finding("tmux", says)


def _variables(environ: Mapping[str, str], complaints: list[str]) -> Finding:
    for complaint in (env_error(environ), name_error(environ), *complaints):
        if complaint:
            return wrong("variables", complaint, "Unset it, or set it to what is wanted.")
    told = [
        f"{name}={value}"
        for name, value in sorted(environ.items())
        if name in _NAMES or name.startswith(_BEGINNINGS)
    ]
    return Finding("variables", ", ".join(told) or "none that matter")
