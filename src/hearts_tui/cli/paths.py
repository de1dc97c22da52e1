"""The command ``paths``."""

import click

from hearts_tui.cli.answers import json_option, write_json, write_lines
from hearts_tui.cli.places import Place, places
from hearts_tui.cli.workspace import Workspace, pass_workspace


@click.command(epilog="Example: hearts paths --json")
@json_option
@pass_workspace
def paths(work: Workspace, *, as_json: bool) -> int:
    """Print where everything is: your files, the log and the content."""
    found = places(work)
    if as_json:
        by_name = {
            place.name: {"path": str(place.path), "exists": place.path.exists()} for place in found
        }
        return write_json(work, {"kind": "paths", "paths": by_name})
    return write_lines(work, [_line(work, place) for place in found])


def _line(work: Workspace, place: Place) -> str:
    there = "" if place.path.exists() else ", not there yet"
    return f"{place.name}: {work.shown(place.path)} ({place.holds}{there})"
