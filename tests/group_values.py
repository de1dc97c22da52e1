"""A board and friends in real folders, with slips that are written as hearts writes them."""

from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from hearts_tui.cli.assets import content_folder
from hearts_tui.content.pack import Pack
from hearts_tui.domain.slip import Slip, SlipVote
from hearts_tui.store.friends import Friends
from hearts_tui.store.slip_file import SlipFile
from hearts_tui.store.slip_json import Options

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


def write(board: Path, written: Slip, owner: str = "") -> None:
    """Put a slip on a board, under an id that goes by the name of its owner."""
    SlipFile(board, voter(owner or written.name)).write(written)


def befriend(config: Path, friend: Slip) -> None:
    """Add the slip of a friend to a user's folder."""
    config.mkdir(exist_ok=True)
    Friends(config, _options()).add(friend)


@cache
def _options() -> Options:
    theories = Pack(content_folder()).theories
    return {theory.id: {option.id for option in theory.options} for theory in theories}


def share(config: Path, board: Path) -> Path:
    """Make a board, and let a user share it."""
    config.mkdir(exist_ok=True)
    board.mkdir()
    (config / "settings.toml").write_text(f"board = '{board}'\n")
    return board


def decided(content: Path, **outcomes: str) -> Path:
    """Let the content tell how some theories turned out."""
    file = content / "theories.toml"
    text = file.read_text()
    for theory, option in outcomes.items():
        text = text.replace(f'id = "{theory}"\n', f'id = "{theory}"\noutcome = "{option}"\n', 1)
    file.write_text(text)
    return content
