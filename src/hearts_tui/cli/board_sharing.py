"""The commands with which a user joins a board and leaves it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from hearts_tui.cli.answers import write_lines
from hearts_tui.cli.board import BOARD_VARIABLE, Board
from hearts_tui.cli.board_group import BoardGroup
from hearts_tui.cli.failures import NotDoneError
from hearts_tui.cli.stderr import tell
from hearts_tui.cli.workspace import Workspace, pass_workspace
from hearts_tui.domain.settings import NO_BOARD
from hearts_tui.domain.slip import Slip, clean_name
from hearts_tui.domain.storage import StorageError
from hearts_tui.store.config_dir import make_folder
from hearts_tui.store.slip_owner import own_voter

_REPLACED = (
    "Your slip took the place of {}: this account had another one there. Where a folder travels, "
    "or two share an account, each joins with --key."
)


@click.command(epilog="Example: hearts board join ~/hearts-board --name mia")
@click.argument("folder")
@click.option("--name", help="The name that others see there.")
@click.option(
    "--key", help="The SSH key that signs your votes, where the folder travels between hosts."
)
@pass_workspace
def join(work: Workspace, folder: str, name: str | None, key: str | None) -> int:
    """Share your votes with everybody who shares FOLDER, and see theirs.

    Others see the option and how sure you are. Notes stay yours, except those that you share.
    """
    path = Path(folder).expanduser().absolute()
    values = {
        "board": str(path),
        "board_key": str(Path(key).expanduser().absolute()) if key else "",
    }
    if name is not None:
        values["board_name"] = clean_name(name)
    replaced = None if key else _slip_of_another(work, path)
    try:
        if not path.exists():
            make_folder(path)
        _leave_last(work, path)
        _save(work, values)
    except OSError as error:
        raise NotDoneError(f"{path} can't be made ({error.strerror}).") from error
    opened = Workspace(work.environ, work.content)
    with suppress(StorageError):
        # The slip is written as soon as the ballot is opened.
        opened.stores.ballot.load()
    opened.wait_for_slip()
    for notice in filter(None, opened.notices):
        tell(notice)
    group = BoardGroup(opened)
    lines = [f"You share the board at {work.shown(path)}."]
    if group.path != path:
        lines = [f"Saved, but {BOARD_VARIABLE} or the host's settings name another board."]
    if replaced is not None:
        lines.append(_REPLACED.format(f"{replaced.name}'s" if replaced.name else "one"))
    return write_lines(work, [*lines, *_left_to_do(group, path)])


@click.command(epilog="Example: hearts board leave")
@pass_workspace
def leave(work: Workspace) -> int:
    """Take your slip off the board, and share none. Your votes stay where they are."""
    path, own = BoardGroup(work).path, work.stores.own_slip
    # First of all, so that nothing puts the slip there again.
    _save(work, {"board": NO_BOARD})
    if path is None:
        return write_lines(work, ["You share no board."])
    try:
        if own is not None:
            own.remove()
    except StorageError as error:
        told = f"You no longer share a board, but your slip may still be there. {error}"
        raise NotDoneError(told) from error
    return write_lines(work, [f"Your slip is off the board at {work.shown(path)}."])


def _left_to_do(group: BoardGroup, path: Path) -> Iterator[str]:
    """Yield what a user who has joined may want to do next."""
    if not group.settings.board_name:
        yield "Others see no name yet: --name mia gives you one."
    if group.settings.board_key and (fault := group.signers.fault(path)):
        yield fault


def _slip_of_another(work: Workspace, path: Path) -> Slip | None:
    """Return the account's slip on a board where it was made of another ballot than the user's."""
    board = Board(work.library, work.clock, work.folder, path)
    try:
        found = board.slips.read().slips.get(own_voter()) if board.slips is not None else None
    except StorageError:
        return None
    is_other = found is not None and found.votes and not BoardGroup(work).is_mine(found)
    return found if is_other else None


def _leave_last(work: Workspace, board: Path) -> None:
    """Take the slip off the board that the user shared before, if that is another."""
    group, own = BoardGroup(work), work.stores.own_slip
    if own is None or group.path == board or str(group.path) != group.settings.board:
        return
    try:
        own.remove()
    except StorageError as error:
        tell(f"{error} Your slip may still be there.")


def _save(work: Workspace, values: dict[str, str]) -> None:
    try:
        for name, value in values.items():
            work.stores.settings.save(name, value)
    except StorageError as error:
        raise NotDoneError(str(error)) from error
