"""What a command that prints is put together from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hearts_tui.cli.clock import clock_from, zone_called
from hearts_tui.content.pack import Pack
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.printing.view import View
from hearts_tui.store.config_dir import config_dir
from hearts_tui.store.settings import SettingsFile

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


def open_session(environ: Mapping[str, str], content: Path) -> Session:
    """Put together what is printed from; nothing is written, not even a missing folder.

    Raises:
        ValueError: the environment holds a value that can't be used; the message says which.

    """
    clock, folder = clock_from(environ), config_dir(environ)
    notices: list[str] = []
    settings = _noted(SettingsFile(folder).load(), notices)
    view = View(
        library=Pack(content),
        now=clock(),
        find_zone=partial(zone_called, settings.zone),
        settings=settings,
        spoilers=SpoilerFilter(settings.seen_film, settings.sequel_rumors),
        load_marks=partial(_load_marks, folder, notices),
        load_ballot=partial(_load_ballot, folder, notices),
    )
    return Session(view, notices)


def _load_marks(folder: Path, notices: list[str]) -> "Marks":
    from hearts_tui.store.marks import MarksFile

    return _noted(MarksFile(folder).load(), notices)


def _load_ballot(folder: Path, notices: list[str]) -> "Ballot":
    from hearts_tui.store.ballot import BallotFile

    return _noted(BallotFile(folder).load(), notices)


def _noted(loaded: "Loaded[Value]", notices: list[str]) -> Value:
    if loaded.notice:
        notices.append(loaded.notice)
    return loaded.value
