"""Change one entry in the text of a TOML file, without parsing the whole of it for editing.

tomlkit, which keeps comments, takes a quarter of a second for a thousand entries. An entry that
stands under a heading of its own, as hearts writes them, can be cut out, changed and put back. The
result is a proposal: whoever uses it has to check that it says what it should.
"""

import re
from collections.abc import Callable, MutableMapping
from typing import Any

_REVISION = re.compile(r"^revision[ \t]*=[ \t]*\d+", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*\[", re.MULTILINE)
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def spliced(
    text: str,
    path: tuple[str, str],
    edit: Callable[[MutableMapping[str, Any]], None],
    revision: int | None,
) -> str:
    """Return the text with ``edit`` applied to the entry at ``path``, and the revision set.

    ``edit`` works on the whole table, as everywhere; here that holds the one entry only.
    """
    import tomlkit

    start, end = _block(text, path)
    block = tomlkit.parse(text[start:end])
    edit(block)
    entry = block.as_string()
    before = text[:start]
    if start == end and entry.strip():
        before = before.rstrip("\n") + "\n\n"
    changed = before + entry + text[end:]
    return changed if revision is None else _with_revision(changed, revision)


def _block(text: str, path: tuple[str, str]) -> tuple[int, int]:
    """Find where an entry's heading and lines begin and end; at the end of the text if nowhere."""
    table, key = path
    name = key if _BARE.fullmatch(key) else f'"{key}"'
    heading = re.search(rf"^\[{re.escape(f'{table}.{name}')}\][ \t]*(#.*)?$", text, re.MULTILINE)
    if heading is None:
        return len(text), len(text)
    following = _HEADING.search(text, heading.end())
    return heading.start(), following.start() if following else len(text)


def _with_revision(text: str, revision: int) -> str:
    """Set the top-level revision, which stands before the first heading."""
    return _REVISION.sub(f"revision = {revision}", text, count=1)
