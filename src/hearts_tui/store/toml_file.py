"""One TOML file of the user: the only way that hearts reads or changes it."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hearts_tui.domain.storage import StorageError
from hearts_tui.domain.toml_limits import LARGEST_FILE
from hearts_tui.files import NotAFileError, is_there
from hearts_tui.store.atomic import keep_under, replace_file, sync_folder
from hearts_tui.store.last_good import LastGood
from hearts_tui.store.lenient import Faults
from hearts_tui.store.locking import file_lock
from hearts_tui.store.losses import HoldingsOf
from hearts_tui.store.settled_file import SettledFile
from hearts_tui.store.toml_change import Edit
from hearts_tui.store.toml_changer import TomlChanger
from hearts_tui.store.toml_layout import TablePath, line_of
from hearts_tui.store.toml_parser import DamagedFileError
from hearts_tui.store.toml_text import newer_notice, newer_notice_of_head


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
        self._changer = TomlChanger(self.name, heading, most, counted=counted)
        self._last_good = LastGood(self._target, holdings_of)
        self._file = SettledFile(path, self._loss, lambda: self._last_good.is_known)
        self._text = ""
        self._is_worse = False
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
            text, loss = self._file.read()
            table = self._changer.table_of(text)
        except OSError as error:
            # Whatever stands there counts as changed, so that it is tried again.
            self._file.mark_unseen()
            todo = "; please move it away" if isinstance(error, NotAFileError) else ""
            self._own_obstacle = f"{self.name} can't be read ({error.strerror}){todo}."
            return Contents({}, self.write_error)
        except DamagedFileError as error:
            self._own_obstacle = newer_notice_of_head(self._path)
            if self._own_obstacle:
                return Contents({}, self._own_obstacle)
            self._is_worse = True
            return Contents({}, self._told_aside(error))
        self._text = text
        self._own_obstacle = newer_notice(self.name, table)
        self._is_worse = bool(loss)
        if loss:
            return Contents(table, f"{self.name} {loss}.")
        self._last_good.know(text, table)
        return Contents(table)

    def examine(self) -> Contents:
        """Read the file as ``load`` does, and leave it where it is, whatever it holds.

        Raises:
            StorageError: it can't be read, or not be changed; the message says why in one sentence.

        """
        try:
            text, loss = self._file.read()
            table = self._changer.table_of(text)
        except OSError as error:
            raise StorageError(f"{self.name} can't be read ({error.strerror}).") from error
        except DamagedFileError as error:
            told = newer_notice_of_head(self._path) or f"{self.name} can't be read ({error})."
            raise StorageError(told) from error
        if told := newer_notice(self.name, table) or (loss and f"{self.name} {loss}."):
            raise StorageError(told)
        self._text = text
        self._last_good.know(text, table)
        return Contents(table)

    def complaint(self, path: TablePath, complaint: str) -> str:
        """Return a complaint about a value with the file's name and the line that it is in."""
        return f"{self.name}, line {line_of(self._text, path)}: {complaint}"

    def told(self, faults: Faults) -> str:
        """Return the sentence for what can't be used in the file; empty where all is well."""
        return self.complaint(faults.path, str(faults)) if faults.count else ""

    def changed_on_disk(self) -> bool:
        """Return whether somebody else put another file in place since it was last read."""
        return self._file.has_changed()

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
            changed, table = self._changer.changed(text, paths, edit)
            self._put(changed, table)
            return Contents(table, notice)

    def last_good(self) -> dict[str, Any] | None:
        """Return what the last text that could be read holds, if there is one."""
        best = self._last_good.best()
        return best and best[1]

    def restore(self) -> Contents:
        """Put the last good text back in place; what it replaces is kept under another name.

        Raises:
            StorageError: it could not be put there, or there is none.

        """
        with self._locked():
            best = self._last_good.best()
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
                present = self._file.read_now()
                table = self._changer.table_of(present)
            except DamagedFileError as error:
                raise StorageError(f"{self.name} can't be read ({error}).") from error
            best = self._last_good.best()
            notice = ""
            if best is not None and self._last_good.lacks(table, best[1]):
                aside = self._aside("last-good")
                replace_file(aside, best[0].encode())
                notice = f"What {self.name} held before is kept as {aside.name}."
            self._last_good.write_copy(present)
            self._last_good.know(present, table)
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
            text, loss = self._file.read()
        except DamagedFileError as error:
            if newer := newer_notice_of_head(self._path):
                raise StorageError(newer) from error
            notice = self._told_aside(DamagedFileError("it was damaged while hearts was running"))
            best = self._last_good.best()
            return (best[0] if best else ""), notice
        if loss:
            # It is to be seen as changed, so that whoever looks for changes tells of it.
            self._file.mark_unseen()
            raise StorageError(
                f"{self.name} was not saved: the file {loss}. "
                "Please choose first whether to bring that back."
            )
        return text, ""

    def _put(self, text: str, table: dict[str, Any]) -> None:
        replace_file(self._target(), text.encode())
        self._text = text
        self._last_good.know(text, table)
        self._file.mark_seen()
        self._last_good.write_copy_if_possible(text)

    def _loss(self, text: str) -> str:
        """Return what a text lacks that the file had before; empty for nothing."""
        table = self._changer.table_of(text)
        return "" if newer_notice(self.name, table) else self._last_good.loss(text, table)

    def _target(self) -> Path:
        return Path(os.path.realpath(self._path))

    def _aside(self, why: str) -> Path:
        """Return a name beside the file for what is not to be lost."""
        target = self._target()
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        return target.with_name(f"{target.stem}.{why}-{stamp}{target.suffix}")

    def _copy_kept_aside(self) -> str:
        """Keep the copy of a file that was emptied under another name, before it is overwritten.

        Returns a sentence that tells where, or nothing where there is none.
        """
        if not self._last_good.copied():
            return ""
        aside = self._aside("last-good")
        self._last_good.move_copy(aside)
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
