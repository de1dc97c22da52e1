"""Read the settings out of a parsed file: take what can be used, and say what can't."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hearts_tui.domain.dates import YEARS
from hearts_tui.domain.excerpt import excerpt
from hearts_tui.domain.sanitize import sanitize
from hearts_tui.domain.settings import CHOICES, KEYS, NO_BOARD, Outcome, SequelNote, Settings
from hearts_tui.domain.spoilers import SeenFilm, SequelRumors
from hearts_tui.domain.toml_limits import LARGEST_FILE, toml_limit_error
from hearts_tui.files import read_regular_file
from hearts_tui.store.toml_parser import FORMAT, DamagedFileError, parse_toml

if TYPE_CHECKING:
    from hearts_tui.domain.own_dates import OwnDate
    from hearts_tui.store.lenient import Faults
    from hearts_tui.store.toml_layout import TablePath

DATES = "dates"
"""The name of the table of the user's own dates."""

_ZONE = r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*|"
_LONGEST_ZONE, _LONGEST_KEYS, _LONGEST_ID = 64, 200, 200
"""In characters. The longest name of a zone has 32."""

_LONGEST_PATH = 4096
_PATHS = {"board": "/var/lib/hearts/board", "board_key": "~/.ssh/id_ed25519"}

LEVEL = "spoilers"
"""What earlier versions had in place of ``seen_film`` and ``sequel_rumors``."""

_SWITCHES: Mapping[str, Mapping[str, str]] = {
    "none": {"seen_film": SeenFilm.NOT_YET, "sequel_rumors": SequelRumors.TITLES},
    "film": {"seen_film": SeenFilm.YES, "sequel_rumors": SequelRumors.TITLES},
    "trailer": {"seen_film": SeenFilm.YES, "sequel_rumors": SequelRumors.SHOW},
    "leak": {"seen_film": SeenFilm.YES, "sequel_rumors": SequelRumors.SHOW},
}
"""What each level becomes."""

Complaint = tuple["TablePath", str]
"""Where a value is that can't be used, and a sentence on it."""


def sound_settings(file: Path) -> Settings | None:
    """Read a settings file in which all is as it should be; return None for any other.

    Nothing is imported that finds lines, mends files or tells of faults, which takes longer than to
    read one. The user's own dates need some of that too: a file that has any is such another.
    """
    try:
        data = read_regular_file(file, LARGEST_FILE)
        table = {} if toml_limit_error(data) else parse_toml(data.decode())
    except (OSError, UnicodeDecodeError, DamagedFileError):
        return None
    complaints: list[Complaint] = []
    settings = read_settings(table, complaints, None)
    version = table.get("format")
    is_known = version == FORMAT and not isinstance(version, bool)
    return settings if is_known and DATES not in table and not complaints else None


def read_settings(
    table: dict[str, Any], complaints: list[Complaint], faults: "Faults | None"
) -> Settings:
    """Make settings of what can be used in a table, and say what can't.

    Without ``faults`` the user's own dates are left out.
    """
    switched = with_switches(table)
    chosen = {name: _choice(switched, name, complaints) for name in CHOICES}
    return Settings(
        **chosen,
        zone=_zone(table, complaints),
        countdown=_countdown(table, complaints),
        board=_path(table, "board", complaints, NO_BOARD),
        board_name=_board_name(table, complaints),
        board_key=_path(table, "board_key", complaints),
        sequel=_sequel(table, complaints),
        keys=_keys(table, complaints),
        dates=_dates(table, faults) if faults is not None else {},
    )


def with_switches(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table with the two switches in place of the one level of earlier versions."""
    level = table.get(LEVEL)
    return {**(_SWITCHES.get(level, {}) if isinstance(level, str) else {}), **table}


def _choice(table: dict[str, Any], name: str, complaints: list[Complaint]) -> Any:
    kind, default = CHOICES[name], getattr(Settings(), name)
    value = table.get(name, default.value)
    if value in list(kind):
        return kind(value)
    complaints.append(((name,), f"{name} is {excerpt(value)}; {_allowed(kind)} are allowed."))
    return default


def _zone(table: dict[str, Any], complaints: list[Complaint]) -> str:
    name = table.get("zone", "")
    if isinstance(name, str) and len(name) <= _LONGEST_ZONE and re.fullmatch(_ZONE, name):
        return name
    told = f"zone is {excerpt(name)}; a name such as 'Europe/Berlin' is allowed."
    complaints.append((("zone",), told))
    return ""


def _countdown(table: dict[str, Any], complaints: list[Complaint]) -> str:
    """Return the id of the chosen date; one that is gone may come back, so it is no fault."""
    name = table.get("countdown", Settings().countdown)
    if isinstance(name, str) and len(name) <= _LONGEST_ID:
        return name
    told = f"countdown is {excerpt(name)}; a name such as 'film-anniversary' is allowed."
    complaints.append((("countdown",), told))
    return Settings().countdown


def _path(table: dict[str, Any], name: str, complaints: list[Complaint], *words: str) -> str:
    """Return a full path, in which ~ stands for the home folder; or one of some words, or none."""
    value = table.get(name, "")
    if isinstance(value, str) and len(value) <= _LONGEST_PATH and value.isprintable():
        if value in ("", *words):
            return value
        with suppress(RuntimeError):
            path = Path(value).expanduser()
            if path.is_absolute():
                return str(path)
    told = f"{name} is {excerpt(value)}; a full path such as {_PATHS[name]!r} is allowed."
    complaints.append(((name,), told))
    return ""


def _board_name(table: dict[str, Any], complaints: list[Complaint]) -> str:
    name = table.get("board_name", "")
    if not isinstance(name, str):
        told = f"board_name is {excerpt(name)}; a name such as 'mia' is allowed."
        complaints.append((("board_name",), told))
        return ""
    if not name:
        return ""
    from hearts_tui.domain.slip import clean_name

    return clean_name(name)


def _dates(table: dict[str, Any], faults: "Faults") -> "dict[str, OwnDate]":
    if DATES not in table:
        return {}
    from hearts_tui.store.own_dates import read_dates

    return read_dates(table, faults)


def _keys(table: dict[str, Any], complaints: list[Complaint]) -> dict[str, str]:
    entry = table.get(KEYS, {})
    if not isinstance(entry, dict):
        complaints.append(((KEYS,), f"{KEYS} should be a table."))
        return {}
    given = {}
    for name, key in entry.items():
        if isinstance(key, str) and 0 < len(key) <= _LONGEST_KEYS:
            given[sanitize(name)] = sanitize(key)
        elif not complaints:
            told = f"{KEYS}.{excerpt(name)[1:-1]} is {excerpt(key)}; a key such as 'g' is allowed."
            complaints.append(((KEYS, name), told))
    return given


def _sequel(table: dict[str, Any], complaints: list[Complaint]) -> SequelNote:
    entry = table.get("sequel", {})
    if not isinstance(entry, dict):
        complaints.append((("sequel",), "sequel should be a table."))
        return SequelNote()
    value, day = entry.get("outcome", Outcome.UNKNOWN.value), entry.get("day")
    if value not in list(Outcome):
        told = f"sequel.outcome is {excerpt(value)}; {_allowed(Outcome)} are allowed."
        complaints.append((("sequel", "outcome"), told))
        return SequelNote()
    outcome = Outcome(value)
    if day is not None and not _is_day(day):
        told = f"sequel.day is {excerpt(day)}; a date such as 2027-02-14 is allowed."
        complaints.append((("sequel", "day"), told))
        day = None
    if outcome is Outcome.NEW_DATE and day is None:
        return SequelNote()
    return SequelNote(outcome, day)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime) and value.year in YEARS


def _allowed(values: type[StrEnum]) -> str:
    return ", ".join(repr(value.value) for value in values)
