"""The settings file."""

from collections.abc import MutableMapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hearts_tui.domain.keeping import Kept
from hearts_tui.domain.settings import Outcome, SequelNote, Settings
from hearts_tui.domain.spoilers import Spoiler
from hearts_tui.store.document import Document
from hearts_tui.store.entries import table_of

_HEADING = "# Settings of hearts.\n"


class SettingsFile:
    """Keeps settings in ``settings.toml``."""

    def __init__(self, folder: Path, obstacle: str = "") -> None:
        self._document = Document(folder / "settings.toml", _HEADING, obstacle)

    def load(self) -> Kept[Settings]:
        """Read the settings; a value that is not allowed is told of and its default holds."""
        contents = self._document.load()
        complaints: list[str] = []
        settings = Settings(
            spoilers=_spoilers(contents.table, complaints),
            sequel=_sequel(contents.table, complaints),
        )
        told = f"{self._document.name}: {complaints[0]}" if complaints else ""
        return Kept(settings, contents.notice or told)

    def save_spoilers(self, level: Spoiler) -> str:
        """Keep the spoiler level. See ``Document.change``."""

        def edit(table: MutableMapping[str, Any], _: int) -> None:
            table["spoilers"] = level.value

        return self._document.change(edit).notice

    def save_sequel(self, note: SequelNote) -> str:
        """Keep the user's own word on the sequel. See ``Document.change``."""

        def edit(table: MutableMapping[str, Any], _: int) -> None:
            entry = table_of(table, "sequel")
            entry["outcome"] = note.outcome.value
            entry.pop("day", None)
            if note.day is not None:
                entry["day"] = note.day

        return self._document.change(edit).notice


def _spoilers(table: dict[str, Any], complaints: list[str]) -> Spoiler:
    value = table.get("spoilers", Settings().spoilers.value)
    try:
        return Spoiler(value)
    except ValueError:
        complaints.append(f"spoilers is {value!r}; {_allowed(Spoiler)} are allowed.")
        return Settings().spoilers


def _sequel(table: dict[str, Any], complaints: list[str]) -> SequelNote:
    entry = table.get("sequel", {})
    if not isinstance(entry, dict):
        complaints.append("sequel should be a table.")
        return SequelNote()
    value, day = entry.get("outcome", Outcome.UNKNOWN.value), entry.get("day")
    try:
        outcome = Outcome(value)
    except ValueError:
        complaints.append(f"sequel.outcome is {value!r}; {_allowed(Outcome)} are allowed.")
        return SequelNote()
    if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
        complaints.append(f"sequel.day is {str(day)!r}; a date such as 2027-02-14 is allowed.")
        day = None
    if outcome is Outcome.NEW_DATE and day is None:
        return SequelNote()
    return SequelNote(outcome, day)


def _allowed(values: type[Spoiler] | type[Outcome]) -> str:
    return ", ".join(repr(value.value) for value in values)
