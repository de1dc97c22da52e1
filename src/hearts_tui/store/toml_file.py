"""One TOML file of the user: the only way that hearts reads or changes it."""

import contextlib
import os
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hearts_tui.domain.storage import StorageError
from hearts_tui.domain.toml_limits import LARGEST_FILE, toml_limit_error
from hearts_tui.files import NotAFileError, is_there, read_regular_file
from hearts_tui.store.atomic import keep_under, replace_file, sync_folder, write_copy
from hearts_tui.store.lenient import Faults, is_whole_number
from hearts_tui.store.locking import file_lock
from hearts_tui.store.losses import Holdings, HoldingsOf
from hearts_tui.store.text_format import TextFormat
from hearts_tui.store.toml_change import Edit, apply_edit, edited_text
from hearts_tui.store.toml_layout import TablePath, line_of
from hearts_tui.store.toml_parser import DamagedFileError, parse_toml

FORMAT = 1
"""The major version of every file that this hearts writes; it changes none with a higher one."""

_SETTLE_SECONDS, _SETTLE_TIMES = 0.2, 2
"""How long an editor that empties a file first may take to write it, and how often to look."""

_FORMAT_LINE = re.compile(r"^[ \t]*[\"']?format[\"']?[ \t]*=[ \t]*([^\n#]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds, parsed, and a sentence for the user where there is something to tell."""

    table: dict[str, Any]
    notice: str = ""


class TomlFile:
    """A TOML file that survives crashes, other sessions and careless editors.

    ``write_error`` says why nothing can be kept in its folder (empty when it can). ``heading`` is
    the comment that a new file starts with. A ``counted`` file has a top-level ``revision``, which
    is there, if only as 0, whenever an edit is applied. Where ``holdings_of`` tells what the file
    holds, a file that has lost some of it is told of and changed no more until ``restore`` or
    ``accept`` is called. It is never written with more than ``most`` bytes.
    """

    def __init__(
        self,
        path: Path,
        heading: str,
        write_error: str = "",
        *,
        counted: bool = False,
        holdings_of: HoldingsOf | None = None,
        most: int = LARGEST_FILE,
    ) -> None:
        self._path = path
        self._counted = counted
        self._heading = heading
        self._holdings_of = holdings_of
        self._most = most
        self._text = ""
        self._last_good = ""
        self._held = Holdings()
        self._is_worse = False
        self._parsed: tuple[str, dict[str, Any]] | None = None
        self._seen: object = None
        self._folder_write_error = write_error
        self._own_obstacle = ""

    @property
    def write_error(self) -> str:
        """Why nothing can be kept, in one sentence; empty when all is well."""
        return self._folder_write_error or self._own_obstacle

    @property
    def name(self) -> str:
        """The file's own name, for messages."""
        return self._path.name

    @property
    def is_worse(self) -> bool:
        """Whether the file was damaged or lacked something when it was last read."""
        return self._is_worse and not self.write_error

    def load(self) -> Contents:
        """Read the file; a damaged one is kept aside under another name and told of."""
        self._own_obstacle = ""
        try:
            text, loss = self._read_settled()
            table = self._table_of(text)
        except OSError as error:
            # Whatever stands there counts as changed, so that it is tried again.
            self._seen = error
            todo = "; please move it away" if isinstance(error, NotAFileError) else ""
            self._own_obstacle = f"{self.name} can't be read ({error.strerror}){todo}."
            return Contents({}, self.write_error)
        except DamagedFileError as error:
            self._own_obstacle = self._newer_head()
            if self._own_obstacle:
                return Contents({}, self._own_obstacle)
            self._is_worse = True
            return Contents({}, self._told_aside(error))
        self._text = text
        self._own_obstacle = _newer(self.name, table)
        self._is_worse = bool(loss)
        if loss:
            return Contents(table, f"{self.name} {loss}.")
        self._know(text, table)
        return Contents(table)

    def examine(self) -> Contents:
        """Read the file as ``load`` does, and leave it where it is, whatever it holds.

        Raises:
            StorageError: it can't be read, or not be changed; the message says why in one sentence.

        """
        try:
            text, loss = self._read_settled()
            table = self._table_of(text)
        except OSError as error:
            raise StorageError(f"{self.name} can't be read ({error.strerror}).") from error
        except DamagedFileError as error:
            told = self._newer_head() or f"{self.name} can't be read ({error})."
            raise StorageError(told) from error
        if told := _newer(self.name, table) or (loss and f"{self.name} {loss}."):
            raise StorageError(told)
        self._text = text
        self._know(text, table)
        return Contents(table)

    def complaint(self, path: TablePath, complaint: str) -> str:
        """Return a complaint about a value with the file's name and the line that it is in."""
        return f"{self.name}, line {line_of(self._text, path)}: {complaint}"

    def told(self, faults: Faults) -> str:
        """Return the sentence for what can't be used in the file; empty where all is well."""
        return self.complaint(faults.path, str(faults)) if faults.count else ""

    def changed_on_disk(self) -> bool:
        """Return whether somebody else put another file in place since it was last read."""
        return self._state() != self._seen

    def change(self, edit: Edit, paths: Sequence[TablePath] = ((),)) -> Contents:
        """Apply a change to what the file holds now; it is durable when this returns.

        The edit is applied to the table at each path, of which () is the whole file. Comments,
        order and unknown keys stay. Returns what the file holds after the change, with a sentence
        for the user where it had been damaged meanwhile (it is kept aside then, and the change
        builds on what was read last).

        Raises:
            StorageError: nothing was changed; the message says why in one sentence.

        """
        with self._locked():
            text, notice = self._base()
            if not text.strip():
                notice = notice or self._copy_kept_aside()
            changed, table = self._edited(text, paths, edit)
            self._put(changed, table)
            return Contents(table, notice)

    def last_good(self) -> dict[str, Any] | None:
        """Return what the last text that could be read holds, if there is one."""
        best = self._best()
        return best and best[1]

    def restore(self) -> Contents:
        """Put the last good text back in place; what it replaces is kept under another name.

        Raises:
            StorageError: it could not be put there, or there is none.

        """
        with self._locked():
            best = self._best()
            if best is None:
                raise StorageError(f"There is no good copy of {self.name} to bring back.")
            text, table = best
            notice = ""
            target, aside = self._target(), self._aside("replaced")
            if is_there(target) and target.stat().st_size:
                keep_under(target, aside)
                notice = f"What {self.name} held is kept as {aside.name}."
            self._put(text, table)
            self._is_worse = False
        return Contents(table, notice)

    def accept(self) -> str:
        """Go on with what the file holds; what it held before is kept under another name.

        Returns a sentence that tells where, or nothing where nothing is lost.

        Raises:
            StorageError: it could not be saved.

        """
        with self._locked():
            try:
                present = self._read()
                table = self._table_of(present)
            except DamagedFileError as error:
                raise StorageError(f"{self.name} can't be read ({error}).") from error
            best = self._best()
            notice = ""
            if best is not None and self._holdings(best[1]).loss(self._holdings(table)):
                aside = self._aside("last-good")
                replace_file(aside, best[0].encode())
                notice = f"What {self.name} held before is kept as {aside.name}."
            if present:
                write_copy(self._copy, present.encode())
            else:
                self._copy.unlink(missing_ok=True)
            self._know(present, table)
            self._is_worse = False
        return notice

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the file's lock; turn every failure inside into a sentence."""
        if self.write_error:
            raise StorageError(self.write_error)
        try:
            with file_lock(self._target(), self.name):
                yield
        except OSError as error:
            raise StorageError(f"{self.name} was not saved ({error.strerror}).") from error

    def _base(self) -> tuple[str, str]:
        """Return the text that a change builds on, and a sentence where it had been damaged.

        Raises:
            StorageError: the file is none that may be changed.

        """
        try:
            text, loss = self._read_settled()
        except DamagedFileError as error:
            if newer := self._newer_head():
                raise StorageError(newer) from error
            notice = self._told_aside(DamagedFileError("it was damaged while hearts was running"))
            best = self._best()
            return (best[0] if best else ""), notice
        if loss:
            # It is to be seen as changed, so that whoever looks for changes tells of it.
            self._seen = object()
            raise StorageError(
                f"{self.name} was not saved: the file {loss}. "
                "Please choose first whether to bring that back."
            )
        return text, ""

    def _edited(
        self, text: str, paths: Sequence[TablePath], edit: Edit
    ) -> tuple[str, dict[str, Any]]:
        """Apply the edit to the parsed table and to the text, and require the same result."""
        text_format = TextFormat.of(text)
        text = self._prepared(text_format.plain(text))
        table = self._table_of(text)
        if newer := _newer(self.name, table):
            raise StorageError(newer)
        revision = _next_revision(table) if self._counted else None
        # Whatever happens below, a half-edited table is never used again.
        self._parsed = None
        try:
            apply_edit(table, paths, edit, revision or 0)
        except (TypeError, AttributeError) as error:
            raise StorageError(
                f"{self.name} was not saved: a value in it is of another kind than hearts writes "
                "there. Please mend it by hand, or move the file away."
            ) from error
        if revision is not None:
            table["revision"] = revision
        changed = edited_text(text, paths, edit, table, revision)
        if changed is None:
            raise StorageError(
                f"{self.name} was not saved: its layout can't be changed without loss. "
                "Please write its tables out as [name] headings."
            )
        changed = text_format.formatted(changed)
        data = changed.encode()
        if hazard := toml_limit_error(data):
            raise StorageError(
                f"{self.name} was not saved: it would be {hazard}, which is more than hearts "
                "reads. Please take something out of it."
            )
        if len(data) > self._most:
            raise StorageError(
                f"{self.name} was not saved: it would be larger than {self._most // 1024:,} KiB, "
                "which is the most. Please take something out of it."
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
            self._parsed = (text, parse_toml(TextFormat.of(text).plain(text)))
        return self._parsed[1]

    def _put(self, text: str, table: dict[str, Any]) -> None:
        data = text.encode()
        replace_file(self._target(), data)
        self._text = text
        self._know(text, table)
        self._seen = self._state()
        with contextlib.suppress(OSError):
            write_copy(self._copy, data)

    def _know(self, text: str, table: dict[str, Any]) -> None:
        """Remember a text as the last good one."""
        self._last_good = text
        self._held = self._holdings(table)

    def _holdings(self, table: dict[str, Any]) -> Holdings:
        return self._holdings_of(table) if self._holdings_of else Holdings()

    def _best(self) -> tuple[str, dict[str, Any]] | None:
        """Return the later of the last good text of this session and the copy, and its table."""
        known = [(text, _parsed(text)) for text in (self._last_good, self._copied()) if text]
        good = [(text, table) for text, table in known if table is not None]
        return max(good, key=lambda each: self._holdings(each[1]).revision, default=None)

    def _loss(self, text: str) -> str:
        """Return what a text lacks that this session or the last good copy has."""
        table = self._table_of(text)
        if self._holdings_of is None or _newer(self.name, table):
            return ""
        now = self._holdings(table)
        copied = self._copied()
        # The copy is parsed only where it says something else; a large one takes its time.
        before = None if copied in ("", text, self._last_good) else _parsed(copied)
        return self._held.loss(now) or (self._holdings(before).loss(now) if before else "")

    def _copied(self) -> str:
        """Return the text of the last good copy; empty where there is none that can be read."""
        try:
            return _text_of(self._copy)
        except (OSError, DamagedFileError):
            return ""

    @property
    def _copy(self) -> Path:
        target = self._target()
        return target.with_name(f".{target.name}.last-good")

    def _state(self) -> object:
        """Return what tells one version of the file from another without reading it."""
        try:
            stat = self._path.stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_size, stat.st_mtime_ns

    def _read_settled(self) -> tuple[str, str]:
        """Return the text, and what it lacks; read again where something is wrong with it.

        Some editors empty a file, or put it away, a moment before they write it, and it may be
        read when half of it is written. Damage that was there at the start is not waited for.
        """
        for _ in range(_SETTLE_TIMES):
            try:
                text, loss = self._look()
            except DamagedFileError:
                if not self._last_good:
                    raise
            else:
                if not loss:
                    return text, ""
            time.sleep(_SETTLE_SECONDS)
        return self._look()

    def _look(self) -> tuple[str, str]:
        """Return the text that is there at this moment, and what it lacks."""
        self._seen = self._state()
        text = self._read()
        return text, self._loss(text)

    def _read(self) -> str:
        try:
            return _text_of(self._path)
        except FileNotFoundError:
            return ""

    def _target(self) -> Path:
        return Path(os.path.realpath(self._path))

    def _aside(self, why: str) -> Path:
        """Return a name beside the file for what is not to be lost."""
        target = self._target()
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        return target.with_name(f"{target.stem}.{why}-{stamp}{target.suffix}")

    def _newer_head(self) -> str:
        """Return whether a newer hearts wrote a file, of which only the beginning can be read."""
        try:
            head = read_regular_file(self._path, LARGEST_FILE).decode("utf-8", "replace")
            found = _FORMAT_LINE.search(head.partition("\n[")[0])
            return _newer(self.name, parse_toml(f"format = {found[1]}")) if found else ""
        except (OSError, DamagedFileError):
            return ""

    def _copy_kept_aside(self) -> str:
        """Keep the copy of a file that was emptied under another name, before it is overwritten.

        Returns a sentence that tells where, or nothing where there is none.
        """
        if not self._copied():
            return ""
        aside = self._aside("last-good")
        self._copy.rename(aside)
        return f"{self.name} was empty or gone. What it held before is kept as {aside.name}."

    def _told_aside(self, damage: DamagedFileError) -> str:
        target, aside = self._target(), self._aside("damaged")
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
        DamagedFileError: it is too large, or no UTF-8 text.

    """
    data = read_regular_file(path, LARGEST_FILE)
    if hazard := toml_limit_error(data):
        raise DamagedFileError(hazard)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DamagedFileError(f"not UTF-8 text, byte {error.start}") from error


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return parse_toml(TextFormat.of(text).plain(text))
    except DamagedFileError:
        return None


def _next_revision(table: dict[str, Any]) -> int:
    revision = table.get("revision")
    return revision + 1 if is_whole_number(revision) else 1


def _newer(name: str, table: dict[str, Any]) -> str:
    version = table.get("format", FORMAT)
    if is_whole_number(version) and version <= FORMAT:
        return ""
    return f"{name} was written by a newer hearts, so this one only reads it."
