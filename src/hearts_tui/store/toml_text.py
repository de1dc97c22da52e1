"""The text of a user's TOML file: read it, parse it, and tell whether a newer hearts wrote it."""

import re
from pathlib import Path
from typing import Any

from hearts_tui.domain.toml_limits import LARGEST_FILE, toml_limit_error
from hearts_tui.files import read_regular_file
from hearts_tui.store.lenient import is_whole_number
from hearts_tui.store.text_format import TextFormat
from hearts_tui.store.toml_parser import FORMAT, DamagedFileError, parse_toml

_FORMAT_LINE = re.compile(r"^[ \t]*[\"']?format[\"']?[ \t]*=[ \t]*([^\n#]*)", re.MULTILINE)


def read_text(path: Path) -> str:
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


def parse_text(text: str) -> dict[str, Any]:
    """Parse a text as its editor left it, with a byte order mark and any line ends.

    Raises:
        DamagedFileError: it is no TOML that can be read.

    """
    return parse_toml(TextFormat.of(text).plain(text))


def parsed_if_good(text: str) -> dict[str, Any] | None:
    """Parse a text as ``parse_text`` does; None where it is no TOML."""
    try:
        return parse_text(text)
    except DamagedFileError:
        return None


def newer_notice(name: str, table: dict[str, Any]) -> str:
    """Return a sentence where a newer hearts wrote a file, or else nothing."""
    version = table.get("format", FORMAT)
    if is_whole_number(version) and version <= FORMAT:
        return ""
    return f"{name} was written by a newer hearts, so this one only reads it."


def newer_notice_of_head(path: Path) -> str:
    """Return the same of a file of which only the beginning can be read."""
    try:
        head = read_regular_file(path, LARGEST_FILE).decode("utf-8", "replace")
        found = _FORMAT_LINE.search(head.partition("\n[")[0])
        return newer_notice(path.name, parse_toml(f"format = {found[1]}")) if found else ""
    except (OSError, DamagedFileError):
        return ""


def next_revision(table: dict[str, Any]) -> int:
    """Return the revision that a file has after its next change."""
    revision = table.get("revision")
    return revision + 1 if is_whole_number(revision) else 1
