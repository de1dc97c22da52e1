"""The command ``mark``: what is read, starred and rated."""

from collections.abc import Collection

import click

from hearts_tui.cli.answers import answer_saved, json_option, save
from hearts_tui.cli.completion_values import complete_address
from hearts_tui.cli.failures import UNCHANGED, NotDoneError
from hearts_tui.cli.lookup import find_address
from hearts_tui.cli.workspace import Workspace, pass_workspace
from hearts_tui.domain.address import Section
from hearts_tui.domain.marks import MOST_STARS, Marks
from hearts_tui.domain.storage import StorageError

FILE = "marks.toml"

_READ = (Section.NEWS,)
_STARRED = (Section.NEWS, Section.TRACKS, Section.FILM)
_RATED = (Section.NEWS, Section.CAST, Section.TRACKS, Section.FILM)


@click.group(
    epilog="""\
    Example: hearts mark rate tracks/come-back-home 5

    Exit codes: 0 saved; 1 not saved; 2 no such address, or it can't be marked so."""
)
def mark() -> None:
    """Mark something read or unread, star it or rate it.

    ADDRESS is where it is, such as news/residuals or tracks/come-back-home.
    """


@mark.command(epilog="Example: hearts mark read news/residuals")
@click.argument("address", shell_complete=complete_address(_READ))
@json_option
@pass_workspace
def read(work: Workspace, address: str, *, as_json: bool) -> int:
    """Mark news read."""
    found = _find(work, address, _READ, "read")
    save(work, lambda: work.stores.marks.save_read([found], work.now))
    return _answer(work, found, "read", as_json=as_json)


@mark.command(epilog="Example: hearts mark unread news/residuals")
@click.argument("address", shell_complete=complete_address(_READ))
@json_option
@pass_workspace
def unread(work: Workspace, address: str, *, as_json: bool) -> int:
    """Mark news unread."""
    found = _find(work, address, _READ, "unread")
    save(work, lambda: work.stores.marks.save_read([found], None))
    return _answer(work, found, "unread", as_json=as_json)


@mark.command(epilog="Example: hearts mark star tracks/come-back-home")
@click.argument("address", shell_complete=complete_address(_STARRED))
@json_option
@pass_workspace
def star(work: Workspace, address: str, *, as_json: bool) -> int:
    """Give it a star."""
    found = _find(work, address, _STARRED, "starred")
    save(work, lambda: work.stores.marks.save_star(found, work.now))
    return _answer(work, found, "starred", as_json=as_json)


@mark.command(epilog="Example: hearts mark unstar tracks/come-back-home")
@click.argument("address", shell_complete=complete_address(_STARRED))
@json_option
@pass_workspace
def unstar(work: Workspace, address: str, *, as_json: bool) -> int:
    """Take its star away."""
    found = _find(work, address, _STARRED, "starred")
    save(work, lambda: work.stores.marks.save_star(found, None))
    return _answer(work, found, "no star", as_json=as_json)


@mark.command(epilog="Example: hearts mark rate tracks/come-back-home 5")
@click.argument("address", shell_complete=complete_address(_RATED))
@click.argument("stars", type=click.IntRange(0, MOST_STARS), metavar="STARS")
@json_option
@pass_workspace
def rate(work: Workspace, address: str, stars: int, *, as_json: bool) -> int:
    """Rate it with 1 to 5 STARS; 0 takes the rating away."""
    found = _find(work, address, _RATED, "rated")
    save(work, lambda: work.stores.marks.save_rating(found, stars))
    said = f"{stars} of {MOST_STARS} stars" if stars else "no rating"
    return _answer(work, found, said, as_json=as_json)


def _find(work: Workspace, named: str, allowed: Collection[Section], marked: str) -> str:
    """Return the address of what can be marked so, where the marks can be changed."""
    found = find_address(work, named)
    if found.section not in allowed:
        *most, last = allowed
        listed = f"{', '.join(most)} and {last}" if most else f"{last}"
        raise click.UsageError(f"Only {listed} can be {marked}, not {found.section}.")
    _marks(work)
    return str(found)


def _marks(work: Workspace) -> Marks:
    from hearts_tui.store.marks import MarksFile

    # Not through the stores, which put a damaged file aside.
    try:
        return MarksFile(work.folder).examine().value
    except StorageError as error:
        raise NotDoneError(f"{error} {UNCHANGED}") from error


def _answer(work: Workspace, address: str, said: str, *, as_json: bool) -> int:
    """Tell what is saved, as the file has it now."""
    marks = _marks(work)
    details = {
        "kind": "mark",
        "address": address,
        "read": address in marks.read,
        "starred": address in marks.starred,
        "rating": marks.ratings.get(address, 0),
    }
    return answer_saved(work, FILE, f"Saved: {address}, {said}.", details, as_json=as_json)
