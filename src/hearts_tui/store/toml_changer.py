"""Make the new text of a TOML file of the user, or say why it can't be made."""

from collections.abc import Sequence
from typing import Any

from hearts_tui.domain.storage import StorageError
from hearts_tui.domain.toml_limits import toml_limit_error
from hearts_tui.store.text_format import TextFormat
from hearts_tui.store.toml_change import Edit, apply_edit, edited_text
from hearts_tui.store.toml_layout import TablePath
from hearts_tui.store.toml_parser import FORMAT
from hearts_tui.store.toml_text import newer_notice, next_revision, parse_text


class TomlChanger:
    """Parses the texts of one file, and applies changes to them.

    ``name`` is the file's, for messages; the rest is as in ``TomlFile``.
    """

    def __init__(self, name: str, heading: str, most: int, *, counted: bool) -> None:
        self._name = name
        self._heading = heading
        self._most = most
        self._counted = counted
        self._parsed: tuple[str, dict[str, Any]] | None = None

    def table_of(self, text: str) -> dict[str, Any]:
        """Parse a text, or take what it was parsed to before.

        Raises:
            DamagedFileError: it is no TOML that can be read.

        """
        if self._parsed is None or self._parsed[0] != text:
            self._parsed = (text, parse_text(text))
        return self._parsed[1]

    def changed(
        self, text: str, paths: Sequence[TablePath], edit: Edit
    ) -> tuple[str, dict[str, Any]]:
        """Apply a change to the parsed table and to the text, and require the same result.

        Raises:
            StorageError: the text can't be changed so; the message says why in one sentence.
            DamagedFileError: it is no TOML that can be read.

        """
        text_format = TextFormat.of(text)
        text = self._prepared(text_format.plain(text))
        table = self.table_of(text)
        if newer := newer_notice(self._name, table):
            raise StorageError(newer)
        revision = next_revision(table) if self._counted else None
        # Whatever happens below, a half-edited table is never used again.
        self._parsed = None
        try:
            apply_edit(table, paths, edit, revision or 0)
        except (TypeError, AttributeError) as error:
            raise StorageError(
                f"{self._name} was not saved: a value in it is of another kind than hearts writes "
                "there. Fix it by hand or move it away."
            ) from error
        if revision is not None:
            table["revision"] = revision
        changed = edited_text(text, paths, edit, table, revision)
        if changed is None:
            raise StorageError(
                f"{self._name} was not saved: its layout can't be changed without loss. "
                "Please write its tables out as [name] headings."
            )
        changed = text_format.formatted(changed)
        self._require_room(changed.encode())
        self._parsed = (changed, table)
        return changed, table

    def _prepared(self, text: str) -> str:
        """Return text that can be added to: headed, ended, and with a revision where one counts."""
        if not text.strip():
            return f"{self._heading}\nformat = {FORMAT}\n" + ("revision = 0\n" * self._counted)
        if not text.endswith("\n"):
            text += "\n"
        if self._counted and "revision" not in self.table_of(text):
            # On top, where no layout can take it into a table; tomlkit may put it into one.
            return f"revision = 0\n{text}"
        return text

    def _require_room(self, data: bytes) -> None:
        """Raise a ``StorageError`` where a file would hold more than hearts reads or may write."""
        if hazard := toml_limit_error(data):
            raise StorageError(
                f"{self._name} was not saved: it would be {hazard}, which is more than hearts "
                "reads. Please take something out of it."
            )
        if len(data) > self._most:
            raise StorageError(
                f"{self._name} was not saved: it would be larger than {self._most // 1024:,} KiB, "
                "which is the most. Please take something out of it."
            )
