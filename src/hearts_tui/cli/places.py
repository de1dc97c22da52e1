"""Where everything is that hearts reads and writes."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_log_path

from hearts_tui.cli.assets import art_folder
from hearts_tui.cli.board import SIGNERS
from hearts_tui.cli.names import APP_NAME, CRASH_LOG
from hearts_tui.cli.workspace import Workspace
from hearts_tui.store.friends import FOLDER as FRIENDS
from hearts_tui.store.newest_slips import FILE as NEWEST
from hearts_tui.store.site_settings import site_folder


@dataclass(frozen=True, slots=True)
class Place:
    """A file or a folder, the name that commands know it by, and what it holds."""

    name: str
    path: Path
    holds: str


def places(work: Workspace) -> list[Place]:
    """Return the user's files, then what else there is."""
    folder = work.folder
    return [
        Place("folder", folder, "your files"),
        Place("ballot", folder / "ballot.toml", "your votes, verdicts and theories"),
        Place("marks", folder / "marks.toml", "what you've read, starred and rated"),
        Place("settings", folder / "settings.toml", "your settings and dates"),
        Place("portraits", folder / "portraits", "your own pictures"),
        Place("friends", folder / FRIENDS, "slips of friends that you added"),
        Place("signers", folder / SIGNERS, "the keys whose signed slips count for you"),
        Place("newest", folder / NEWEST, "how new the signed slips are that you've seen"),
        Place("host", site_folder() / "settings.toml", "what the host says for all of its users"),
        Place(
            "log", user_log_path(APP_NAME, appauthor=False) / CRASH_LOG, "details of the last crash"
        ),
        Place("content", work.content, "what there is to read"),
        Place("art", art_folder(), "the pictures that come with hearts"),
    ]
