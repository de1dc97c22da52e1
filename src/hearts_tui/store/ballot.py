"""The ballot file: the user's votes."""

from collections.abc import MutableMapping
from datetime import datetime
from pathlib import Path
from typing import Any

from hearts_tui.domain.ballot import Ballot, Vote
from hearts_tui.domain.keeping import Kept
from hearts_tui.store.document import Document
from hearts_tui.store.entries import table_of, understood

_HEADING = "# Your votes on the theory board of hearts. Comments that you add here are kept.\n"


class BallotFile:
    """Keeps votes in ``ballot.toml``: a table ``votes`` with one table a theory."""

    def __init__(self, folder: Path, obstacle: str = "") -> None:
        self._document = Document(folder / "ballot.toml", _HEADING, obstacle)

    @property
    def obstacle(self) -> str:
        """Why nothing can be kept at all, in one sentence; empty when all is well."""
        return self._document.obstacle

    def load(self) -> Kept[Ballot]:
        """Read the ballot; entries that make no sense stay in the file and are told of."""
        contents = self._document.load()
        votes, notice = understood(self._document.name, contents.table, "votes", _vote)
        return Kept(Ballot(votes), contents.notice or notice)

    def save_vote(self, theory: str, vote: Vote | None) -> str:
        """Keep one vote, or its withdrawal. See ``Document.change``."""

        def edit(table: MutableMapping[str, Any]) -> None:
            votes = table_of(table, "votes")
            if vote is None:
                votes.pop(theory, None)
                return
            entry = table_of(votes, theory)
            entry["option"] = vote.option
            if vote.at is not None:
                entry["at"] = vote.at

        return self._document.change(edit)


def _vote(entry: dict[str, Any]) -> Vote:
    option, at = entry["option"], entry.get("at")
    if not isinstance(option, str):
        raise TypeError("option is not text in quotes")
    return Vote(option, at if isinstance(at, datetime) else None)
