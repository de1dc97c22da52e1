"""A board and friends on real folders, with slips that are written as hearts writes them."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from hearts_tui.app import HeartsApp
from hearts_tui.domain.library import Library
from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.store.slip_file import SlipFile
from hearts_tui.store.slip_json import Options
from hearts_tui.store.slips import SlipFolder

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)


def slip(name: str, /, **votes: tuple[str, int] | tuple[str, int, str]) -> Slip:
    """Return a slip; a vote is an option, a confidence and maybe a note."""
    cast = {
        theory: SlipVote(option, sure, AT, number, *note)
        for number, (theory, (option, sure, *note)) in enumerate(votes.items(), 1)
    }
    return Slip(name, cast)


def voter(name: str) -> str:
    """Return the id of a voter, as a key has it."""
    return sha256(name.encode()).hexdigest()


def write(folder: Path, written: Slip, owner: str = "") -> None:
    """Put a slip into a folder, under an id that goes by the name of its owner."""
    folder.mkdir(exist_ok=True)
    SlipFile(folder, voter(owner or written.name)).write(written)


def options_of(library: Library) -> Options:
    return {t.id: {option.id for option in t.options} for t in library.theories}


def share(app: HeartsApp, board: Path | None, friends: Path | None = None) -> HeartsApp:
    """Let an app see a board, on which its user votes as 'me', and the slips of friends."""
    options = options_of(app.state.library)
    if board is not None:
        board.mkdir(exist_ok=True)
        app.state.stores = replace(
            app.state.stores,
            slips=SlipFolder(board, options),
            own_slip=SlipFile(board, voter("me")),
        )
    if friends is not None:
        friends.mkdir(exist_ok=True)
        app.state.stores = replace(app.state.stores, friends=SlipFolder(friends, options))
    return app


def decided(content: Path, **outcomes: str) -> Path:
    """Let the content tell how some theories turned out."""
    file = content / "theories.toml"
    text = file.read_text()
    for theory, option in outcomes.items():
        text = text.replace(f'id = "{theory}"\n', f'id = "{theory}"\noutcome = "{option}"\n', 1)
    file.write_text(text)
    return content
