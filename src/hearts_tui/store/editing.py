"""Apply a change to the text of a TOML file, so that comments, order and unknown keys stay."""

import contextlib
from collections.abc import Callable, MutableMapping
from typing import Any

from hearts_tui.store.parsing import DamagedError, parse_toml

Edit = Callable[[MutableMapping[str, Any], int], None]
"""A change to a parsed file, given its new revision (0 where none is counted).

It must do the same to a plain dict as to a tomlkit document.
"""


def edited_text(
    text: str, path: tuple[str, str] | None, edit: Edit, table: dict[str, Any], *, counted: bool
) -> str | None:
    """Return the text that says what the table holds; None where none was found."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from hearts_tui.store.splice import spliced

    revision = table.get("revision") if counted else None

    def edit_text(document: MutableMapping[str, Any]) -> None:
        edit(document, revision or 0)

    if path is not None:
        with contextlib.suppress(TOMLKitError, TypeError, AttributeError):
            changed = spliced(text, path, edit_text, revision)
            if _says(changed, table):
                return changed
    document = tomlkit.parse(text)
    edit_text(document)
    if revision is not None:
        document["revision"] = revision
    changed = document.as_string()
    return changed if _says(changed, table) else None


def _says(text: str, table: dict[str, Any]) -> bool:
    try:
        said = parse_toml(text)
    except DamagedError:
        return False
    return said == table or _without_empty_tables(said) == _without_empty_tables(table)


def _without_empty_tables(value: object) -> object:
    """Leave out tables without content: tomlkit drops one whose heading was only implied."""
    if not isinstance(value, dict):
        return value
    slim = {key: _without_empty_tables(entry) for key, entry in value.items()}
    return {key: entry for key, entry in slim.items() if entry != {}}
