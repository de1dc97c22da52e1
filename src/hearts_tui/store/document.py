"""One TOML file of the user: the only way that hearts reads or changes it."""

import os
import tomllib
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hearts_tui.domain.hazards import toml_hazard
from hearts_tui.domain.keeping import KeepError
from hearts_tui.store.atomic import replace_file, sync_folder

FORMAT = 1
"""The major version of every file that this hearts writes; it changes none with a higher one."""

LOCK_SECONDS = 2.0

Edit = Callable[[MutableMapping[str, Any]], None]
"""A change to a parsed file. It must do the same to a plain dict as to a tomlkit document."""


class DamagedError(Exception):
    """A file's bytes are no TOML that can be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds, parsed, and a sentence for the user where there is something to tell."""

    table: dict[str, Any]
    notice: str = ""


class Document:
    """A TOML file that survives crashes, other sessions and careless editors.

    ``obstacle`` says why nothing can be kept in its folder (empty when it can); ``heading`` is
    the comment that a new file starts with.
    """

    def __init__(self, path: Path, heading: str, obstacle: str = "") -> None:
        self._path = path
        self._heading = heading
        self._last_good = ""
        self.obstacle = obstacle

    @property
    def name(self) -> str:
        """The file's own name, for messages."""
        return self._path.name

    def load(self) -> Contents:
        """Read the file; a damaged one is kept aside under another name and told of."""
        try:
            text = self._read()
            table = _parse(text)
        except OSError as error:
            self.obstacle = self.obstacle or f"{self.name} can't be read ({error.strerror})."
            return Contents({}, self.obstacle)
        except DamagedError as error:
            return Contents({}, self._told_aside(error))
        self._last_good = text
        self.obstacle = self.obstacle or _newer(self.name, table)
        return Contents(table)

    def change(self, edit: Edit) -> str:
        """Apply a change to what the file holds now; it is durable when this returns.

        Comments, order and unknown keys stay. Returns a sentence for the user where the file had
        been damaged meanwhile (it is kept aside and the change builds on what was read last),
        else an empty one.

        Raises:
            KeepError: nothing was changed; the message says why in one sentence.

        """
        if self.obstacle:
            raise KeepError(self.obstacle)
        from filelock import FileLock, Timeout

        lock = self._path.with_name(f".{self.name}.lock")
        try:
            with FileLock(lock, timeout=LOCK_SECONDS, mode=0o600):
                return self._change_locked(edit)
        except Timeout as error:
            raise KeepError(
                f"{self.name} was not saved: another hearts holds it. Please try again."
            ) from error
        except OSError as error:
            raise KeepError(f"{self.name} was not saved ({error.strerror}).") from error

    def _change_locked(self, edit: Edit) -> str:
        notice = ""
        text = self._read()
        try:
            table = _parse(text)
        except DamagedError as error:
            notice = self._told_aside(error)
            text = self._last_good
            table = _parse(text)
        if newer := _newer(self.name, table):
            raise KeepError(newer)
        changed = self._edited(text, table, edit)
        replace_file(self._target(), changed.encode())
        self._last_good = changed
        return notice

    def _edited(self, text: str, table: dict[str, Any], edit: Edit) -> str:
        """Apply the edit twice, to the plain table and to the text, and require the same result."""
        import tomlkit

        if not text.strip():
            text = f"{self._heading}\nformat = {FORMAT}\n"
            table = tomllib.loads(text)
        elif not text.endswith("\n"):
            text += "\n"
        document = tomlkit.parse(text)
        try:
            edit(table)
            edit(document)
        except (TypeError, AttributeError) as error:
            raise KeepError(
                f"{self.name} was not saved: a value in it is of another kind than hearts writes "
                "there. Please mend it by hand, or move the file away."
            ) from error
        changed = tomlkit.dumps(document)
        if not _says(changed, table):
            raise KeepError(
                f"{self.name} was not saved: its layout can't be changed without loss. "
                "Please write its tables out as [name] headings."
            )
        return changed

    def _read(self) -> str:
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return ""
        if hazard := toml_hazard(data):
            raise DamagedError(hazard)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DamagedError(f"not UTF-8 text, byte {error.start}") from error

    def _target(self) -> Path:
        return Path(os.path.realpath(self._path))

    def _told_aside(self, damage: DamagedError) -> str:
        target = self._target()
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        aside = target.with_name(f"{target.stem}.damaged-{stamp}{target.suffix}")
        try:
            target.rename(aside)
            sync_folder(target.parent)
        except OSError as error:
            self.obstacle = f"{self.name} can't be read ({damage}) nor moved ({error.strerror})."
            return self.obstacle
        return f"{self.name} could not be read ({damage}). It is kept as {aside.name}."


def _parse(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DamagedError(str(error)) from error
    except RecursionError as error:
        raise DamagedError("nested too deeply") from error


def _newer(name: str, table: dict[str, Any]) -> str:
    version = table.get("format", FORMAT)
    if isinstance(version, int) and version > FORMAT:
        return f"{name} was written by a newer hearts, so this one only reads it."
    return ""


def _says(text: str, table: dict[str, Any]) -> bool:
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return _without_empty_tables(said) == _without_empty_tables(table)


def _without_empty_tables(value: object) -> object:
    """Leave out tables without content: tomlkit drops one whose heading was only implied."""
    if not isinstance(value, dict):
        return value
    slim = {key: _without_empty_tables(entry) for key, entry in value.items()}
    return {key: entry for key, entry in slim.items() if entry != {}}
