"""What a command that prints is put together from."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hearts_tui.cli.clock import clock_from, local_zone, zone_called
from hearts_tui.cli.stderr import tell
from hearts_tui.cli.stdout import INCOMPLETE
from hearts_tui.content.pack import Pack
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.printing.view import View
from hearts_tui.store.config_dir import config_dir

if TYPE_CHECKING:
    from hearts_tui.domain.ballot import Ballot
    from hearts_tui.domain.marks import Marks
    from hearts_tui.domain.storage import Loaded

Value = TypeVar("Value")


@dataclass
class Session:
    """What is printed from, and what was wrong with the files that it came from."""

    view: View
    _notices: list[str] = field(default_factory=list)

    @property
    def complaints(self) -> list[str]:
        """A sentence on each file that could not be used as it is, of those read so far."""
        faults = [f"Left out: {fault}" for fault in self.view.library.faults]
        return [*dict.fromkeys([*self._notices, *faults])]

    def finish(self, code: int) -> int:
        """Tell what was wrong with the files and return the exit code.

        ``code`` is that of writing.
        """
        complaints = self.complaints
        for complaint in complaints:
            tell(complaint)
        return code or (INCOMPLETE if complaints else 0)


def open_session(
    environ: Mapping[str, str],
    content: Path,
    find_local_zone: Callable[[], tzinfo] = local_zone,
) -> Session:
    """Put together what is printed from; nothing is written, not even a missing folder.

    Raises:
        ValueError: the environment holds a value that can't be used; the message says which.

    """
    clock, folder = clock_from(environ), config_dir(environ)
    notices: list[str] = []
    settings = _load_settings(folder, notices)
    view = View(
        library=Pack(content),
        now=clock(),
        find_zone=partial(zone_called, settings.zone, find_local_zone),
        settings=settings,
        spoilers=SpoilerFilter(settings.seen_film, settings.sequel_rumors),
        load_marks=partial(_load_marks, folder, notices),
        load_ballot=partial(_load_ballot, folder, notices),
    )
    return Session(view, notices)


def _load_settings(folder: Path, notices: list[str]) -> Settings:
    file = folder / "settings.toml"
    if not _is_there(file):
        return Settings()
    from hearts_tui.store.settings_reader import sound_settings

    if (settings := sound_settings(file)) is not None:
        return settings
    from hearts_tui.store.settings import SettingsFile

    return _examined(SettingsFile(folder).examine, Settings, notices)


def _load_marks(folder: Path, notices: list[str]) -> "Marks":
    from hearts_tui.domain.marks import Marks

    if not _is_there(folder / "marks.toml"):
        return Marks()
    from hearts_tui.store.marks import MarksFile

    return _examined(MarksFile(folder).examine, Marks, notices)


def _load_ballot(folder: Path, notices: list[str]) -> "Ballot":
    from hearts_tui.domain.ballot import Ballot
    from hearts_tui.store.ballot import BallotFile

    return _examined(BallotFile(folder).examine, Ballot, notices)


def _is_there(file: Path) -> bool:
    """Return whether there is anything to read, without what reads and changes files."""
    return os.path.lexists(file)


def _examined(
    examine: "Callable[[], Loaded[Value]]", default: Callable[[], Value], notices: list[str]
) -> Value:
    """Read a file and leave it where it is; for one that can't be read, return a default."""
    from hearts_tui.domain.storage import StorageError

    try:
        loaded = examine()
    except StorageError as error:
        notices.append(str(error))
        return default()
    if loaded.notice:
        notices.append(loaded.notice)
    return loaded.value
