"""Look at the board that a group shares."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hearts_tui.cli.board import Board, find_board
from hearts_tui.cli.checkup.finding import Finding, note, wrong
from hearts_tui.cli.workspace import Workspace
from hearts_tui.domain.storage import StorageError

_ASK = "Ask whoever keeps the board, or set board = 'off' in settings.toml to do without."
_NOT_YOURS = "Ask whoever keeps the board to let your group write there."


def look_at_board(work: Workspace) -> Finding:
    """Return what is found; nothing is changed."""
    try:
        found = find_board(work.environ, work.settings)
    except ValueError as error:
        return wrong("board", str(error).removesuffix("."), "Set it so, or unset it.")
    if found.notice:
        return wrong("board", found.notice.removesuffix("."), _ASK)
    if found.value is None:
        return Finding("board", "none")
    return _opened(work, found.value)


def _opened(work: Workspace, path: Path) -> Finding:
    board = Board(work.library, work.clock, work.folder, path, work.settings.board_key)
    try:
        read = board.slips.read() if board.slips else None
    except StorageError as error:
        return wrong("board", str(error).removesuffix("."), _ASK)
    with ThreadPoolExecutor(1) as queue:
        board.open_own_slip(queue)
    if board.warnings:
        return wrong("board", board.warnings[0].removesuffix("."), _NOT_YOURS)
    if not os.access(path, os.W_OK | os.X_OK):
        return wrong("board", f"{work.shown(path)} is not yours to vote on", _NOT_YOURS)
    says = f"{work.shown(path)}, slips: {len(read.slips) if read else 0}"
    if read and read.rejected:
        first = read.rejected[0]
        told = f"{says}, {read.rejected_count} left out: {first.name}, {first.reason}"
        return note("board", told.removesuffix("."), "They don't count, and do no harm.")
    return Finding("board", says)
