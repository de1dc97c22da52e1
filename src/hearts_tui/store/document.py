"""One TOML file of the user: the only way that hearts reads or changes it."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hearts_tui.domain.hazards import LARGEST_FILE, toml_hazard
from hearts_tui.domain.keeping import KeepError
from hearts_tui.files import NotAFileError, read_regular_file, require_regular_file
from hearts_tui.store.atomic import replace_file, sync_folder, write_copy
from hearts_tui.store.editing import Edit, apply_edit, edited_text
from hearts_tui.store.entries import Faults, is_whole_number
from hearts_tui.store.layout import TablePath, line_of
from hearts_tui.store.parsing import DamagedError, parse_toml

FORMAT = 1
"""The major version of every file that this hearts writes; it changes none with a higher one."""

LOCK_SECONDS = 1.5
"""How long a save waits for another session's; with the save itself it stays under two seconds."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds, parsed, and a sentence for the user where there is something to tell."""

    table: dict[str, Any]
    notice: str = ""


class Document:
    """A TOML file that survives crashes, other sessions and careless editors.

    ``obstacle`` says why nothing can be kept in its folder (empty when it can). ``heading`` is
    the comment that a new file starts with. A ``counted`` file has a top-level ``revision``, which
    is there, if only as 0, whenever an edit is applied.
    """

    def __init__(
        self, path: Path, heading: str, obstacle: str = "", *, counted: bool = False
    ) -> None:
        self._path = path
        self._counted = counted
        self._heading = heading
        self._last_good = ""
        self._parsed: tuple[str, dict[str, Any]] | None = None
        self._seen: object = None
        self._folder_obstacle = obstacle
        self._own_obstacle = ""

    @property
    def obstacle(self) -> str:
        """Why nothing can be kept, in one sentence; empty when all is well."""
        return self._folder_obstacle or self._own_obstacle

    @property
    def name(self) -> str:
        """The file's own name, for messages."""
        return self._path.name

    def load(self) -> Contents:
        """Read the file; a damaged one is kept aside under another name and told of."""
        self._own_obstacle = ""
        try:
            self._seen = self._state()
            text = self._read()
            table = self._table_of(text)
        except OSError as error:
            # Whatever stands there counts as changed, so that it is tried again.
            self._seen = error
            todo = "; please move it away" if isinstance(error, NotAFileError) else ""
            self._own_obstacle = f"{self.name} can't be read ({error.strerror}){todo}."
            return Contents({}, self.obstacle)
        except DamagedError as error:
            return Contents({}, self._told_aside(error))
        self._last_good = text
        self._own_obstacle = _newer(self.name, table)
        return Contents(table)

    def complaint(self, path: TablePath, complaint: str) -> str:
        """Return a complaint about a value with the file's name and the line that it is in."""
        return f"{self.name}, line {line_of(self._last_good, path)}: {complaint}"

    def told(self, faults: Faults) -> str:
        """Return the sentence for what can't be used in the file; empty where all is well."""
        return self.complaint(faults.path, str(faults)) if faults.count else ""

    def changed_elsewhere(self) -> bool:
        """Tell whether somebody else put another file in place since it was last read."""
        return self._state() != self._seen

    def change(self, edit: Edit, paths: Sequence[TablePath] = ((),)) -> Contents:
        """Apply a change to what the file holds now; it is durable when this returns.

        The edit is applied to the table at each path, of which () is the whole file. Comments,
        order and unknown keys stay. Returns what the file holds after the change, with a sentence
        for the user where it had been damaged meanwhile (it is kept aside then, and the change
        builds on what was read last).

        Raises:
            KeepError: nothing was changed; the message says why in one sentence.

        """
        with self._locked():
            notice = ""
            text = self._read_or_none()
            if text is None:
                notice = self._told_aside(DamagedError("it was damaged while hearts was running"))
                text = self._last_good
            changed, table = self._edited(text, paths, edit)
            self._put(changed)
            return Contents(table, notice)

    def last_good(self) -> dict[str, Any] | None:
        """Return what the last copy that could be read holds, if there is one."""
        try:
            return parse_toml(_text_of(self._copy))
        except (OSError, DamagedError):
            return None

    def restore(self) -> Contents:
        """Put the last good copy back in place.

        Raises:
            KeepError: it could not be put there, or there is none.

        """
        table = self.last_good()
        if table is None:
            raise KeepError(f"There is no good copy of {self.name} to bring back.")
        with self._locked():
            self._put(_text_of(self._copy))
        return Contents(table)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the file's lock; turn every failure inside into a sentence."""
        if self.obstacle:
            raise KeepError(self.obstacle)
        from filelock import FileLock, Timeout

        lock = self._path.with_name(f".{self.name}.lock")
        holding = FileLock(lock, timeout=LOCK_SECONDS, mode=0o600, poll_interval=0.005)
        try:
            _require_lock_file(lock)
            holding.acquire()
            try:
                yield
            finally:
                # What was saved stays saved, even where letting go of the lock fails.
                with contextlib.suppress(OSError):
                    holding.release()
        except Timeout as error:
            raise KeepError(
                f"{self.name} was not saved: another hearts holds it. Please try again."
            ) from error
        except OSError as error:
            raise KeepError(f"{self.name} was not saved ({error.strerror}).") from error

    def _edited(
        self, text: str, paths: Sequence[TablePath], edit: Edit
    ) -> tuple[str, dict[str, Any]]:
        """Apply the edit to the parsed table and to the text, and require the same result."""
        text = self._prepared(text)
        table = self._table_of(text)
        if newer := _newer(self.name, table):
            raise KeepError(newer)
        revision = _next_revision(table) if self._counted else None
        # Whatever happens below, a half-edited table is never used again.
        self._parsed = None
        try:
            apply_edit(table, paths, edit, revision or 0)
        except (TypeError, AttributeError) as error:
            raise KeepError(
                f"{self.name} was not saved: a value in it is of another kind than hearts writes "
                "there. Please mend it by hand, or move the file away."
            ) from error
        if revision is not None:
            table["revision"] = revision
        changed = edited_text(text, paths, edit, table, revision)
        if changed is None:
            raise KeepError(
                f"{self.name} was not saved: its layout can't be changed without loss. "
                "Please write its tables out as [name] headings."
            )
        if hazard := toml_hazard(changed.encode()):
            raise KeepError(
                f"{self.name} was not saved: it would be {hazard}, which is more than hearts "
                "reads. Please take something out of it."
            )
        self._parsed = (changed, table)
        return changed, table

    def _prepared(self, text: str) -> str:
        """Return text that can be added to: headed, ended, and with a revision where one counts."""
        if not text.strip():
            return f"{self._heading}\nformat = {FORMAT}\n" + ("revision = 0\n" * self._counted)
        if not text.endswith("\n"):
            text += "\n"
        if self._counted and "revision" not in self._table_of(text):
            # On top, where no layout can take it into a table; tomlkit may put it into one.
            return f"revision = 0\n{text}"
        return text

    def _table_of(self, text: str) -> dict[str, Any]:
        """Parse a text, or take what it was parsed to before."""
        if self._parsed is None or self._parsed[0] != text:
            self._parsed = (text, parse_toml(text))
        return self._parsed[1]

    def _put(self, text: str) -> None:
        data = text.encode()
        replace_file(self._target(), data)
        self._last_good = text
        self._seen = self._state()
        with contextlib.suppress(OSError):
            write_copy(self._copy, data)

    @property
    def _copy(self) -> Path:
        return self._path.with_name(f".{self.name}.last-good")

    def _state(self) -> object:
        """Return what tells one version of the file from another without reading it."""
        try:
            stat = self._path.stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_size, stat.st_mtime_ns

    def _read_or_none(self) -> str | None:
        """Return the text, or None where it is damaged."""
        try:
            text = self._read()
            self._table_of(text)
        except DamagedError:
            return None
        return text

    def _read(self) -> str:
        try:
            return _text_of(self._path)
        except FileNotFoundError:
            return ""

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
            told = f"{self.name} can't be read ({damage}) nor moved ({error.strerror})."
            self._own_obstacle = told
            return told
        return f"{self.name} could not be read ({damage}). It is kept as {aside.name}."


def _text_of(path: Path) -> str:
    """Read a text that can be parsed without danger.

    Raises:
        OSError: it can't be read, or is no file at all.
        DamagedError: it is too large, or no UTF-8 text.

    """
    data = read_regular_file(path, LARGEST_FILE)
    if hazard := toml_hazard(data):
        raise DamagedError(hazard)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DamagedError(f"not UTF-8 text, byte {error.start}") from error


def _require_lock_file(lock: Path) -> None:
    """Check that nothing but a lock file stands where one goes.

    Raises:
        KeepError: something else stands there.

    """
    with contextlib.suppress(FileNotFoundError):
        try:
            require_regular_file(lock.stat(), lock)
        except NotAFileError as error:
            raise KeepError(
                f"Nothing was saved: {lock.name} can't be a lock ({error.strerror}). "
                "Please move it away."
            ) from error


def _next_revision(table: dict[str, Any]) -> int:
    revision = table.get("revision")
    return revision + 1 if is_whole_number(revision) else 1


def _newer(name: str, table: dict[str, Any]) -> str:
    version = table.get("format", FORMAT)
    if isinstance(version, int) and version > FORMAT:
        return f"{name} was written by a newer hearts, so this one only reads it."
    return ""
