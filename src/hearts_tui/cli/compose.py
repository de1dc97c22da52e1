"""The composition root: the one place that knows every part and puts them together."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hearts_tui.cli.assets import art_folder
from hearts_tui.cli.clock import clock_from, zone_called
from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Section
from hearts_tui.domain.keeping import BallotKeeper, Keepers, Kept
from hearts_tui.domain.spoilers import Shield
from hearts_tui.store.atomic import sweep
from hearts_tui.store.folder import config_folder, obstacle
from hearts_tui.store.marks import MarksFile
from hearts_tui.store.settings import SettingsFile
from hearts_tui.terminal.surroundings import EVERYTHING, Surroundings

if TYPE_CHECKING:
    from hearts_tui.app import HeartsApp
    from hearts_tui.domain.pictures import FindPicture, Picture

WIRE_VARIABLE = "HEARTS_WIRE"
PLAIN_WIRE = "plain"
"""As this variable's value: send what Textual writes as it is, and not only what changed."""


def is_wire_plain(environ: Mapping[str, str]) -> bool:
    """Tell whether everything is to be sent as Textual writes it.

    Raises:
        ValueError: the variable has a value that it can't have.

    """
    value = environ.get(WIRE_VARIABLE, "")
    if value not in ("", PLAIN_WIRE):
        raise ValueError(f"{WIRE_VARIABLE} is {value!r}; {PLAIN_WIRE!r} is the one value it takes.")
    return value == PLAIN_WIRE


def open_keepers(environ: Mapping[str, str]) -> Keepers:
    """Find the user's folder and open its files."""
    folder = config_folder(environ)
    reason = obstacle(folder)
    sweep(folder)

    def open_ballot() -> BallotKeeper:
        from hearts_tui.store.ballot import BallotFile

        return BallotFile(folder, reason)

    return Keepers(
        open_ballot=open_ballot,
        marks=MarksFile(folder, reason),
        settings=SettingsFile(folder, reason),
        queue=ThreadPoolExecutor(max_workers=1, thread_name_prefix="keeper"),
    )


def find_in(folder: Path) -> "FindPicture":
    """Return what finds a picture: the user's own, or the one that comes with hearts."""

    def find(name: str) -> "Kept[Picture | None]":
        from hearts_tui.content.gallery import find_picture
        from hearts_tui.store.portraits import find_portrait

        own = find_portrait(folder, name)
        if own.value is not None:
            return own
        bundled = find_picture(art_folder(), name)
        return Kept(bundled.value, own.notice or bundled.notice)

    return find


def build_app(
    environ: Mapping[str, str],
    content: Path,
    start: Section | None = None,
    surroundings: Surroundings = EVERYTHING,
    idle_minutes: float | None = None,
) -> "HeartsApp":
    """Put the whole app together from an environment, a content folder and what the terminal is.

    Without a section to start at, the settings name one. ``idle_minutes`` makes it a kiosk.

    Whoever runs the app shuts its ``desk.keepers.queue`` down afterwards, so that the last save is
    waited for.

    Raises:
        ValueError: the environment holds a value that can't be used; the message says which.

    """
    clock = clock_from(environ)
    plain_wire = is_wire_plain(environ)
    keepers = open_keepers(environ)
    marks, settings = keepers.marks.load(), keepers.settings.load()

    # Textual is by far the slowest import: everything that can fail early has had its turn.
    from hearts_tui.app import HeartsApp
    from hearts_tui.screens.desk import Desk

    notices = [kept.notice for kept in (marks, settings) if kept.notice]
    desk = Desk(
        library=Pack(content),
        keepers=keepers,
        clock=clock,
        find_zone=partial(zone_called, settings.value.zone),
        shield=Shield(settings.value.spoilers),
        marks=marks.value,
        sequel=settings.value.sequel,
        settings=settings.value,
        notices=list(dict.fromkeys(notices)),
        find_picture=find_in(config_folder(environ)),
        has_pixels=surroundings.unicode and surroundings.colours in ("256", "truecolor"),
    )
    section = start or settings.value.start
    if idle_minutes is None:
        return HeartsApp.opened_at(section)(desk, surroundings, plain_wire=plain_wire)
    from hearts_tui.kiosk import KioskApp

    kiosk = KioskApp.opened_at(section)(desk, surroundings, plain_wire=plain_wire)
    kiosk.idle_minutes = idle_minutes
    return kiosk
