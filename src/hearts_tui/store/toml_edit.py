"""Change some tables in the text of a TOML file, without parsing the whole of it for editing.

tomlkit, which keeps comments, takes a quarter of a second for a thousand entries. A table that
stands under a heading of its own, as hearts writes them, can be cut out, changed and put back. The
result is a proposal: whoever uses it has to check that it says what it should.
"""

import re
from collections.abc import Callable, MutableMapping
from typing import Any

from hearts_tui.store.lenient import table_of
from hearts_tui.store.toml_layout import TablePath, blocks

_REVISION = re.compile(r"^revision[ \t]*=[ \t]*[^\s#]+", re.MULTILINE)
_PARTS = re.compile(r"[=,\[{\n]")

MOST_PARTS = 10_000
"""How many keys, values and lines are parsed for editing; that many take half a second."""


class TooLargeError(Exception):
    """A text has too many parts to be parsed for editing."""


def edit_entry(
    text: str,
    paths: list[TablePath],
    edit: Callable[[MutableMapping[str, Any]], None],
    revision: int | None,
) -> str:
    """Return the text with ``edit`` applied to the table at each path, and the revision set.

    Raises:
        TooLargeError: one of the tables has too many parts.

    """
    found = blocks(text, paths)
    runs, place = [], 0
    for path in sorted(found, key=lambda path: found[path]):
        start, end = found[path]
        runs += [text[place:start], _changed(text[start:end], path, edit)]
        place = end
    changed = "".join([*runs, text[place:]])
    added = "".join(_changed("", path, edit) for path in paths if path not in found)
    if added:
        changed = changed.rstrip("\n") + "\n" + added
    if changed.endswith("\n\n") and not text.endswith("\n\n"):
        changed = changed.rstrip("\n") + "\n"
    return changed if revision is None else _with_revision(changed, revision)


def require_few_parts(text: str) -> None:
    """Check that a text can be parsed for editing in reasonable time.

    Raises:
        TooLargeError: it has too many parts.

    """
    if len(text) > MOST_PARTS and sum(1 for _ in _PARTS.finditer(text)) > MOST_PARTS:
        raise TooLargeError


def _changed(block: str, path: TablePath, edit: Callable[[MutableMapping[str, Any]], None]) -> str:
    """Return the text of one table after a change; empty if neither values nor comments are left.

    Comments at its end stay there: they usually belong to what follows.
    """
    import tomlkit

    body, tail = _split(block)
    if path and not block:
        body, tail = f"\n[{'.'.join(tomlkit.key(key).as_string() for key in path)}]\n", ""
    require_few_parts(body)
    document = tomlkit.parse(body)
    table: MutableMapping[str, Any] = document
    for name in path:
        table = table_of(table, name)
    edit(table)
    changed = document.as_string()
    if path and not table and "#" not in changed:
        return tail if tail.strip() else ""
    return changed + tail


def _split(block: str) -> tuple[str, str]:
    """Split off the comments and empty lines at the end of a block."""
    lines = block.splitlines(keepends=True)
    count = len(lines)
    while count and (not lines[count - 1].strip() or lines[count - 1].lstrip().startswith("#")):
        count -= 1
    return "".join(lines[:count]), "".join(lines[count:])


def _with_revision(text: str, revision: int) -> str:
    """Set the top-level revision, which stands before the first heading."""
    return _REVISION.sub(f"revision = {revision}", text, count=1)
