"""Apply a change to a parsed TOML file and to its text, so that comments and unknown keys stay."""

from collections.abc import Callable, MutableMapping, Sequence
from math import isnan
from typing import Any

from hearts_tui.store.lenient import table_of
from hearts_tui.store.toml_layout import TablePath
from hearts_tui.store.toml_parser import DamagedFileError, parse_toml

Edit = Callable[[MutableMapping[str, Any], int], None]
"""A change to one table, given the file's new revision (0 where none is counted).

It must do the same to a plain dict as to a tomlkit table. A table that it leaves empty is removed.
"""


def apply_edit(
    table: MutableMapping[str, Any], paths: Sequence[TablePath], edit: Edit, revision: int
) -> None:
    """Apply a change to the tables at some paths, which are made where they are missing.

    Raises:
        TypeError: something else than a table stands in the way.

    """
    for path in paths:
        outer, inner = table, table
        for name in path:
            outer, inner = inner, table_of(inner, name)
        edit(inner, revision)
        if path and not inner and not _has_comments(inner):
            outer.pop(path[-1])


def edited_text(
    text: str,
    paths: Sequence[TablePath],
    edit: Edit,
    table: dict[str, Any],
    revision: int | None,
) -> str | None:
    """Return a text with a change applied, which holds what ``table`` does; None if it can't be."""
    from tomlkit.exceptions import TOMLKitError

    from hearts_tui.store.toml_edit import TooLargeError

    # Files of every kind come here; tomlkit has its own ways to stumble over those it can't edit.
    stumbles = (TOMLKitError, TypeError, AttributeError, ValueError, LookupError, RecursionError)
    for attempt in (_edited_in_part, _edited_as_a_whole):
        try:
            changed = attempt(text, paths, edit, revision)
            if _says(changed, table):
                return changed
        except (TooLargeError, *stumbles):
            continue
    return None


def _edited_in_part(text: str, paths: Sequence[TablePath], edit: Edit, revision: int | None) -> str:
    from hearts_tui.store.toml_edit import edit_entry

    return edit_entry(text, list(paths), lambda table: edit(table, revision or 0), revision)


def _edited_as_a_whole(
    text: str, paths: Sequence[TablePath], edit: Edit, revision: int | None
) -> str:
    import tomlkit

    from hearts_tui.store.toml_edit import require_few_parts

    require_few_parts(text)
    document = tomlkit.parse(text)
    apply_edit(document, paths, edit, revision or 0)
    if revision is not None:
        document["revision"] = revision
    return document.as_string()


def _has_comments(table: MutableMapping[str, Any]) -> bool:
    return hasattr(table, "as_string") and "#" in table.as_string()


def _says(text: str, table: dict[str, Any]) -> bool:
    try:
        said = parse_toml(text)
    except DamagedFileError:
        return False
    return said == table or _comparable(said) == _comparable(table)


def _comparable(value: object) -> object:
    """Return a form in which equal content is equal.

    Tables without content are left out, as tomlkit drops one whose heading was only implied; a
    float that is no number stands for itself, which it is not equal to.
    """
    if isinstance(value, list):
        return [_comparable(entry) for entry in value]
    if isinstance(value, dict):
        slim = {key: _comparable(entry) for key, entry in value.items()}
        return {key: entry for key, entry in slim.items() if entry != {}}
    return "nan" if isinstance(value, float) and isnan(value) else value
