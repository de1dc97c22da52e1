"""The command ``calendar``."""

from collections.abc import Sequence
from pathlib import Path

import click

from hearts_tui.cli.answers import write_lines
from hearts_tui.cli.failures import NotDoneError
from hearts_tui.cli.stderr import tell
from hearts_tui.cli.stdout import INCOMPLETE, write_bytes
from hearts_tui.cli.workspace import Workspace, pass_workspace
from hearts_tui.domain.calendar import Event, own_events, story_events, without_day
from hearts_tui.domain.dates import day_of
from hearts_tui.domain.milestones import Milestone
from hearts_tui.domain.sequel_note import noted_milestones
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.storage import StorageError

_BEGINNING = b"BEGIN:VCALENDAR"
_STANDARD_OUTPUT = Path("-")


@click.command(
    epilog="""\
    Example: hearts calendar

    hearts calendar hearts.ics && khal import hearts.ics puts it into khal. Import it again whenever
    you like: the entries keep their names. Exit codes: 0 written; 1 not, or not all of it."""
)
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@pass_workspace
def calendar(work: Workspace, file: Path | None) -> int:
    """Write the dates as iCalendar, your own among them, to a FILE or to standard output (-).

    Anniversaries and birthdays come back every year. A rumor says that it is one. What isn't known
    to the day is left out, and told on standard error.
    """
    from hearts_tui.cli.icalendar_writer import write_icalendar

    milestones = work.library.milestones
    events = _events(work, milestones)
    data = write_icalendar(events, work.now)
    if file is None or file == _STANDARD_OUTPUT:
        code = write_bytes(data)
    else:
        _write(file, data)
        code = write_lines(work, [f"{len(events)} dates are in {work.shown(file)}."])
    for complaint in [*work.notices, *work.library.faults]:
        tell(complaint)
        code = code or INCOMPLETE
    _tell_left_out(milestones)
    return code


def _events(work: Workspace, milestones: Sequence[Milestone]) -> list[Event]:
    settings = work.settings
    spoilers = SpoilerFilter(settings.seen_film, settings.sequel_rumors)
    noted = noted_milestones(settings.sequel, day_of(work.now, work.zone))
    return [*story_events([*milestones, *noted], spoilers), *own_events(settings.dates)]


def _write(file: Path, data: bytes) -> None:
    from hearts_tui.store.export import export_file

    try:
        export_file(file, data, _BEGINNING)
    except StorageError as error:
        raise NotDoneError(str(error)) from error


def _tell_left_out(milestones: Sequence[Milestone]) -> None:
    left_out = [f"{milestone.title} ({when})" for milestone, when in without_day(milestones)]
    if left_out:
        tell(f"left out, for want of a day: {', '.join(left_out)}.")
