"""The ballot file: the user's votes and verdicts."""

from collections.abc import MutableMapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from hearts_tui.domain.ballot import (
    FIRST_CONFIDENCE,
    LEAST_CONFIDENCE,
    MOST_CONFIDENCE,
    Ballot,
    Entry,
    Kind,
    PastVote,
    Verdict,
    Vote,
)
from hearts_tui.domain.keeping import Kept, SavedBallot
from hearts_tui.store.document import Contents, Document
from hearts_tui.store.entries import table_of, understood, whole_number

_HEADING = "# Your votes on the theory board of hearts. Comments that you add here are kept.\n"
_OWN_KEYS = {"option", "outcome", "confidence", "note", "at", "revision", "history"}


class BallotFile:
    """Keeps entries in ``ballot.toml``: a table a kind, and in it a table a theory."""

    def __init__(self, folder: Path, obstacle: str = "") -> None:
        self._document = Document(folder / "ballot.toml", _HEADING, obstacle, counted=True)
        self._is_damaged = False

    @property
    def obstacle(self) -> str:
        """Why nothing can be kept at all, in one sentence; empty when all is well."""
        return self._document.obstacle

    def load(self) -> Kept[Ballot]:
        """Read the ballot; entries that make no sense stay in the file and are told of."""
        contents = self._document.load()
        self._is_damaged = bool(contents.notice) and not self.obstacle
        ballot, notice = self._ballot(contents.table)
        return Kept(ballot, contents.notice or notice)

    def changes(self) -> Kept[Ballot] | None:
        """Read the ballot again if somebody else changed the file since; else None."""
        return self.load() if self._document.changed_elsewhere() else None

    def save(self, kind: Kind, theory: str, entry: Entry | None) -> SavedBallot:
        """Keep one entry under the next revision; see ``Document.change`` for what is raised."""

        def edit(table: MutableMapping[str, Any], revision: int) -> None:
            entries = table_of(table, kind.value)
            if entry is None:
                entries.pop(theory, None)
            else:
                _write(table_of(entries, theory), replace(entry, revision=revision))

        return self._saved(self._document.change(edit, (kind.value, theory)))

    def last_good(self) -> Ballot | None:
        """Return the last ballot that could be read, where the present one is damaged."""
        if not self._is_damaged:
            return None
        table = self._document.last_good()
        return self._ballot(table)[0] if table else None

    def restore(self) -> SavedBallot:
        """Put the last good ballot back in place; see ``Document.restore``."""
        saved = self._saved(self._document.restore())
        self._is_damaged = False
        return saved

    def _saved(self, contents: Contents) -> SavedBallot:
        return SavedBallot(self._ballot(contents.table)[0], contents.notice)

    def _ballot(self, table: dict[str, Any]) -> tuple[Ballot, str]:
        votes, strange_votes = understood(self._document.name, table, Kind.VOTE, _vote)
        verdicts, strange_verdicts = understood(self._document.name, table, Kind.VERDICT, _verdict)
        revision = whole_number(table.get("revision"), 0)
        return Ballot(votes, verdicts, revision), strange_votes or strange_verdicts


def _write(table: MutableMapping[str, Any], entry: Entry) -> None:
    """Put an entry's values into its table; keys that are not ours stay."""
    values = _values(entry)
    for key in _OWN_KEYS - values.keys():
        table.pop(key, None)
    for key, value in values.items():
        if key not in table or table[key] != value:
            table[key] = value


def _values(entry: Entry) -> dict[str, Any]:
    values: dict[str, Any] = {"revision": entry.revision}
    if entry.at is not None:
        values["at"] = entry.at
    if isinstance(entry, Verdict):
        return {"outcome": entry.outcome, **values}
    values = {"option": entry.option, "confidence": entry.confidence, **values}
    if entry.note:
        values["note"] = entry.note
    if entry.history:
        values["history"] = [_past_values(past) for past in entry.history]
    return values


def _past_values(past: PastVote) -> dict[str, Any]:
    values = {"option": past.option, "confidence": past.confidence, "revision": past.revision}
    return values if past.at is None else {**values, "at": past.at}


def _vote(entry: dict[str, Any]) -> Vote:
    past = entry.get("history", [])
    note = entry.get("note", "")
    return Vote(
        option=_text(entry["option"]),
        at=_moment(entry.get("at")),
        confidence=_confidence(entry.get("confidence")),
        note=note if isinstance(note, str) else "",
        revision=whole_number(entry.get("revision"), 0),
        history=tuple(_past(old) for old in past) if isinstance(past, list) else (),
    )


def _past(entry: dict[str, Any]) -> PastVote:
    return PastVote(
        _text(entry["option"]),
        _confidence(entry.get("confidence")),
        _moment(entry.get("at")),
        whole_number(entry.get("revision"), 0),
    )


def _verdict(entry: dict[str, Any]) -> Verdict:
    return Verdict(
        _text(entry["outcome"]),
        _moment(entry.get("at")),
        whole_number(entry.get("revision"), 0),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text in quotes")
    return value


def _moment(value: object) -> datetime | None:
    return value if isinstance(value, datetime) else None


def _confidence(value: object) -> int:
    confidence = whole_number(value, FIRST_CONFIDENCE)
    return max(LEAST_CONFIDENCE, min(MOST_CONFIDENCE, confidence))
