"""The command ``doctor``."""

import sys
from collections.abc import Iterator

import click

from hearts_tui.cli.answers import json_option, write_json, write_lines
from hearts_tui.cli.checkup.board import look_at_board
from hearts_tui.cli.checkup.environment import look_at_environment
from hearts_tui.cli.checkup.files import look_at_files
from hearts_tui.cli.checkup.finding import Finding, Level
from hearts_tui.cli.checkup.terminal import look_at_terminal
from hearts_tui.cli.clock import clock_from
from hearts_tui.cli.compose import use_plain_driver
from hearts_tui.cli.workspace import Workspace, pass_workspace
from hearts_tui.terminal.capabilities import detect
from hearts_tui.terminal.cursor_report import own_terminal

UNWELL = 1
"""The exit code where something is wrong."""


@click.command(
    epilog="""\
    Example: hearts doctor

    Exit codes: 0 all is well, or could only be better; 1 something is wrong."""
)
@json_option
@pass_workspace
def doctor(work: Workspace, *, as_json: bool) -> int:
    """Look at the terminal, the variables and your files, and say what to do.

    Nothing is changed. Run it in the window where you'd run hearts.
    """
    findings = list(_findings(work))
    is_well = all(finding.level is not Level.WRONG for finding in findings)
    if as_json:
        rows = [
            {
                "about": finding.about,
                "level": finding.level.value,
                "says": finding.says,
                "todo": finding.todo or None,
            }
            for finding in findings
        ]
        code = write_json(work, {"kind": "doctor", "well": is_well, "findings": rows})
    else:
        lines = [line for finding in findings for line in _lines(finding)]
        said = "All is well." if is_well else "Something is wrong; see what to do above."
        code = write_lines(work, [*lines, said])
    return code or (0 if is_well else UNWELL)


def _findings(work: Workspace) -> Iterator[Finding]:
    found = detect(work.environ, sys.stdout.encoding if sys.stdout else "utf-8")
    with own_terminal() as terminal:
        yield from look_at_terminal(terminal, work.environ, found)
    yield from look_at_environment(work.environ, found, _complaints(work))
    yield from look_at_files(work)
    yield look_at_board(work)


def _complaints(work: Workspace) -> list[str]:
    complaints = []
    for check in (clock_from, use_plain_driver):
        try:
            check(work.environ)
        except ValueError as error:
            complaints.append(str(error))
    return complaints


def _lines(finding: Finding) -> Iterator[str]:
    level = "" if finding.level is Level.OK else f"{finding.level}, "
    yield f"{finding.about}: {level}{finding.says}"
    if finding.todo:
        yield f"    {finding.todo}"
