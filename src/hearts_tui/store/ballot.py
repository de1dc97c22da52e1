"""The ballot file: the user's votes, verdicts and own theories."""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import replace
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
from hearts_tui.domain.custom_theories import FEWEST_OPTIONS, MOST_OPTIONS
from hearts_tui.domain.storage import Loaded, SavedBallot
from hearts_tui.domain.theories import Option
from hearts_tui.domain.toml_limits import LARGEST_FILE
from hearts_tui.store.lenient import Faults, UnusableError, Values, is_whole_number, read_entries
from hearts_tui.store.losses import Holdings
from hearts_tui.store.toml_file import Contents, TomlFile

_HEADING = "# Your votes on the theory board of hearts. Comments that you add here are kept.\n"
_HISTORY = "history"
_NEEDED = {Kind.VOTE: "option", Kind.VERDICT: "outcome", Kind.OWN: "question"}
"""The key without which an entry says nothing."""

MOST_OWN = 1_000
"""How many own theories are shown; with all that fit into a file, a key took seconds."""


def _nothing() -> None:
    """Do nothing."""


class BallotFile:
    """Keeps entries in ``ballot.toml``: a table a kind, and in it a table a theory."""

    def __init__(
        self,
        folder: Path,
        write_error: str = "",
        saved: Callable[[], None] = _nothing,
        most: int = LARGEST_FILE,
    ) -> None:
        """Make the store; ``saved`` is called after each save, ``most`` is in bytes."""
        self._file = TomlFile(
            folder / "ballot.toml",
            _HEADING,
            write_error,
            counted=True,
            holdings_of=_holdings,
            most=most,
        )
        self._tell_saved = saved

    @property
    def write_error(self) -> str:
        """Why nothing can be kept at all, in one sentence; empty when all is well."""
        return self._file.write_error

    def load(self) -> Loaded[Ballot]:
        """Read the ballot; entries that make no sense stay in the file and are told of."""
        return self._loaded(self._file.load())

    def examine(self) -> Loaded[Ballot]:
        """Read the ballot and leave its file where it is; see ``TomlFile.examine``."""
        return self._loaded(self._file.examine())

    def changes(self) -> Loaded[Ballot] | None:
        """Read the ballot again if somebody else changed the file since; else None."""
        return self.load() if self._file.changed_on_disk() else None

    def save(self, kind: Kind, theory: str, entry: Entry | None) -> SavedBallot:
        """Keep one entry under the next revision; see ``TomlFile.change`` for what is raised."""

        def edit(table: MutableMapping[str, Any], revision: int) -> None:
            if entry is None:
                table.clear()
            else:
                _write(table, kind, replace(entry, revision=revision))

        return self._saved(self._file.change(edit, [(kind.value, theory)]))

    def last_good(self) -> Ballot | None:
        """Return the last good ballot, where the present one is damaged or has lost something."""
        table = self._file.last_good() if self._file.is_worse else None
        return _ballot(table)[0] if table else None

    def restore(self) -> SavedBallot:
        """Put the last good ballot back in place; see ``TomlFile.restore``."""
        return self._saved(self._file.restore())

    def accept(self) -> str:
        """Go on with the present ballot instead; see ``TomlFile.accept``."""
        notice = self._file.accept()
        self._tell_saved()
        return notice

    def _loaded(self, contents: Contents) -> Loaded[Ballot]:
        ballot, faults = _ballot(contents.table)
        return Loaded(ballot, contents.notice or self._file.told(faults))

    def _saved(self, contents: Contents) -> SavedBallot:
        self._tell_saved()
        return SavedBallot(_ballot(contents.table)[0], contents.notice)


def _holdings(table: Mapping[str, Any]) -> Holdings:
    """Return which entries of a file say something, and its revision."""
    entries = frozenset(
        (kind.value, theory)
        for kind, needed in _NEEDED.items()
        if isinstance(entries := table.get(kind.value), Mapping)
        for theory, entry in entries.items()
        if isinstance(entry, Mapping) and needed in entry
    )
    revision = table.get("revision")
    return Holdings(entries, revision if is_whole_number(revision) else 0)


def _ballot(table: Mapping[str, Any]) -> tuple[Ballot, Faults]:
    """Make a ballot of what can be used in a file, and say what can't."""
    faults = Faults()
    ballot = Ballot(
        read_entries(table, Kind.VOTE.value, _vote, faults),
        read_entries(table, Kind.VERDICT.value, _verdict, faults),
        read_entries(table, Kind.OWN.value, _own_theory, faults, MOST_OWN),
        Values(table, (), faults).number("revision"),
    )
    return ballot, faults


def _write(table: MutableMapping[str, Any], kind: Kind, entry: Entry) -> None:
    """Put into a table what differs from the entry in it; what can't be used there stays."""
    before, unusable = _usable(table, kind)
    values = _values(entry)
    for key in before.keys() - values.keys():
        del table[key]
    for key, value in values.items():
        if key not in before or before[key] != value:
            table[key] = [*unusable, *value] if key == _HISTORY else value


def _usable(table: MutableMapping[str, Any], kind: Kind) -> tuple[dict[str, Any], list[Any]]:
    """Return the values of an entry that can be used, and what can't be used of its history."""
    plain = table.unwrap() if hasattr(table, "unwrap") else dict(table)
    values = Values(plain, (), Faults())
    try:
        usable = _values(_READERS[kind](values))
    except UnusableError:
        return {}, []
    # What stands for a missing value is not in the file.
    before = {key: value for key, value in usable.items() if key in plain}
    return before, values.rows(_HISTORY, _past)[1] if kind is Kind.VOTE else []


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
    if entry.shares_note:
        values["share_note"] = True
    if entry.history:
        values["history"] = [_past_values(past) for past in entry.history]
    return values


def _past_values(past: PastVote) -> dict[str, Any]:
    values = {"option": past.option, "confidence": past.confidence, "revision": past.revision}
    return values if past.at is None else {**values, "at": past.at}


def _vote(values: Values) -> Vote:
    return Vote(
        option=values.text("option"),
        at=values.moment("at"),
        confidence=_confidence(values),
        note=values.text("note", ""),
        revision=values.number("revision"),
        history=tuple(values.rows(_HISTORY, _past)[0]),
        shares_note=values.truth("share_note"),
    )


def _past(values: Values) -> PastVote:
    return PastVote(
        values.text("option"),
        _confidence(values),
        values.moment("at"),
        values.number("revision"),
    )


def _verdict(values: Values) -> Verdict:
    return Verdict(values.text("outcome"), values.moment("at"), values.number("revision"))


def _own_theory(values: Values) -> OwnTheory:
    options, unusable = values.rows("options", _option)
    if unusable:
        raise UnusableError
    if not FEWEST_OPTIONS <= len({option.id for option in options}) == len(options) <= MOST_OPTIONS:
        wanted = f"{FEWEST_OPTIONS} to {MOST_OPTIONS} options, each with an id of its own"
        values.faults.add((*values.path, "options"), [option.id for option in options], wanted)
        raise UnusableError
    return OwnTheory(
        values.text("question"),
        tuple(options),
        retired=values.truth("retired"),
        at=values.moment("at"),
        revision=values.number("revision"),
    )


def _option(values: Values) -> Option:
    return Option(id=values.text("id"), text=values.text("text"))


def _confidence(values: Values) -> int:
    confidence = values.number("confidence", FIRST_CONFIDENCE)
    return max(LEAST_CONFIDENCE, min(MOST_CONFIDENCE, confidence))


_READERS: Mapping[Kind, Callable[[Values], Entry]] = {
    Kind.VOTE: _vote,
    Kind.VERDICT: _verdict,
    Kind.OWN: _own_theory,
}
