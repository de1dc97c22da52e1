"""The composition root: the one place that knows every part and puts them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hearts_tui.cli.assets import art_folder
from hearts_tui.cli.board import Board, SaveQueue, find_board
from hearts_tui.cli.clock import clock_from, zone_called
from hearts_tui.content.pack import Pack
from hearts_tui.domain.address import Section
from hearts_tui.domain.library import Library
from hearts_tui.domain.settings import Settings
from hearts_tui.domain.spoilers import SpoilerFilter
from hearts_tui.domain.storage import BallotStore, Loaded, Stores
from hearts_tui.store.atomic import remove_stale_files
from hearts_tui.store.config_dir import config_dir, write_error
from hearts_tui.store.marks import MarksFile
from hearts_tui.store.settings import SettingsFile
from hearts_tui.store.sizes import OF_STRANGER, Sizes
from hearts_tui.terminal.capabilities import EVERYTHING, Capabilities

if TYPE_CHECKING:
    from hearts_tui.app import HeartsApp
    from hearts_tui.cli.kiosk import Kiosk
    from hearts_tui.domain.marks import Marks
    from hearts_tui.domain.pictures import FindPicture, Picture

WIRE_VARIABLE = "HEARTS_WIRE"
PLAIN_WIRE = "plain"
"""As this variable's value: send what Textual writes as it is, and not only what changed."""


def use_plain_driver(environ: Mapping[str, str]) -> bool:
    """Return whether everything is to be sent as Textual writes it.

    Raises:
        ValueError: the variable has a value that it can't have.

    """
    value = environ.get(WIRE_VARIABLE, "")
    if value not in ("", PLAIN_WIRE):
        raise ValueError(f"{WIRE_VARIABLE} is {value!r}; {PLAIN_WIRE!r} is the one value it takes.")
    return value == PLAIN_WIRE


@dataclass(frozen=True, slots=True)
class Opened:
    """The user's files, what was read first of them, and what there is to tell of that."""

    stores: Stores
    marks: "Marks"
    settings: Settings
    warnings: Sequence[str]


def open_stores(environ: Mapping[str, str], library: Library, voter: str = "") -> Opened:
    """Find the user's folder and board, and open their files.

    ``voter`` is the hex of the fingerprint of the key that the user has logged in with, where many
    share an account.

    Raises:
        ValueError: the environment holds a value that can't be used; the message says which.

    """
    folder = config_dir(environ)
    reason = write_error(folder)
    remove_stale_files(folder)
    queue, sizes = SaveQueue(), OF_STRANGER if voter else Sizes()

    def renew_slip() -> None:
        if own_slip is not None:
            own_slip.renew()

    def setting_saved(name: str) -> None:
        if name == "board_name":
            renew_slip()

    def shares(settings: Settings) -> bool:
        return find_board(environ, settings).value == found.value

    def open_ballot() -> BallotStore:
        from hearts_tui.store.ballot import BallotFile

        renew_slip()
        return BallotFile(folder, reason, renew_slip, sizes.ballot)

    marks_file = MarksFile(folder, reason, sizes.marks)
    settings_file = SettingsFile(folder, reason, setting_saved, sizes.settings)
    marks, settings = marks_file.load(), settings_file.load()
    found = find_board(environ, settings.value)
    board = Board(
        library, clock_from(environ), folder, found.value, settings.value.board_key, voter
    )
    own_slip = None if reason else board.open_own_slip(queue.behind, shares)
    stores = Stores(
        open_ballot=open_ballot,
        marks=marks_file,
        settings=settings_file,
        queue=queue,
        slips=board.slips,
        own_slip=own_slip,
        friends=board.friends,
    )
    told = (marks.notice, settings.notice, found.notice, *board.warnings)
    warnings = dict.fromkeys(notice for notice in told if notice)
    return Opened(stores, marks.value, settings.value, tuple(warnings))


def find_in(folder: Path) -> "FindPicture":
    """Return what finds a picture: the user's own, or the one that comes with hearts."""

    def find(name: str) -> "Loaded[Picture | None]":
        from hearts_tui.content.art import find_picture
        from hearts_tui.store.portraits import find_portrait

        own = find_portrait(folder, name)
        if own.value is not None:
            return own
        bundled = find_picture(art_folder(), name)
        return Loaded(bundled.value, own.notice or bundled.notice)

    return find


def build_app(
    environ: Mapping[str, str],
    content: Path,
    start: Section | None = None,
    capabilities: Capabilities = EVERYTHING,
    kiosk: "Kiosk | None" = None,
) -> "HeartsApp":
    """Put the whole app together from an environment, a content folder and what the terminal is.

    Without a section to start at, the settings name one.

    Whoever runs the app shuts its ``state.stores.queue`` down afterwards, so that the last save is
    waited for.

    Raises:
        ValueError: the environment holds a value that can't be used; the message says which.

    """
    clock = clock_from(environ)
    plain_driver = use_plain_driver(environ)
    library = Pack(content)
    opened = open_stores(environ, library, kiosk.voter if kiosk is not None else "")
    settings = opened.settings

    # Textual is by far the slowest import: everything that can fail early has had its turn.
    from hearts_tui.app import HeartsApp
    from hearts_tui.screens.state import AppState

    state = AppState(
        library=library,
        stores=opened.stores,
        clock=clock,
        find_zone=partial(zone_called, settings.zone),
        spoiler_filter=SpoilerFilter(settings.seen_film, settings.sequel_rumors),
        marks=opened.marks,
        sequel=settings.sequel,
        settings=settings,
        warnings=list(opened.warnings),
        find_picture=find_in(config_dir(environ)),
        has_pixels=capabilities.unicode and capabilities.colours in ("256", "truecolor"),
    )
    section = start or settings.start
    if kiosk is None:
        return HeartsApp.opened_at(section)(state, capabilities, plain_driver=plain_driver)
    from hearts_tui.kiosk import KioskApp

    app = KioskApp.opened_at(section)(state, capabilities, plain_driver=plain_driver)
    app.idle_minutes = kiosk.idle_minutes
    return app
