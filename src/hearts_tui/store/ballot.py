"""The ballot file: the user's votes, verdicts and own theories."""

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
    OwnTheory,
    PastVote,
    Verdict,
    Vote,
)
from hearts_tui.domain.clean import clean
from hearts_tui.domain.keeping import Kept, SavedBallot
from hearts_tui.domain.own import FEWEST_OPTIONS, MOST_OPTIONS
from hearts_tui.domain.theories import Option
from hearts_tui.store.document import Contents, Document
from hearts_tui.store.entries import table_of, understood, whole_number

_HEADING = "# Your votes on the theory board of hearts. Comments that you add here are kept.\n"
_KEYS = {
    Kind.VOTE: {"option", "confidence", "note", "at", "revision", "history"},
    Kind.VERDICT: {"outcome", "at", "revision"},
    Kind.OWN: {"question", "options", "retired", "at", "revision"},
}


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
                values = _values(replace(entry, revision=revision))
                _write(table_of(entries, theory), values, _KEYS[kind])

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
        name = self._document.name
        votes, strange_votes = understood(name, table, Kind.VOTE, _vote)
        verdicts, strange_verdicts = understood(name, table, Kind.VERDICT, _verdict)
        theories, strange_theories = understood(name, table, Kind.OWN, _own_theory)
        revision = whole_number(table.get("revision"), 0)
        notice = strange_votes or strange_verdicts or strange_theories
        return Ballot(votes, verdicts, theories, revision), notice


def _write(table: MutableMapping[str, Any], values: dict[str, Any], keys: set[str]) -> None:
    """Put an entry's values into its table; those of our keys that it lacks go, others stay."""
    for key in keys - values.keys():
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
    if isinstance(entry, OwnTheory):
        options = [{"id": option.id, "text": option.text} for option in entry.options]
        retired = {"retired": True} if entry.retired else {}
        return {"question": entry.question, "options": options, **retired, **values}
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
        note=clean(note) if isinstance(note, str) else "",
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


def _own_theory(entry: dict[str, Any]) -> OwnTheory:
    options = tuple(
        Option(id=_text(option["id"]), text=_text(option["text"])) for option in entry["options"]
    )
    if not FEWEST_OPTIONS <= len({option.id for option in options}) == len(options) <= MOST_OPTIONS:
        raise TypeError(f"{len(options)} options, or two with one id")
    return OwnTheory(
        _text(entry["question"]),
        options,
        retired=entry.get("retired") is True,
        at=_moment(entry.get("at")),
        revision=whole_number(entry.get("revision"), 0),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text in quotes")
    return clean(value)


def _moment(value: object) -> datetime | None:
    return value if isinstance(value, datetime) else None


def _confidence(value: object) -> int:
    confidence = whole_number(value, FIRST_CONFIDENCE)
    return max(LEAST_CONFIDENCE, min(MOST_CONFIDENCE, confidence))
