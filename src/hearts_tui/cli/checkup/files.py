"""Look at the user's files, the content, the board and the log."""

from collections.abc import Callable, Iterator
from datetime import datetime

from hearts_tui.cli.checkup.finding import Finding, note, wrong
from hearts_tui.cli.places import Place, places
from hearts_tui.cli.workspace import Workspace
from hearts_tui.content.pack import Pack
from hearts_tui.domain.dates import on_day
from hearts_tui.domain.library import PARTS, items_by_section
from hearts_tui.domain.storage import Loaded, StorageError
from hearts_tui.store.ballot import BallotFile
from hearts_tui.store.config_dir import FOLDER_VARIABLE, room_error
from hearts_tui.store.marks import MarksFile
from hearts_tui.store.settings import SettingsFile

_MEND = "Fix it by hand or move it away; or start hearts, which sets it aside and helps."
_MEND_LINE = "Fix that line. Everything else counts."
_NO_ROOM = (
    "Make room there, or give yourself permission to write; "
    f"or set {FOLDER_VARIABLE} to another folder. Until then nothing is saved."
)

Examine = Callable[[], Loaded[object]]


def look_at_files(work: Workspace) -> Iterator[Finding]:
    """Yield what is found; nothing is changed."""
    by_name = {place.name: place for place in places(work)}
    yield _folder(work)
    examine: dict[str, Examine] = {
        "ballot": BallotFile(work.folder).examine,
        "marks": MarksFile(work.folder).examine,
        "settings": SettingsFile(work.folder).examine,
    }
    for name, look in examine.items():
        yield _file(work, by_name[name], look)
    yield _content(work)
    yield _log(work, by_name["log"])


def _folder(work: Workspace) -> Finding:
    folder = work.folder
    if not folder.is_absolute():
        says = f"{folder} is not a full path"
        return wrong("folder", says, f"Set HOME, or {FOLDER_VARIABLE} to a full path.")
    there = next(each for each in (folder, *folder.parents) if each.exists())
    reason = room_error(there)
    if reason:
        return wrong("folder", reason.removesuffix("."), _NO_ROOM)
    return Finding("folder", f"{work.shown(folder)}{'' if there == folder else ', not there yet'}")


def _file(work: Workspace, place: Place, examine: Examine) -> Finding:
    try:
        told = examine().notice
    except StorageError as error:
        return wrong(place.name, _clause(error), _MEND)
    if told:
        return wrong(place.name, told.removesuffix("."), _MEND_LINE)
    says = work.shown(place.path) if place.path.exists() else "none yet"
    return Finding(place.name, says)


def _content(work: Workspace) -> Finding:
    pack = Pack(work.content)
    for part in (*PARTS, "rumor_check"):
        getattr(pack, part)
    if pack.faults:
        return wrong("content", _clause(pack.faults[0]), "Please reinstall hearts.")
    count = sum(len(items) for items in items_by_section(pack).values())
    return Finding("content", f"{count} items in {work.shown(work.content)}")


def _log(work: Workspace, place: Place) -> Finding:
    try:
        moment = datetime.fromtimestamp(place.path.stat().st_mtime, work.zone)
    except OSError:
        return Finding("log", "no crash")
    says = f"a crash on {on_day(moment.date())}, details in {work.shown(place.path)}"
    return note("log", says, "Pass it on to whoever can fix that, or delete it.")


def _clause(sentence: object) -> str:
    return str(sentence).removesuffix(".")
